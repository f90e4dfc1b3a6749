import type { Column } from "../data/bars.ts";
import { DAY } from "./durations.ts";
import { addValue, newMoments } from "./moments.ts";

/** What the drawdowns of a run are like on average. */
export interface AverageDrawdown {
  /** Number of drawdowns, one that goes on at the last bar included. */
  readonly count: number;
  /** Mean of `lowest / peak - 1`; 0 without one. */
  readonly depth: number;
  /** Mean days from peak to recovery, or to the last bar; 0 without one. */
  readonly days: number;
}

/**
 * Averages over all drawdowns, which start and end as those of `deepestDrawdown` do. Looks at every bar.
 *
 * @param equity Equity at each bar.
 * @param options Times of the bars, ms since the epoch, and the starting cash, which counts as a peak.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.of(0, 1, 2, 3, 4).map((day) => day * 86_400_000);
 * const equity = Float64Array.of(50, 100, 75, 50, 75);
 * assertEquals(averageDrawdown(equity, { time, cash: 100 }), { count: 2, depth: -0.5, days: 2 });
 * ```
 */
export function averageDrawdown(
  equity: Column,
  options: { readonly time: Column; readonly cash: number },
): AverageDrawdown {
  const { time, cash } = options;
  const depths = newMoments();
  const days = newMoments();
  let peak = cash;
  let lowest = cash;
  let start = 0;
  const take = (end: number): void => {
    addValue(depths, lowest / peak - 1);
    addValue(days, (time[end] - time[start]) / DAY);
  };
  for (let t = 0; t < equity.length; t++) {
    const value = equity[t];
    if (value < peak) {
      if (value < lowest) lowest = value;
      continue;
    }
    if (lowest < peak) take(t);
    peak = lowest = value;
    start = t;
  }
  if (lowest < peak) take(equity.length - 1);
  return { count: depths.count, depth: depths.mean, days: days.mean };
}
