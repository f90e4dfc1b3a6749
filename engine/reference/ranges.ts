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

/** Lambert's index: the typical price less its mean, in 0.015 mean absolute deviations; 0 where flat. */
export function cci(bars: Bars, length: number): Series {
  const typical = bars.close.map((close, t) => (bars.high[t] + bars.low[t] + close) / 3);
  return seriesFrom(length - 1, {
    bars: bars.length,
    valueAt: (t) => {
      const window = typical.subarray(t - length + 1, t + 1);
      const mean = window.reduce((sum, value) => sum + value, 0) / length;
      const away = window.reduce((sum, value) => sum + Math.abs(value - mean), 0);
      return (away === 0 ? 0 : (typical[t] - mean) / (away / length)) / 0.015;
    },
  });
}

/** Chande's aroon: how new the extremes of the last `length + 1` bars are, 0 to 100. */
export function aroon(
  bars: Bars,
  length: number,
): { readonly up: Series; readonly down: Series } {
  const newness = (extreme: Series, column: Float64Array): Series =>
    seriesFrom(extreme.from, {
      bars: bars.length,
      valueAt: (t) => {
        const since = t - column.lastIndexOf(extreme.values[t], t);
        return 100 * ((length - since) / length);
      },
    });
  const top = highest({ values: bars.high, from: 0 }, length + 1);
  const bottom = lowest({ values: bars.low, from: 0 }, length + 1);
  return { up: newness(top, bars.high), down: newness(bottom, bars.low) };
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
