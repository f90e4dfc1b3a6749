import { type Series, seriesFrom } from "./series.ts";
import { overWindows } from "./windows.ts";

/** Middle of the last `length` values in order; of an even number the mean of the middle two. */
export function median(x: Series, length: number): Series {
  return overWindows(x, {
    length,
    valueAt: (t) => {
      const ordered = x.values.slice(t - length + 1, t + 1).map(positiveZero).sort();
      const upper = ordered[Math.floor(length / 2)];
      return length % 2 === 1 ? upper : (ordered[length / 2 - 1] + upper) / 2;
    },
  });
}

/** Share of the `length` values before this one that are at or below it, 0 to 100. */
export function percentRank(x: Series, length: number): Series {
  return seriesFrom(x.from + length, {
    bars: x.values.length,
    valueAt: (t) => {
      const before = x.values.subarray(t - length, t);
      if (!Number.isFinite(x.values[t]) || !before.every(Number.isFinite)) return NaN;
      const count = before.filter((value) => value <= x.values[t]).length;
      return 100 * count / length;
    },
  });
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
