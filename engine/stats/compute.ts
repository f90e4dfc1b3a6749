import { throwProblems } from "../../codegen/define/problem.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { benchmarkProblem, pairReturns } from "./benchmark.ts";
import { benchmarkGroup, benchmarkStatistics } from "./benchmark_statistics.ts";
import { costTotals } from "./cost_statistics.ts";
import { distributionGroup, distributionStatistics } from "./distribution_statistics.ts";
import { deepestDrawdown } from "./drawdown.ts";
import { averageExcursions, excursionGroup, excursionStatistics } from "./excursion_statistics.ts";
import type { StatisticsInput, StatisticsOptions } from "./input.ts";
import { gatherStatistics, type LateGroup, type Statistics } from "./gather.ts";
import { pageStatistics } from "./page_statistics.ts";
import type { DetailStatistics } from "./registry.ts";
import { sampleReturns } from "./returns.ts";
import type { RunFacts, RunTotals } from "./run_totals.ts";
import { sampledAccount } from "./sampled_account.ts";
import { resolveSampling } from "./sampling.ts";
import type { StatisticGroup } from "./statistic.ts";
import { tradeDetailGroup, tradeDetailStatistics } from "./trade_detail_statistics.ts";
import { tradeTotals } from "./trade_totals.ts";
import {
  underwaterGroup,
  underwaterStatistics,
  underwaterTotals,
} from "./underwater_statistics.ts";

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
  const facts = { bars, cash, sampling };
  const benchmark = bars.columns.get(settings.benchmark ?? "");
  return (output) => {
    const { equity } = output;
    const input = { output, bars, settings };
    const totals = totalsOf(input, facts);
    const { samples, end, drawdown: { depth } } = totals;
    return gatherStatistics(pageStatistics(totals, facts), [
      late(
        underwaterGroup,
        () => underwaterStatistics(underwaterTotals(equity, facts), { end, depth, bars, cash }),
      ),
      late(distributionGroup, () => distributionStatistics(input, { sampling, samples })),
      late(tradeDetailGroup, () => tradeDetailStatistics(input)),
      late(excursionGroup, () => excursionStatistics(averageExcursions(output.trades))),
      late(benchmarkGroup, () =>
        benchmarkStatistics(
          samples,
          benchmark && (() => pairReturns(equity, { benchmark, sampling })),
        )),
    ]);
  };
}

function totalsOf(input: StatisticsInput, { bars, cash, sampling }: RunFacts): RunTotals {
  const { output } = input;
  const { equity } = output;
  return {
    end: bars.length === 0 ? cash : equity[bars.length - 1],
    drawdown: deepestDrawdown(equity, cash),
    samples: sampleReturns(equity, { sampling, cash }),
    account: sampledAccount(input, sampling),
    costs: costTotals(input),
    trades: tradeTotals(output.trades),
    fills: output,
  };
}

/** A group that is measured when read; a helper for its types. */
function late<Values extends Partial<DetailStatistics>>(
  group: StatisticGroup<Values>,
  measure: () => Values,
): LateGroup {
  return { names: Object.keys(group.statistics), measure };
}
