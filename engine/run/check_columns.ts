import type { Expression } from "../../codegen/define/expression.ts";
import { placesOf } from "../../codegen/define/places.ts";
import { didYouMean, type Problem, throwProblems } from "../../codegen/define/problem.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";

/**
 * Checks that the bars have every column that a strategy and the settings name.
 *
 * @throws {DefinitionError} With every missing column at once.
 */
export function checkColumns(
  strategy: Strategy,
  bars: Pick<Bars, "symbol" | "columns">,
  { settings }: { readonly settings: Settings },
): void {
  const problems: Problem[] = [];
  const columns = [...bars.columns.keys()];
  const known = [...columns, ...Object.keys(strategy.params), ...Object.keys(strategy.let)];
  for (const { path, expression } of placesOf(strategy)) {
    checkColumnsOf(expression, bars, { path, known, problems });
  }
  const { funding } = settings.financing;
  if (funding !== "") {
    const rate = { tag: "column", name: funding } as const;
    checkColumnsOf(rate, bars, { path: "financing.funding", known: columns, problems });
  }
  const where = bars.symbol === "" ? "these bars" : JSON.stringify(bars.symbol);
  throwProblems(`run strategy ${JSON.stringify(strategy.name)} on ${where}`, problems);
}

/** Notes every column that an expression names and the bars do not have; `known` are the names to suggest. */
export function checkColumnsOf(
  expression: Expression,
  bars: Pick<Bars, "columns">,
  { path, known, problems }: {
    readonly path: string;
    readonly known: readonly string[];
    readonly problems: Problem[];
  },
): void {
  for (const name of columnsOf(expression)) {
    if (bars.columns.has(name)) continue;
    const columns = [...bars.columns.keys()].join(", ");
    const message = `Expected a column of the bars (${columns}) but found ${JSON.stringify(name)}`;
    problems.push({ path, message, ...didYouMean(name, known) });
  }
}

/** The names of the columns that an expression reads. */
function columnsOf(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (node: Expression): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.tag === "column") names.add(node.name);
    if (node.tag === "call") node.args.forEach(visit);
  };
  visit(expression);
  return names;
}
