import { digestBars } from "../data/digest.ts";
import { correlation } from "../stats/correlation.ts";
import { type StatisticName, statistics as registry } from "../stats/registry.ts";
import { returnColumn } from "../stats/returns.ts";
import { resolveSampling } from "../stats/sampling.ts";
import { type CommonTrades, commonTrades } from "./common_trades.ts";
import { type FirstDecision, firstDecision } from "./decisions.ts";
import type { Ledger } from "./output.ts";
import type { BacktestResult } from "./result.ts";

/** Two results on the same bars beside each other. */
export interface Comparison {
  /** The first result. */
  readonly left: BacktestResult;
  /** The second. */
  readonly right: BacktestResult;
  /** Each statistic of the second less that of the first, in its unit, times in milliseconds; NaN where one is undefined. */
  readonly differences: Readonly<Record<StatisticName, number>>;
  /** The first bar on which their decisions differ; undefined: they decided alike. */
  readonly firstDecision: FirstDecision | undefined;
  /** The first bar on which they decided alike but with other quantities, if that is an earlier one. */
  readonly firstQuantity: FirstDecision | undefined;
  /** The trades that both have, and those of one only. */
  readonly trades: CommonTrades;
  /** Share of bars at whose close both were long, both short or both flat; NaN without bars. */
  readonly sameSide: number;
  /** Correlation of the sampled returns; NaN where those of one do not vary or start from equity <= 0. */
  readonly correlation: number;
}

/**
 * Compares two results: statistics, decisions, trades and returns.
 *
 * @param left The first result.
 * @param right The second; it must come from the same bars. The first one's settings say how returns are sampled.
 * @throws {RangeError} If they come from different bars.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * import { backtest } from "./backtest.ts";
 * const time = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"];
 * const bars = barsFrom({ time, close: [10, 11, 12, 11] }, { priceOnly: true });
 * const [early, late] = ["true", "close > 11"].map((enter) =>
 *   backtest({ name: enter, long: { enter } }, bars)
 * );
 * const { firstDecision, trades } = compareResults(early, late);
 * assertEquals([firstDecision?.bar, firstDecision?.right], [1, []]);
 * assertEquals([trades.onlyLeft.trades, trades.onlyRight.trades], [1, 1]);
 * ```
 */
export function compareResults(left: BacktestResult, right: BacktestResult): Comparison {
  const { bars } = left;
  if (bars !== right.bars && digestBars(bars) !== digestBars(right.bars)) {
    throw new RangeError("Cannot compare results: expected both to come from the same bars");
  }
  const all = [...registry.values()];
  const decision = firstDecision(left.output, right.output);
  const either = firstDecision(left.output, right.output, { quantities: true });
  return {
    left,
    right,
    differences: Object.fromEntries(
      all.map(({ name }) => [name, right.statistics[name] - left.statistics[name]]),
    ) as Record<StatisticName, number>,
    firstDecision: decision,
    firstQuantity: either?.bar === decision?.bar ? undefined : either,
    trades: commonTrades(left.output, right.output),
    sameSide: sameSide(left.output.ledger, right.output.ledger, bars.length),
    correlation: correlationOf(left, right),
  };
}

function correlationOf(left: BacktestResult, right: BacktestResult): number {
  const sampling = resolveSampling(left.bars.time, left.settings.statistics);
  const [one, other] = [left, right].map(({ equity, settings: { cash }, output }) =>
    output.ruinIndex < 0 ? returnColumn(equity, { sampling, cash }) : undefined
  );
  return one === undefined || other === undefined ? NaN : correlation(one, other);
}

function sameSide(left: Ledger, right: Ledger, bars: number): number {
  const [one, other] = [sideAt(left), sideAt(right)];
  let same = 0;
  for (let t = 0; t < bars; t++) {
    if (one(t) === other(t)) same++;
  }
  return same / bars;
}

/** The side held at the close of a bar, for bars asked in order. */
function sideAt({ count, index, quantity }: Ledger): (t: number) => number {
  let row = 0;
  let side = 0;
  return (t) => {
    for (; row < count && index[row] <= t; row++) side = Math.sign(quantity[row]);
    return side;
  };
}
