import type { Bars } from "../data/bars.ts";
import { combine, type Series, seriesFrom } from "./series.ts";

/** Heikin-Ashi bars. */
export function heikinAshi(
  bars: Bars,
): Readonly<Record<"open" | "high" | "low" | "close", Series>> {
  const column = (values: Float64Array): Series => ({ values, from: 0 });
  const [high, low] = [column(bars.high), column(bars.low)];
  const close = combine(
    [column(bars.open), high, low, column(bars.close)],
    (first, top, bottom, last) => (first + top + bottom + last) / 4,
  );
  let before = NaN;
  const open = seriesFrom(0, {
    bars: bars.length,
    valueAt: (t) => {
      before = t === 0 ? (bars.open[0] + bars.close[0]) / 2 : (before + close.values[t - 1]) / 2;
      return before;
    },
  });
  return {
    open,
    high: combine([high, open, close], Math.max),
    low: combine([low, open, close], Math.min),
    close,
  };
}
