import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { DAY } from "./durations.ts";
import { periodEnds } from "./periods.ts";

/** Return of one calendar month or year. */
export interface PeriodReturn {
  /** Calendar year. */
  readonly year: number;
  /** From 1; null for a year. */
  readonly month: number | null;
  /** Last equity of the period over that of the one before, less 1; NaN if that was <= 0. */
  readonly return: number;
}

/**
 * Returns by calendar month or year, the first against the starting cash. Months without bars have no row; the next
 * row's return covers them.
 *
 * @param output The equity of a run.
 * @param bars The bars it ran on.
 * @param options `period`; IANA `zone` whose calendar counts; starting `cash`.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.of(Date.UTC(2023, 11, 29), Date.UTC(2024, 0, 2), Date.UTC(2024, 0, 3));
 * const equity = Float64Array.of(100, 120, 150);
 * assertEquals(periodReturns({ equity }, { time }, { period: "month", zone: "UTC", cash: 80 }), [
 *   { year: 2023, month: 12, return: 0.25 },
 *   { year: 2024, month: 1, return: 0.5 },
 * ]);
 * ```
 */
export function periodReturns(
  output: Pick<RunOutput, "equity">,
  bars: Pick<Bars, "time">,
  options: { readonly period: "month" | "year"; readonly zone: string; readonly cash: number },
): PeriodReturn[] {
  const { ends, days } = periodEnds(bars.time, options);
  let previous = options.cash;
  return Array.from(ends, (end, row) => {
    const equity = output.equity[end];
    const first = new Date(days[row] * DAY);
    const made = {
      year: first.getUTCFullYear(),
      month: options.period === "year" ? null : first.getUTCMonth() + 1,
      return: previous > 0 ? equity / previous - 1 : NaN,
    };
    previous = equity;
    return made;
  });
}
