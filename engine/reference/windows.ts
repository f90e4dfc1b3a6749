import { combine, type Series, seriesFrom } from "./series.ts";

/** Mean of the last `length` values: `S / n`. */
export function sma(x: Series, length: number): Series {
  const sum = runningSum(x, { length, term: (value) => value });
  return overWindows(x, { length, valueAt: (t) => sum[t] / length });
}

/** Mean of the last `length` values with weights 1 (oldest) to `length` (newest). */
export function wma(x: Series, length: number): Series {
  const sum = runningSum(x, { length, term: (value) => value });
  const weighted = new Float64Array(x.values.length);
  let total = 0;
  for (let t = x.from; t < x.values.length; t++) {
    const value = finiteOrZero(x.values[t]);
    const position = t - x.from + 1;
    if (position <= length) total = total + position * value;
    else total = total + (length * value - sum[t - 1]);
    weighted[t] = total;
  }
  return overWindows(x, { length, valueAt: (t) => weighted[t] / (length * (length + 1) / 2) });
}

/** Population variance of the last `length` values: `Q / n - (S / n) * (S / n)`, not below 0. */
export function variance(x: Series, length: number): Series {
  const sum = runningSum(x, { length, term: (value) => value });
  const squares = runningSum(x, { length, term: (value) => value * value });
  return overWindows(x, {
    length,
    valueAt: (t) => {
      const difference = squares[t] / length - (sum[t] / length) * (sum[t] / length);
      return difference < 0 ? 0 : difference;
    },
  });
}

/** Population standard deviation of the last `length` values. */
export function stdev(x: Series, length: number): Series {
  return combine([variance(x, length)], Math.sqrt);
}

/** Largest of the last `length` values. */
export function highest(x: Series, length: number): Series {
  return overWindows(x, { length, valueAt: (t) => Math.max(...windowAt(x, t, length)) });
}

/** Smallest of the last `length` values. */
export function lowest(x: Series, length: number): Series {
  return overWindows(x, { length, valueAt: (t) => Math.min(...windowAt(x, t, length)) });
}

/** The value where it is finite, else 0: what running sums take in. */
function finiteOrZero(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function windowAt(x: Series, t: number, length: number): Float64Array {
  return x.values.subarray(t - length + 1, t + 1);
}

/** The running sum after each bar: the new term is added first, then the one that leaves is subtracted. */
export function runningSum(
  x: Series,
  options: { readonly length: number; readonly term: (value: number) => number },
): Float64Array {
  const sums = new Float64Array(x.values.length);
  let sum = 0;
  for (let t = x.from; t < x.values.length; t++) {
    sum = sum + options.term(finiteOrZero(x.values[t]));
    const leaving = t - options.length;
    if (leaving >= x.from) sum = sum - options.term(finiteOrZero(x.values[leaving]));
    sums[t] = sum;
  }
  return sums;
}

/** A value for each full window; NaN for a window that holds a non-finite input. */
export function overWindows(
  x: Series,
  options: { readonly length: number; readonly valueAt: (t: number) => number },
): Series {
  return seriesFrom(x.from + options.length - 1, {
    bars: x.values.length,
    valueAt: (t) =>
      windowAt(x, t, options.length).every(Number.isFinite) ? options.valueAt(t) : NaN,
  });
}
