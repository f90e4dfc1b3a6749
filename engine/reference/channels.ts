import type { Bars } from "../data/bars.ts";
import { atr } from "./ranges.ts";
import { ema } from "./recursions.ts";
import { combine, type Series, seriesFrom } from "./series.ts";
import { highest, lowest, sma, stdev } from "./windows.ts";

/** A line and what lies above and below it. */
export type Channel = Readonly<Record<"upper" | "middle" | "lower", Series>>;

/** Bollinger's bands: `k` standard deviations around a simple mean. */
export function bbands(x: Series, { n, k }: { readonly n: number; readonly k: number }): Channel {
  return around(sma(x, n), { width: stdev(x, n), k });
}

/** Donchian's channel: the range of the last `n` bars and its middle. */
export function donchian(bars: Bars, n: number): Channel {
  const upper = highest({ values: bars.high, from: 0 }, n);
  const lower = lowest({ values: bars.low, from: 0 }, n);
  return { upper, middle: combine([upper, lower], (top, bottom) => (top + bottom) / 2), lower };
}

/** Keltner's channel: `k` average true ranges of `m` bars around an exponential mean of the close. */
export function keltner(
  bars: Bars,
  { n, k, m }: { readonly n: number; readonly k: number; readonly m: number },
): Channel {
  const mean = ema({ values: bars.close, from: 0 }, n);
  const { upper, lower } = around(mean, { width: atr(bars, m), k });
  const middle = seriesFrom(upper.from, { bars: bars.length, valueAt: (t) => mean.values[t] });
  return { upper, middle, lower };
}

function around(
  middle: Series,
  { width, k }: { readonly width: Series; readonly k: number },
): Channel {
  return {
    upper: combine([middle, width], (mean, one) => mean + k * one),
    middle,
    lower: combine([middle, width], (mean, one) => mean - k * one),
  };
}
