import type { Bars } from "../data/bars.ts";
import { type Series, seriesFrom } from "./series.ts";
import { highest, lowest, sma } from "./windows.ts";

/** Wilder's true range: the bar's range, widened to the close before it. */
export function trueRange(bars: Bars): Series {
  return seriesFrom(1, {
    bars: bars.length,
    valueAt: (t) => {
      const before = bars.close[t - 1];
      const range = bars.high[t] - bars.low[t];
      return Math.max(
        Math.max(range, Math.abs(bars.high[t] - before)),
        Math.abs(bars.low[t] - before),
      );
    },
  });
}

/** Lane's stochastic: the close within the range of the last `n` bars, 0 to 100, smoothed twice. */
export function stoch(
  bars: Bars,
  lengths: { readonly n: number; readonly k: number; readonly d: number },
): { readonly k: Series; readonly d: Series } {
  const top = highest({ values: bars.high, from: 0 }, lengths.n);
  const bottom = lowest({ values: bars.low, from: 0 }, lengths.n);
  const raw = seriesFrom(lengths.n - 1, {
    bars: bars.length,
    valueAt: (t) => {
      const high = top.values[t];
      const low = bottom.values[t];
      return high === low ? 0 : 100 * ((bars.close[t] - low) / (high - low));
    },
  });
  const k = sma(raw, lengths.k);
  const d = sma(k, lengths.d);
  return { k: seriesFrom(d.from, { bars: bars.length, valueAt: (t) => k.values[t] }), d };
}
