import { throwProblems } from "../../codegen/define/problem.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { benchmarkProblem } from "./benchmark.ts";
import { benchmarkGroup, benchmarkStatistics } from "./benchmark_statistics.ts";
import { costStatistics } from "./cost_statistics.ts";
import { distributionGroup, distributionStatistics } from "./distribution_statistics.ts";
import { deepestDrawdown } from "./drawdown.ts";
import { drawdownStatistics } from "./drawdown_statistics.ts";
import { equityStatistics } from "./equity_statistics.ts";
import { excursionGroup, excursionStatistics } from "./excursion_statistics.ts";
import type { StatisticsOptions } from "./input.ts";
import { fillStatistics } from "./fill_statistics.ts";
import { periodStatistics } from "./period_statistics.ts";
import { gatherStatistics, type LateGroup, type Statistics } from "./gather.ts";
import type { DetailStatistics, PageStatistics } from "./registry.ts";
import { returnStatistics } from "./return_statistics.ts";
import { sampleReturns } from "./returns.ts";
import { riskStatistics } from "./risk_statistics.ts";
import { resolveSampling } from "./sampling.ts";
import type { StatisticGroup } from "./statistic.ts";
import { tradeDetailGroup, tradeDetailStatistics } from "./trade_detail_statistics.ts";
import { tradeStatistics } from "./trade_statistics.ts";
import { underwaterGroup, underwaterStatistics } from "./underwater_statistics.ts";

/**
 * Computes every statistic of a run. Formula and source stand at each one's declaration (`RiskStatistics` and so on).
 *
 * The order of operations is fixed, so equal runs give equal bits. What `details` shows is computed when first read: until
 * then `output` is kept, and must not change.
 *
 * @param output What the engine returned.
 * @param bars The bars it ran on.
 * @param settings The settings it ran with, of which `cash` and `statistics` matter here; and the `benchmark`, if any.
 * @throws {DefinitionError} If the bars have no column of the benchmark's name.
 */
export function computeStatistics(
  output: RunOutput,
  bars: Bars,
  settings: StatisticsOptions,
): Statistics {
  return prepareStatistics(bars, settings)(output);
}

/**
 * The same for many runs on the same bars, which share the sampling: the days of a time zone are found once.
 *
 * @param bars The bars of all runs.
 * @param settings The settings of all runs, as far as `cash`, `statistics` and `benchmark` go.
 * @throws {DefinitionError} If the bars have no column of the benchmark's name.
 */
export function prepareStatistics(
  bars: Bars,
  settings: StatisticsOptions,
): (output: RunOutput) => Statistics {
  const { cash } = settings;
  const problem = benchmarkProblem(settings.benchmark, bars);
  throwProblems("measure a run", problem === undefined ? [] : [problem]);
  const sampling = resolveSampling(bars.time, settings.statistics);
  return (output) => {
    const input = { output, bars, settings };
    const samples = sampleReturns(output.equity, { sampling, cash });
    const drawdown = deepestDrawdown(output.equity, cash);
    const returns = returnStatistics(input, samples);
    const page: PageStatistics = {
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
    return gatherStatistics(page, [
      late(underwaterGroup, () => underwaterStatistics(input, { sampling, depth: drawdown.depth })),
      late(distributionGroup, () => distributionStatistics(input, { sampling, samples })),
      late(tradeDetailGroup, () => tradeDetailStatistics(input)),
      late(excursionGroup, () => excursionStatistics(input)),
      late(benchmarkGroup, () => benchmarkStatistics(input, { sampling, samples })),
    ]);
  };
}

/** A group that is measured when read; a helper for its types. */
function late<Values extends Partial<DetailStatistics>>(
  group: StatisticGroup<Values>,
  measure: () => Values,
): LateGroup {
  return { names: Object.keys(group.statistics), measure };
}
