import type { Expression } from "../../../codegen/define/expression.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { staticValue } from "../../../codegen/define/static.ts";
import type { Axis } from "./axis.ts";

/** Every combination of the values of lists that fulfils the conditions, a row each, the last list the fastest. */
export function productSets(
  axes: readonly Axis[],
  { where, limit, mostTried }: {
    readonly where: readonly Expression[];
    readonly limit: number;
    readonly mostTried: number;
  },
): Float64Array {
  const lists = axes.map((axis) => (axis.kind === "list" ? axis.values : []));
  const combinations = lists.reduce((product, { length }) => product * length, 1);
  if (combinations > (where.length === 0 ? limit : mostTried)) {
    refuseEnormous(combinations, where.length === 0 ? limit : mostTried);
  }
  const rows: number[] = [];
  const width = axes.length;
  const values = new Map<string, number>();
  const digits = new Array<number>(width).fill(0);
  let count = 0;
  for (let tried = 0; tried < combinations; tried++) {
    axes.forEach(({ name }, axis) => values.set(name, lists[axis][digits[axis]]));
    if (fulfils(where, values)) {
      count++;
      if (count > limit) refuseEnormous(undefined, limit);
      for (let axis = 0; axis < width; axis++) rows.push(lists[axis][digits[axis]]);
    }
    for (let axis = width - 1; axis >= 0; axis--) {
      if (++digits[axis] < lists[axis].length) break;
      digits[axis] = 0;
    }
  }
  if (count === 0) refuseEmpty(combinations);
  return Float64Array.from(rows);
}

/** Whether values fulfil all conditions. */
export function fulfils(
  where: readonly Expression[],
  values: ReadonlyMap<string, number>,
): boolean {
  return where.every((condition) => staticValue(condition, values) === 1);
}

/** Refuses a grid without sets. */
export function refuseEmpty(tried: number): never {
  refuse({
    path: "where",
    message: `Expected at least one set but none of ${tried} fulfils the conditions`,
  });
}

function refuseEnormous(count: number | undefined, limit: number): never {
  const found = count === undefined ? "more" : count.toLocaleString("en");
  refuse({
    path: "grid",
    message: `Expected at most ${limit.toLocaleString("en")} sets but found ${found}`,
    remedy: "take fewer values, draw samples, or raise limit",
  });
}

function refuse(problem: Problem): never {
  throwProblems("make a grid", [problem]);
  throw new TypeError("Expected a problem");
}
