import type { Bars } from "../data/bars.ts";
import { rma } from "./recursions.ts";
import { combine, type Series, seriesFrom } from "./series.ts";
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

/** Wilder's mean of the true range. */
export function atr(bars: Bars, length: number): Series {
  return rma(trueRange(bars), length);
}

/** The mean true range in percent of the close. */
export function natr(bars: Bars, length: number): Series {
  const close = { values: bars.close, from: 0 };
  return combine([atr(bars, length), close], (range, price) => 100 * (range / price));
}

/** Williams' %R: the close below the top of the last `length` bars, -100 to 0. */
export function willr(bars: Bars, length: number): Series {
  const top = highest({ values: bars.high, from: 0 }, length);
  const bottom = lowest({ values: bars.low, from: 0 }, length);
  return combine(
    [top, bottom, { values: bars.close, from: 0 }],
    (high, low, close) => high === low ? 0 : -100 * ((high - close) / (high - low)),
  );
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
