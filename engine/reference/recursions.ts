import { type Series, seriesFrom } from "./series.ts";

/** Exponential mean: recursion with `k = 2 / (n + 1)`. */
export function ema(x: Series, length: number): Series {
  return recursion(x, { length, k: 2 / (length + 1) });
}

/** Wilder's mean: recursion with `k = 1 / n`. */
export function rma(x: Series, length: number): Series {
  return recursion(x, { length, k: 1 / length });
}

/** Wilder's relative strength, 0 to 100; 0 where nothing has moved. */
export function rsi(x: Series, length: number): Series {
  const bars = x.values.length;
  const now = x.values;
  const changed = (t: number): boolean => Number.isFinite(now[t] - now[t - 1]);
  const gain = (t: number): number => changed(t) ? Math.max(now[t] - now[t - 1], 0) : NaN;
  const loss = (t: number): number => changed(t) ? Math.max(now[t - 1] - now[t], 0) : NaN;
  const gains = rma(seriesFrom(x.from + 1, { bars, valueAt: gain }), length);
  const losses = rma(seriesFrom(x.from + 1, { bars, valueAt: loss }), length);
  return seriesFrom(gains.from, {
    bars,
    valueAt: (t) => {
      const sum = gains.values[t] + losses.values[t];
      return sum === 0 ? 0 : 100 * (gains.values[t] / sum);
    },
  });
}

/** Difference of two exponential means, its own exponential mean, and the difference of both. */
export function macd(
  x: Series,
  lengths: { readonly fast: number; readonly slow: number; readonly signal: number },
): { readonly line: Series; readonly signal: Series; readonly histogram: Series } {
  const bars = x.values.length;
  const slow = ema(x, lengths.slow);
  const fast = ema({ values: x.values, from: x.from + lengths.slow - lengths.fast }, lengths.fast);
  const line = seriesFrom(slow.from, { bars, valueAt: (t) => fast.values[t] - slow.values[t] });
  const signal = ema(line, lengths.signal);
  const histogram = seriesFrom(signal.from, {
    bars,
    valueAt: (t) => line.values[t] - signal.values[t],
  });
  return {
    line: seriesFrom(signal.from, { bars, valueAt: (t) => line.values[t] }),
    signal,
    histogram,
  };
}

/** Seeded with the mean of the first `length` finite inputs, then `e = (x - e) * k + e`. */
function recursion(x: Series, options: { readonly length: number; readonly k: number }): Series {
  const values = new Float64Array(x.values.length).fill(NaN);
  let taken = 0;
  let sum = 0;
  let state = NaN;
  for (let t = x.from; t < x.values.length; t++) {
    const value = x.values[t];
    if (!Number.isFinite(value)) continue;
    taken++;
    if (taken <= options.length) {
      sum = sum + value;
      state = sum / options.length;
    } else {
      state = (value - state) * options.k + state;
    }
    if (taken >= options.length) values[t] = state;
  }
  return { values, from: x.from + options.length - 1 };
}
