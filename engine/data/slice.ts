import type { Bars, Column } from "./bars.ts";
import { boundTime, type TimeBound } from "./bound.ts";
import { makeBars } from "./make_bars.ts";

/**
 * Takes the bars of a span of time. Nothing is copied: the columns of the result are views of the same buffers.
 *
 * @param bars The bars.
 * @param options `from`: first moment taken; `to`: first moment not taken. A `to` that is text and names a day without a
 * time of day takes that whole day (UTC): `to: "2001-12-31"` is `to: "2002-01-01T00:00"`.
 * @returns The bars with `from <= time < to`, perhaps none.
 * @throws {RangeError} Where a bound is no time, or `from` is after `to`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "./bars_from.ts";
 * const bars = barsFrom(
 *   { time: ["2001-01-01", "2001-01-02", "2001-01-03"], close: [10, 11, 12] },
 *   { priceOnly: true },
 * );
 * assertEquals([...sliceBars(bars, { from: "2001-01-02" }).close], [11, 12]);
 * assertEquals([...sliceBars(bars, { to: "2001-01-02" }).close], [10, 11]);
 * ```
 */
export function sliceBars(
  bars: Bars,
  options: { readonly from?: TimeBound; readonly to?: TimeBound },
): Bars {
  const { start, end } = spanOf(bars.time, { ...options, what: "bars" });
  const view = (column: Column): Column => column.subarray(start, end);
  const columns = [...bars.columns].map(([name, column]): [string, Column] => [name, view(column)]);
  return makeBars({ symbol: bars.symbol, time: view(bars.time), columns: new Map(columns) });
}

/**
 * The part of times in a span.
 *
 * @param time Times, rising.
 * @param options Bounds as `sliceBars` has them, and what is sliced, for errors.
 * @returns Index of the first that is in the span, and of the first after it.
 * @throws {RangeError} As `sliceBars`.
 */
export function spanOf(
  time: Column,
  options: { readonly from?: TimeBound; readonly to?: TimeBound; readonly what: string },
): { start: number; end: number } {
  const from = boundTime(options.from ?? -Infinity, { name: "from", wholeDay: false });
  const to = boundTime(options.to ?? Infinity, { name: "to", wholeDay: true });
  if (from > to) {
    throw new RangeError(
      `Cannot slice ${options.what}: found from ${JSON.stringify(options.from)}, ` +
        `expected a time not after to ${JSON.stringify(options.to)}`,
    );
  }
  return { start: firstAtOrAfter(time, from), end: firstAtOrAfter(time, to) };
}

/** The index of the first time that is not before a moment; the number of times if all are. */
export function firstAtOrAfter(time: Column, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
