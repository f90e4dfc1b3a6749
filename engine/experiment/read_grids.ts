import { paramValues } from "../../codegen/define/param_values.ts";
import { describe } from "../../codegen/define/describe.ts";
import { DefinitionError, didYouMean, type Problem } from "../../codegen/define/problem.ts";
import { inside, type Reading, readObject, report } from "../../codegen/define/read_object.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import { checkNames, checkSets } from "../sweep/check_sets.ts";
import { type Grid, grid as makeGrid, type GridAxes, isGrid } from "../sweep/grid/grid.ts";
import { settingsVariants } from "../sweep/variants.ts";
import type { PlannedStrategy } from "./plan.ts";
import type { PlannedSettings } from "./read_settings.ts";

/** What grids are checked against. */
interface GridRun {
  readonly strategies: readonly PlannedStrategy[];
  readonly params: Readonly<Record<string, number>>;
  readonly settings: readonly PlannedSettings[];
}

/** The grids of each strategy by its name. A grid that cannot be run with one of its strategies is a problem. */
export function readGrids(
  value: unknown,
  reading: Reading,
  run: GridRun,
): ReadonlyMap<string, readonly Grid[]> {
  const grids = new Map<string, Grid[]>();
  if (value !== undefined && !Array.isArray(value)) {
    report(reading, `Expected a list of grids but found ${describe(value)}`);
    return grids;
  }
  for (const [index, item] of ((value ?? []) as readonly unknown[]).entries()) {
    const place = inside(reading, index);
    const read = readGrid(item, place, run.strategies);
    if (read === undefined) continue;
    for (const { strategy } of run.strategies) {
      if (!read.names.includes(strategy.name)) continue;
      checkGrid(read.grid, strategy, { reading: place, run });
      grids.set(strategy.name, [...grids.get(strategy.name) ?? [], read.grid]);
    }
  }
  for (const { strategy } of run.strategies) {
    if (!grids.has(strategy.name)) checkDefaults(strategy, { reading, run });
  }
  checkUsed(grids, run, reading.problems);
  return grids;
}

function readGrid(
  item: unknown,
  reading: Reading,
  strategies: readonly PlannedStrategy[],
): { readonly grid: Grid; readonly names: readonly string[] } | undefined {
  const known = strategies.map(({ strategy }) => strategy.name);
  if (isGrid(item)) return { grid: item, names: known };
  const fields = readObject(item, reading, [
    "axes",
    "strategies",
    "where",
    "samples",
    "seed",
    "limit",
  ]);
  if (fields === undefined) return undefined;
  const names = fields.get("strategies") ?? known;
  if (!Array.isArray(names) || names.length === 0) {
    return report(
      inside(reading, "strategies"),
      `Expected a list of names of strategies but found ${describe(names)}`,
    );
  }
  names.forEach((name, at) => {
    if (known.includes(name)) return;
    const near = typeof name === "string" ? didYouMean(name, known).remedy : undefined;
    report(
      inside(inside(reading, "strategies"), at),
      `Expected one of ${known.join(", ")} but found ${describe(name)}`,
      near,
    );
  });
  const { axes, strategies: _, ...options } = Object.fromEntries(fields);
  try {
    return { grid: makeGrid((axes ?? {}) as GridAxes, options), names };
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    for (const problem of error.problems) {
      const path = problem.path.replace(
        /^(?:grid|options)\b\.?/,
        (found) => found.startsWith("grid") ? "axes." : "",
      ).replace(/\.$/, "");
      reading.problems.push({
        ...problem,
        path: path === "" ? reading.path : inside(reading, path).path,
      });
    }
    return undefined;
  }
}

/** Notes what a strategy cannot be run with, of the names, of the sets, and under each of the settings. */
function checkGrid(
  grid: Grid,
  strategy: Strategy,
  { reading, run }: { readonly reading: Reading; readonly run: GridRun },
): void {
  const params = ownParams(run.params, strategy, grid.names);
  const before = reading.problems.length;
  const checked = (check: (found: Problem[]) => void, under?: string): void => {
    const found: Problem[] = [];
    check(found);
    const end = `for ${strategy.name}${under === undefined ? "" : ` under ${under}`}`;
    reading.problems.push(...found.map((problem) => problemOfGrid(problem, reading, end)));
  };
  const [first] = run.settings;
  if (first === undefined) return;
  checked((found) => checkNames(grid, { strategy, params, settings: first.settings }, found));
  if (reading.problems.length > before) return;
  checked((found) => checkSets(grid, strategy, params, found));
  if (reading.problems.length > before) return;
  for (const { name, input } of run.settings) {
    checked((found) => settingsVariants(input, grid, found), name);
  }
}

function problemOfGrid(problem: Problem, reading: Reading, end: string): Problem {
  const path = problem.path.startsWith("set ")
    ? `${reading.path}, ${problem.path}`
    : inside(reading, problem.path.replace(/^grid\./, "axes.")).path;
  return {
    ...problem,
    path: `${path} ${end}`,
    ...(problem.path.startsWith("grid.") && problem.remedy === undefined
      ? { remedy: 'say which strategies the grid is for, "strategies": ["a"]' }
      : {}),
  };
}

function checkDefaults(
  strategy: Strategy,
  { reading, run }: { readonly reading: Reading; readonly run: GridRun },
): void {
  try {
    paramValues(strategy, ownParams(run.params, strategy));
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    reading.problems.push(
      ...error.problems.map((problem) => ({ ...problem, path: `params for ${strategy.name}` })),
    );
  }
}

/** Those of the values that a strategy has parameters for and its grid does not give. */
function ownParams(
  params: Readonly<Record<string, number>>,
  strategy: Strategy,
  gridded: readonly string[] = [],
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(params).filter(([name]) =>
      Object.hasOwn(strategy.params, name) && !gridded.includes(name)
    ),
  );
}

/** Notes values of parameters that the grids give wherever a strategy has them. */
function checkUsed(
  grids: ReadonlyMap<string, readonly Grid[]>,
  { strategies, params }: GridRun,
  problems: Problem[],
): void {
  const used = strategies.flatMap(({ strategy }) => {
    const own = grids.get(strategy.name) ?? [];
    const gridded = own.length === 0 ? [[]] : own.map(({ names }) => names);
    return gridded.flatMap((names) => Object.keys(ownParams(params, strategy, names)));
  });
  const has = ({ strategy }: PlannedStrategy, name: string): boolean =>
    Object.hasOwn(strategy.params, name);
  for (const name of Object.keys(params)) {
    if (used.includes(name) || !strategies.some((planned) => has(planned, name))) continue;
    const message =
      "Expected a parameter that some strategy has without a grid, but all grids give it";
    problems.push({ path: `params.${name}`, message, remedy: "leave it out" });
  }
}
