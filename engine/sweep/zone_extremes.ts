import type { Column } from "../data/bars.ts";

/**
 * The largest of each eight values of one column, and the smallest of another, which is nowhere above the first; the last
 * zone may be shorter.
 *
 * NaNs are no part of them, but where a zone begins with one. A maximum is taken as `a + (d + |d|) / 2` with `d = b - a`, for
 * V8 has none without a jump. Within a factor of two d is exact (Sterbenz), so this is exact too; zones that span more, or
 * anything but numbers above 0, are looked at value by value.
 *
 * @param count Values from the first.
 */
export function zoneExtremes(
  high: Column,
  low: Column,
  tops: Column,
  bottoms: Column,
  count: number,
): void {
  for (let from = 0; from < count; from += 8) {
    if (from + 8 <= count) {
      const top = larger(
        larger(larger(high[from], high[from + 1]), larger(high[from + 2], high[from + 3])),
        larger(larger(high[from + 4], high[from + 5]), larger(high[from + 6], high[from + 7])),
      );
      const bottom = smaller(
        smaller(smaller(low[from], low[from + 1]), smaller(low[from + 2], low[from + 3])),
        smaller(smaller(low[from + 4], low[from + 5]), smaller(low[from + 6], low[from + 7])),
      );
      if (bottom > 0 && top < 1.9 * bottom) {
        tops[from >> 3] = top;
        bottoms[from >> 3] = bottom;
        continue;
      }
    }
    oneByOne(high, low, tops, bottoms, from, Math.min(count, from + 8));
  }
}

function larger(a: number, b: number): number {
  const more = b - a;
  return a + 0.5 * (more + Math.abs(more));
}

function smaller(a: number, b: number): number {
  const less = a - b;
  return a - 0.5 * (less + Math.abs(less));
}

function oneByOne(
  high: Column,
  low: Column,
  tops: Column,
  bottoms: Column,
  from: number,
  to: number,
): void {
  let top = high[from];
  let bottom = low[from];
  for (let i = from + 1; i < to; i++) {
    if (high[i] > top) top = high[i];
    if (low[i] < bottom) bottom = low[i];
  }
  tops[from >> 3] = top;
  bottoms[from >> 3] = bottom;
}
