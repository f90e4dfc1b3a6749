import type { StatisticsSettings } from "../../codegen/define/types.ts";
import type { Column } from "../data/bars.ts";
import { DAY, YEAR } from "./durations.ts";
import { periodEnds } from "./periods.ts";

/** The bars at which return statistics read the equity. */
export interface Sampling {
  readonly count: number;
  /** Bar of each sample; without it every bar is one. */
  readonly ends?: Int32Array;
  /**
   * Samples per year: as given, else `(count - 1) * 365.25 days / (last - first)` of the samples' times. NaN where that
   * does not exist.
   */
  readonly perYear: number;
}

/**
 * Chooses the samples of a run: the last bar of each day, week or month of the zone, or every bar.
 *
 * `"auto"` samples days if the median distance of two bars is below 24 hours, else every bar. The median, and not the
 * smallest distance, because days of 23 hours and single odd bars do not make daily bars intraday ones.
 *
 * @param time Times of the bars, ms since the epoch.
 */
export function resolveSampling(time: Column, settings: StatisticsSettings): Sampling {
  const { returns, zone, periodsPerYear } = settings;
  const period = returns !== "auto" ? returns : mostlyWithinDays(time) ? "day" : "bar";
  const count = time.length;
  if (period === "bar") {
    return { count, perYear: periodsPerYear || perYear(count, time[0], time[count - 1]) };
  }
  const { ends } = periodEnds(time, { period, zone });
  const found = perYear(ends.length, time[ends[0]], time[ends[ends.length - 1]]);
  return { count: ends.length, ends, perYear: periodsPerYear || found };
}

function perYear(count: number, first: number, last: number): number {
  return count < 2 ? NaN : (count - 1) * YEAR / (last - first);
}

/** Whether more than half of the distances are below a day, which is what the median says without sorting. */
function mostlyWithinDays(time: Column): boolean {
  const half = Math.max(0, time.length - 1) / 2;
  let shorter = 0;
  for (let t = 1; t < time.length && shorter <= half; t++) {
    if (time[t] - time[t - 1] < DAY) shorter++;
  }
  return shorter > half;
}
