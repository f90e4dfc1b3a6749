import type { Bars } from "../data/bars.ts";
import { boundTime } from "../data/bound.ts";
import { firstAtOrAfter } from "../data/slice.ts";

/** A place in the bars: a number is the index of a bar, a `Date` or a text that `parseTime` reads a time. */
export type BarBound = number | Date | string;

/** Bars from an index to before another. */
export interface BarRange {
  /** First bar taken. */
  readonly from: number;
  /** First bar not taken. */
  readonly to: number;
}

/**
 * The bars that bounds take, cut to those that there are.
 *
 * @param bounds `from`: first bar or moment taken; `to`: first bar or moment not taken, or the last day.
 * @throws {RangeError} For what is neither an index nor a time, a first bar behind the data, and `from` after `to`.
 */
export function barRange(
  { time, length }: Pick<Bars, "time" | "length">,
  { from = 0, to = length }: {
    readonly from?: BarBound | undefined;
    readonly to?: BarBound | undefined;
  },
): BarRange {
  const indexOf = (bound: BarBound, name: "from" | "to"): number => {
    if (typeof bound !== "number") {
      return firstAtOrAfter(time, boundTime(bound, { name, wholeDay: name === "to" }));
    }
    if (Number.isInteger(bound) && (name === "to" || bound <= length)) return bound;
    throw new RangeError(
      `Cannot use ${name}: found ${bound}, expected the index of one of ${length} bars; write a time as a Date or a text`,
    );
  };
  const range = { from: indexOf(from, "from"), to: indexOf(to, "to") };
  if (range.from > range.to) {
    throw new RangeError(
      `Cannot trace bars: found from ${JSON.stringify(from)}, ` +
        `expected a place not after to ${JSON.stringify(to)}`,
    );
  }
  const cut = (index: number): number => Math.min(Math.max(index, 0), length);
  return { from: cut(range.from), to: cut(range.to) };
}
