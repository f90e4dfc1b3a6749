import type { Drawdown } from "./drawdown.ts";
import { DAY } from "./durations.ts";
import type { RunFacts } from "./run_totals.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** The deepest fall of the equity below its peak, looked for at every bar; the starting cash is a peak. */
export interface DrawdownStatistics {
  /**
   * The smallest `equity / peak - 1`, <= 0; 0 if equity never was below its peak. As empyrical, whose curve has samples
   * only. Undefined without bars.
   */
  readonly maxDrawdown: Measured;
  /** Time of the last bar at the peak; of the first bar where the peak is the starting cash. Undefined without one. */
  readonly maxDrawdownStart: Measured;
  /** Time of the first bar of the lowest equity. Undefined without a drawdown. */
  readonly maxDrawdownEnd: Measured;
  /** Time of the first bar back at the peak. Undefined without a drawdown, and if it was not reached. */
  readonly maxDrawdownRecovery: Measured;
  /** Days from the peak to the recovery, or to the last bar if there was none. Undefined without a drawdown. */
  readonly maxDrawdownDuration: Measured;
}

/** Texts of the drawdown's statistics. */
export const drawdownGroup: StatisticGroup<DrawdownStatistics> = {
  title: "Drawdown",
  statistics: {
    maxDrawdown: {
      label: "Max drawdown",
      unit: "fraction",
      computed: "streamed",
      summary: "Deepest fall below the highest equity so far, at every bar; 0 or negative.",
      undefinedWhen: reasons.noBars,
    },
    maxDrawdownStart: {
      label: "From peak",
      unit: "time",
      computed: "streamed",
      summary: "Last bar at the peak before the maximum drawdown.",
      undefinedWhen: reasons.noDrawdown,
    },
    maxDrawdownEnd: {
      label: "Trough",
      unit: "time",
      computed: "streamed",
      summary: "First bar of the lowest equity of the maximum drawdown.",
      undefinedWhen: reasons.noDrawdown,
    },
    maxDrawdownRecovery: {
      label: "Recovery",
      unit: "time",
      computed: "streamed",
      summary: "First bar back at the peak after the maximum drawdown.",
      undefinedWhen: "no drawdown, or not recovered",
    },
    maxDrawdownDuration: {
      label: "Duration",
      unit: "days",
      computed: "streamed",
      summary: "Days from the peak to the recovery, or to the last bar.",
      undefinedWhen: reasons.noDrawdown,
    },
  },
};

/** Measures the maximum drawdown. */
export function drawdownStatistics(
  { bars }: Pick<RunFacts, "bars">,
  { depth, peak, trough, recovery }: Drawdown,
): DrawdownStatistics {
  const { length, time } = bars;
  if (depth === 0) {
    const none = length === 0 ? reasons.noBars : reasons.noDrawdown;
    return {
      maxDrawdown: length === 0 ? none : 0,
      maxDrawdownStart: none,
      maxDrawdownEnd: none,
      maxDrawdownRecovery: none,
      maxDrawdownDuration: none,
    };
  }
  const start = time[Math.max(peak, 0)];
  const over = time[recovery < 0 ? length - 1 : recovery];
  return {
    maxDrawdown: depth,
    maxDrawdownStart: start,
    maxDrawdownEnd: time[trough],
    maxDrawdownRecovery: recovery < 0 ? reasons.notRecovered : over,
    maxDrawdownDuration: (over - start) / DAY,
  };
}
