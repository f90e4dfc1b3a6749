import type { Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { costStatistics } from "./cost_statistics.ts";
import { deepestDrawdown } from "./drawdown.ts";
import { drawdownStatistics } from "./drawdown_statistics.ts";
import { equityStatistics } from "./equity_statistics.ts";
import { fillStatistics } from "./fill_statistics.ts";
import { periodStatistics } from "./period_statistics.ts";
import type { MeasuredStatistics, StatisticName } from "./registry.ts";
import { returnStatistics } from "./return_statistics.ts";
import { sampleReturns } from "./returns.ts";
import { riskStatistics } from "./risk_statistics.ts";
import { resolveSampling } from "./sampling.ts";
import type { Measured } from "./statistic.ts";
import { tradeStatistics } from "./trade_statistics.ts";

/** The statistics of a run. */
export interface Statistics {
  /** Values by name, times in milliseconds since the epoch; NaN where undefined. */
  readonly values: Readonly<Record<StatisticName, number>>;
  /** Why a value is undefined, for each that is. */
  readonly reasons: Readonly<Partial<Record<StatisticName, string>>>;
}

/**
 * Computes every statistic of a run. Formula and source stand at each one's declaration (`RiskStatistics` and so on).
 *
 * The order of operations is fixed, so equal runs give equal bits.
 *
 * @param output What the engine returned.
 * @param bars The bars it ran on.
 * @param settings The settings it ran with; `cash` and `statistics` matter here.
 */
export function computeStatistics(output: RunOutput, bars: Bars, settings: Settings): Statistics {
  return prepareStatistics(bars, settings)(output);
}

/**
 * The same for many runs on the same bars, which share the sampling: the days of a time zone are found once.
 *
 * @param bars The bars of all runs.
 * @param settings The settings of all runs, as far as `cash` and `statistics` go.
 */
export function prepareStatistics(
  bars: Bars,
  settings: Settings,
): (output: RunOutput) => Statistics {
  const { cash } = settings;
  const sampling = resolveSampling(bars.time, settings.statistics);
  return (output) => {
    const input = { output, bars, settings };
    const samples = sampleReturns(output.equity, { sampling, cash });
    const drawdown = deepestDrawdown(output.equity, cash);
    const returns = returnStatistics(input, samples);
    const measured: MeasuredStatistics = {
      ...periodStatistics(input),
      ...equityStatistics(input, drawdown.highest),
      ...returns,
      ...riskStatistics(samples, {
        annualReturn: returns.annualReturn,
        depth: drawdown.depth,
      }),
      ...drawdownStatistics(input, drawdown),
      ...costStatistics(input, sampling),
      ...tradeStatistics(input),
      ...fillStatistics(input),
    };
    return splitReasons(measured);
  };
}

function splitReasons(measured: MeasuredStatistics): Statistics {
  const values: Partial<Record<StatisticName, number>> = {};
  const reasons: Partial<Record<StatisticName, string>> = {};
  for (const [name, found] of Object.entries(measured) as [StatisticName, Measured][]) {
    // A formula may overflow, as an annual return from two bars a minute apart does.
    const reason = typeof found === "string"
      ? found
      : Number.isFinite(found)
      ? undefined
      : "beyond the range of numbers";
    values[name] = reason === undefined ? found as number : NaN;
    if (reason !== undefined) reasons[name] = reason;
  }
  return { values: values as Record<StatisticName, number>, reasons };
}
