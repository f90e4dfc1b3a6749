import { DefinitionError, type Problem } from "../../../codegen/define/problem.ts";
import type { Grid } from "../grid/grid.ts";
import { paramsOf } from "../params_of.ts";

/** Problems of sets that are told. */
const told = 20;

/** Notes values for which a check throws, each message once. */
export function checkEachSet(
  grid: Grid,
  params: Readonly<Record<string, number>>,
  { check, problems }: {
    readonly check: (values: Readonly<Record<string, number>>) => void;
    readonly problems: Problem[];
  },
): void {
  const seen = new Set<string>();
  const checked = new Set<string>();
  for (let set = 0; set < grid.count && seen.size < told; set++) {
    const values = Object.fromEntries(paramsOf({ params, ...grid }, set));
    const key = Object.values(values).join(" ");
    if (checked.has(key)) continue;
    checked.add(key);
    try {
      check(values);
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      for (const problem of error.problems) {
        const text = `${problem.path} ${problem.message}`;
        if (seen.has(text)) continue;
        seen.add(text);
        const remedy = problem.remedy ?? "leave such sets out with where";
        problems.push({ ...problem, path: `set ${set}: ${problem.path}`, remedy });
      }
    }
  }
}
