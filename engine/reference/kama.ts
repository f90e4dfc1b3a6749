import { type Series, seriesFrom } from "./series.ts";
import { runningSum } from "./windows.ts";

/** Kaufman's adaptive mean: the straighter the last `length` changes, the larger the weight of the new value. */
export function kama(x: Series, length: number): Series {
  const at = x.values;
  const changes = seriesFrom(x.from + 1, {
    bars: at.length,
    valueAt: (t) => Math.abs(at[t] - at[t - 1]),
  });
  const path = runningSum(changes, { length, term: (value) => value });
  let mean = NaN;
  return seriesFrom(x.from + length, {
    bars: at.length,
    valueAt: (t) => {
      if (!changes.values.subarray(t - length + 1, t + 1).every(Number.isFinite)) return NaN;
      if (Number.isNaN(mean)) mean = at[t - 1];
      const net = Math.abs(at[t] - at[t - length]);
      const efficiency = path[t] <= net ? 1 : net / path[t];
      const weight = efficiency * (2 / 3 - 2 / 31) + 2 / 31;
      mean = (at[t] - mean) * (weight * weight) + mean;
      return mean;
    },
  });
}
