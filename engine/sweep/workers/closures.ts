import { customColumns } from "../../../codegen/define/custom_column.ts";
import type { Expression } from "../../../codegen/define/expression.ts";
import type { Problem } from "../../../codegen/define/problem.ts";

/** What a user can do who has a function that cannot be sent to another thread. */
export function closureRemedy(caller: string, what: string): string {
  return `give ${caller} the URL of a module whose default export is the ${what}, as in ` +
    'new URL("./strategy.ts", import.meta.url), or set workers to 0';
}

/** The functions that expressions read, which cannot be sent to another thread. */
export function closureProblems(expressions: readonly Expression[], caller: string): Problem[] {
  return customColumns(expressions).map(({ name }) => ({
    path: `column ${name}`,
    message: "Expected columns that are data but found a function",
    remedy: closureRemedy(caller, "strategy"),
  }));
}
