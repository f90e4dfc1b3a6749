import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { inside, readNumber, readObject, report } from "../../../codegen/define/read_object.ts";
import type { ExpressionInput } from "../../../codegen/define/scope.ts";
import { type AxisInput, readAxis } from "./axis.ts";
import { readConditions } from "./conditions.ts";
import { drawSets } from "./draw.ts";
import { productSets } from "./product.ts";

/** The values of each parameter by name; `settings.commission.percent` and the like name settings of the run. */
export type GridAxes = Readonly<Record<string, AxisInput>>;

/** What else makes a grid. */
export interface GridOptions {
  /** Conditions over what the grid names that every set fulfils: `"fast < slow"`, `"settings.cash > 1000 * size"`. */
  readonly where?: ExpressionInput | readonly ExpressionInput[];
  /** Draws so many different sets at random instead of taking all. */
  readonly samples?: number;
  /** Seed of the draw; 1 where left out. */
  readonly seed?: number;
  /** Most sets that the grid may have; 1,000,000 where left out. */
  readonly limit?: number;
}

/** Parameter sets: every combination of the values that fulfils the conditions, or a draw from them. */
export interface Grid {
  /** Names of the parameters, in the order of the axes. */
  readonly names: readonly string[];
  /** The different values of each parameter, rising, in the same order. */
  readonly values: readonly (readonly number[])[];
  /** Number of sets, at least 1. */
  readonly count: number;
  /** The numbers of the sets, one row each; do not write. */
  readonly matrix: Float64Array;
  /** The numbers of one set by name. */
  readonly at: (index: number) => Readonly<Record<string, number>>;
}

const made = new WeakSet<object>();
const defaultLimit = 1_000_000;
/** Combinations that are held against the conditions in one grid. */
const mostTried = 100_000_000;

/**
 * A grid of parameter sets. Sets are in the order of the axes, the last one the fastest; drawn ones in the order of the draw.
 *
 * @param axes Values by name of the parameter.
 * @throws {DefinitionError} With everything wrong at once; also where no set fulfils the conditions, and where there are
 * more sets than `limit`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { range } from "./ranges.ts";
 * const sets = grid({ fast: range(5, 50, 5), slow: [20, 50] }, { where: "fast < slow" });
 * assertEquals(sets.count, 12);
 * assertEquals(sets.at(0), { fast: 5, slow: 20 });
 * ```
 */
export function grid(axes: GridAxes, options: GridOptions = {}): Grid {
  const problems: Problem[] = [];
  const root = { path: "grid", problems };
  const read = [...readObject(axes, root) ?? []].flatMap(([name, input]) => {
    const axis = readAxis(name, input, inside(root, name));
    return axis === undefined ? [] : [axis];
  });
  const fields = readObject(options, { ...root, path: "options" }, [
    "where",
    "samples",
    "seed",
    "limit",
  ]) ?? new Map();
  const number = (key: string, otherwise: number, min: number): number =>
    readNumber(fields.get(key), { path: key, problems }, {
      default: otherwise,
      min,
      integer: true,
    });
  const limit = number("limit", defaultLimit, 1);
  const samples = number("samples", 0, 1);
  const seed = number("seed", 1, 0);
  if (problems.length === 0 && read.length === 0) {
    report(root, "Expected at least one parameter but found none");
  }
  const where = readConditions(fields.get("where"), read.map(({ name }) => name), problems);
  for (const { name, kind } of read) {
    if (kind === "list" || samples > 0) continue;
    report(
      inside(root, name),
      `Expected values but found ${kind}, which is drawn from`,
      "give samples",
    );
  }
  throwProblems("make a grid", problems);
  const matrix = samples > 0
    ? drawSets(read, { where, samples, seed, limit })
    : productSets(read, { where, limit, mostTried });
  return gridOf(read.map(({ name }) => name), matrix);
}

/** The grid of these numbers, one row a set; without names one set that gives no number. */
export function gridOf(names: readonly string[], matrix: Float64Array): Grid {
  const width = names.length;
  const columns = names.map((_, axis) => {
    const seen = new Set<number>();
    for (let at = axis; at < matrix.length; at += width) seen.add(matrix[at]);
    return Object.freeze([...seen].sort((a, b) => a - b));
  });
  const result = Object.freeze({
    names: Object.freeze([...names]),
    values: Object.freeze(columns),
    count: width === 0 ? 1 : matrix.length / width,
    matrix,
    at: (index: number): Readonly<Record<string, number>> =>
      Object.fromEntries(names.map((name, axis) => [name, matrix[index * width + axis]])),
  });
  made.add(result);
  return result;
}

/** Whether a value is a grid that has been checked. */
export function isGrid(value: unknown): value is Grid {
  return typeof value === "object" && value !== null && made.has(value);
}
