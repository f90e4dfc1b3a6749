import { DefinitionError, type Problem } from "../../../codegen/define/problem.ts";
import type { Grid } from "../grid/grid.ts";
import { paramsOf } from "../params_of.ts";
import { SetProblems } from "../set_problems.ts";

/** Notes values for which a check throws, each message once. */
export function checkEachSet(
  grid: Grid,
  params: Readonly<Record<string, number>>,
  { check, problems }: {
    readonly check: (values: Readonly<Record<string, number>>) => void;
    readonly problems: Problem[];
  },
): void {
  const found = new SetProblems();
  const checked = new Set<string>();
  for (let set = 0; set < grid.count && !found.full; set++) {
    const values = Object.fromEntries(paramsOf({ params, ...grid }, set));
    const key = Object.values(values).join(" ");
    if (checked.has(key)) continue;
    checked.add(key);
    try {
      check(values);
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      found.take(set, error.problems);
    }
  }
  problems.push(...found.tell());
}
