import { throwProblems } from "../../../codegen/define/problem.ts";
import { describe } from "../../../codegen/define/describe.ts";

/** Longest list that a range makes. */
const longest = 1_000_000;

/**
 * Numbers from `from` to `to`, both included, `step` apart: `from + k * step`, with what rounding adds to the last taken off.
 *
 * @throws {DefinitionError} If a number is not finite, the step does not lead from one to the other, or there are more than
 * a million.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(range(5, 20, 5), [5, 10, 15, 20]);
 * assertEquals(range(0.1, 0.3, 0.1), [0.1, 0.2, 0.3]);
 * assertEquals(range(3, 1, -1), [3, 2, 1]);
 * ```
 */
export function range(from: number, to: number, step = 1): readonly number[] {
  refuseRange([from, to, step], () => {
    if (from !== to && !((to - from) / step > 0)) {
      return `Expected a step that leads from ${from} to ${to} but found ${step}`;
    }
  }, "range");
  const count = from === to ? 1 : Math.floor((to - from) / step + 1e-9) + 1;
  refuseRange([count], () => tooLong(count), "range");
  return Object.freeze(Array.from({ length: count }, (_, k) => rounded(from + k * step)));
}

/**
 * So many numbers from `from` to `to`, both included, each the same multiple of the one before.
 *
 * @throws {DefinitionError} If the ends are not above 0, or the count is no whole number >= 2.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(logRange(1, 1000, 4), [1, 10, 100, 1000]);
 * ```
 */
export function logRange(from: number, to: number, count: number): readonly number[] {
  refuseRange([from, to, count], () => {
    if (!(from > 0 && to > 0)) return `Expected ends above 0 but found ${from} and ${to}`;
    if (!Number.isInteger(count) || count < 2) {
      return `Expected a whole number >= 2 of values but found ${count}`;
    }
    return tooLong(count);
  }, "logRange");
  const ratio = to / from;
  const values = Array.from(
    { length: count },
    (_, k) => k === count - 1 ? to : rounded(from * Math.pow(ratio, k / (count - 1))),
  );
  return Object.freeze(values);
}

/** Without the noise behind the twelfth digit that sums of decimal fractions have. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function tooLong(count: number): string | undefined {
  return count > longest ? `Expected at most ${longest} values but found ${count}` : undefined;
}

function refuseRange(
  numbers: readonly unknown[],
  refuse: () => string | undefined,
  path: string,
): void {
  const wrong = numbers.find((value) => typeof value !== "number" || !Number.isFinite(value));
  const message = numbers.some((value) => value === wrong && wrong !== undefined)
    ? `Expected finite numbers but found ${describe(wrong)}`
    : refuse();
  throwProblems("make a range", message === undefined ? [] : [{ path, message }]);
}
