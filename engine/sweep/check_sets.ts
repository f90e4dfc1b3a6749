import { refuseParamValue } from "../../codegen/define/param.ts";
import { didYouMean, type Problem } from "../../codegen/define/problem.ts";
import { type StaticCheck, strategyChecks } from "../../codegen/define/static_checks.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import { groupRows } from "./batch/group_rows.ts";
import type { Grid } from "./grid/grid.ts";
import { paramsOf } from "./params_of.ts";
import { SetProblems } from "./set_problems.ts";
import { checkSettingName, isSettingName } from "./variants.ts";

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
  checkGridNames(grid, { known, params, settings: [settings] }, problems);
}

/** Notes names of a grid, and of values that are the same in all sets, that are no known parameters and no settings. */
export function checkGridNames(
  grid: Grid,
  { known, params, settings }: {
    readonly known: readonly string[];
    readonly params: Readonly<Record<string, number>>;
    /** Objects in one of which a setting is a number. */
    readonly settings: readonly object[];
  },
  problems: Problem[],
): void {
  const list = known.length === 0 ? "of which it has none" : known.join(", ");
  for (const name of Object.keys(params)) {
    if (known.includes(name)) continue;
    const message = `Expected a parameter of the strategy (${list})`;
    problems.push({ path: `params.${name}`, message, ...didYouMean(name, known) });
  }
  for (const name of grid.names) {
    if (isSettingName(name)) {
      checkSettingName(name, settings, problems);
      continue;
    }
    if (!known.includes(name)) {
      const message = `Expected a parameter of the strategy (${list}) or settings.NAME`;
      problems.push({ path: `grid.${name}`, message, ...didYouMean(name, known) });
    }
    if (Object.hasOwn(params, name)) {
      const message = "Expected the parameter in the grid or in params but found it in both";
      problems.push({ path: `params.${name}`, message });
    }
  }
}

/** Notes values that the strategy cannot be run with, each message once, with the first set that has it. */
export function checkSets(
  grid: Grid,
  strategy: Strategy,
  params: Readonly<Record<string, number>>,
  problems: Problem[],
): void {
  const known = new Map<string, readonly number[]>();
  const found = new SetProblems();
  const take = ({ params: read, find }: StaticCheck): void => {
    const names = grid.names.filter((name) => read.has(name));
    const key = JSON.stringify(names);
    const sets = known.get(key) ?? differentSets(grid, names);
    known.set(key, sets);
    for (const set of sets) found.take(set, find(paramsOf({ params, ...grid }, set)));
  };
  ownChecks(strategy).forEach(take);
  // What depends on a value that the parameter itself refuses would only say the same again.
  if (found.count === 0) strategyChecks(strategy).forEach(take);
  problems.push(...found.tell());
}

/** What a parameter itself allows. */
function ownChecks(strategy: Strategy): StaticCheck[] {
  return Object.values(strategy.params).map((param) => ({
    params: new Set([param.name]),
    find(values): Problem[] {
      const message = refuseParamValue(param, values.get(param.name) ?? param.default);
      return message === undefined ? [] : [{ path: `params.${param.name}`, message }];
    },
  }));
}

/** The first set with each of the values that the sets have for some names. */
function differentSets(
  { names: all, matrix, count }: Grid,
  names: readonly string[],
): readonly number[] {
  const columns = names.map((name) => {
    const axis = all.indexOf(name);
    return Float64Array.from({ length: count }, (_, set) => matrix[set * all.length + axis]);
  });
  return groupRows(columns, count).first;
}
