import { type Series, seriesFrom } from "./series.ts";

/** How far a pivot must stand out. */
export interface PivotLengths {
  /** Values before it. */
  readonly left: number;
  /** Values after it; it is confirmed that many bars later. */
  readonly right: number;
}

/** A value above the `left` before and the `right` after it, `right` bars later. */
export function pivotHigh(x: Series, lengths: PivotLengths): Series {
  return pivots(x, lengths, (pivot, other) => pivot > other);
}

/** A value below the `left` before and the `right` after it, `right` bars later. */
export function pivotLow(x: Series, lengths: PivotLengths): Series {
  return pivots(x, lengths, (pivot, other) => pivot < other);
}

function pivots(
  x: Series,
  { left, right }: PivotLengths,
  beats: (pivot: number, other: number) => boolean,
): Series {
  return seriesFrom(x.from + left + right, {
    bars: x.values.length,
    valueAt: (t) => {
      const window = x.values.subarray(t - right - left, t + 1);
      const pivot = window[left];
      const stands = window.every((value, j) => j === left || beats(pivot, value));
      return window.every(Number.isFinite) && stands ? pivot : NaN;
    },
  });
}
