import { YEAR } from "./durations.ts";
import type { RunFacts } from "./run_totals.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** The stretch of data that was tested. */
export interface PeriodStatistics {
  /** Time of the first bar. Undefined without bars. */
  readonly start: Measured;
  /** Time of the last bar. Undefined without bars. */
  readonly end: Measured;
  /** Number of bars. */
  readonly bars: Measured;
  /** `(end - start) / 365.25 days`. Undefined without bars. */
  readonly years: Measured;
}

/** Texts of the period's statistics. */
export const periodGroup: StatisticGroup<PeriodStatistics> = {
  title: "Period",
  statistics: {
    start: {
      label: "Start",
      unit: "time",
      computed: "streamed",
      summary: "Time of the first bar.",
      undefinedWhen: reasons.noBars,
    },
    end: {
      label: "End",
      unit: "time",
      computed: "streamed",
      summary: "Time of the last bar.",
      undefinedWhen: reasons.noBars,
    },
    bars: {
      label: "Bars",
      unit: "count",
      computed: "streamed",
      summary: "Number of bars.",
      undefinedWhen: "",
    },
    years: {
      label: "Years",
      unit: "years",
      computed: "streamed",
      summary: "Time from the first bar to the last, in years of 365.25 days.",
      undefinedWhen: reasons.noBars,
    },
  },
};

/** Measures the stretch of data. */
export function periodStatistics({ bars }: Pick<RunFacts, "bars">): PeriodStatistics {
  const { length, time } = bars;
  if (length === 0) {
    return { start: reasons.noBars, end: reasons.noBars, bars: 0, years: reasons.noBars };
  }
  const start = time[0];
  const end = time[length - 1];
  return { start, end, bars: length, years: (end - start) / YEAR };
}
