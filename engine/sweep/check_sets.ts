import { paramValues } from "../../codegen/define/param_values.ts";
import { DefinitionError, didYouMean, type Problem } from "../../codegen/define/problem.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Grid } from "./grid/grid.ts";
import { paramsOf } from "./params_of.ts";
import { checkSettingName, isSettingName } from "./variants.ts";

/** Problems of sets that are told. */
const told = 20;

/** Notes names of the grid that are no parameters of the strategy and no settings. */
export function checkNames(
  grid: Grid,
  { strategy, params, settings }: {
    readonly strategy: Strategy;
    readonly params: Readonly<Record<string, number>>;
    readonly settings: Settings;
  },
  problems: Problem[],
): void {
  const known = Object.keys(strategy.params);
  for (const name of grid.names) {
    if (isSettingName(name)) {
      checkSettingName(name, settings, problems);
      continue;
    }
    if (!known.includes(name)) {
      const list = known.length === 0 ? "of which it has none" : known.join(", ");
      const message = `Expected a parameter of the strategy (${list}) or settings.NAME`;
      problems.push({ path: `grid.${name}`, message, ...didYouMean(name, known) });
    }
    if (Object.hasOwn(params, name)) {
      const message = "Expected the parameter in the grid or in params but found it in both";
      problems.push({ path: `params.${name}`, message });
    }
  }
}

/** Notes values that the strategy cannot be run with, each message once. */
export function checkSets(
  grid: Grid,
  strategy: Strategy,
  params: Readonly<Record<string, number>>,
  problems: Problem[],
): void {
  const seen = new Set<string>();
  const checked = new Set<string>();
  for (let set = 0; set < grid.count && seen.size < told; set++) {
    const values = Object.fromEntries(paramsOf({ params, ...grid }, set));
    const key = Object.values(values).join(" ");
    if (checked.has(key)) continue;
    checked.add(key);
    try {
      paramValues(strategy, values);
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
