import type { AverageDrawdown } from "../../stats/average_drawdown.ts";
import type { PairedReturns } from "../../stats/benchmark.ts";
import { sampleDeviation } from "../../stats/moments.ts";
import { noise } from "../../stats/returns.ts";
import type {
  AverageExcursions,
  LongestStreaks,
  RunTotals,
  UnderwaterTotals,
} from "../../stats/run_totals.ts";
import type { Followed } from "./followed.ts";
import type { SlotWord } from "./slots.ts";

/** Reads a number of a set's row. */
export type ReadSlot = (word: SlotWord) => number;

/** A row as the totals that the statistics of a run are made of. */
export function runTotals(read: ReadSlot, { sampling: { count, perYear } }: Followed): RunTotals {
  const deviation = sampleDeviation({ count, mean: read("mean"), squares: read("squares") });
  const closed = read("closed");
  const rows = closed + read("open");
  const pnl = { count: closed, mean: read("pnlMean"), squares: read("pnlSquares") };
  return {
    end: read("end"),
    drawdown: {
      depth: read("depth"),
      peak: read("depthPeak"),
      trough: read("depthTrough"),
      recovery: read("depthRecovery"),
      highest: read("peak"),
    },
    samples: {
      count,
      perYear,
      mean: read("mean"),
      deviation: deviation <= noise ? 0 : deviation,
      downside: Math.sqrt(read("downside")),
      gain: read("gain"),
      loss: read("loss"),
      solvent: read("insolvent") === 0,
    },
    account: {
      exposure: read("exposure"),
      equity: read("averageEquity"),
      solvent: read("heldInsolvent") === 0,
    },
    costs: {
      heldBars: read("heldBars"),
      traded: read("traded"),
      fees: read("fees"),
      slippage: read("slippage"),
      financing: read("financing"),
      interest: read("interest"),
    },
    trades: {
      closed,
      open: read("open"),
      long: read("long"),
      short: rows - read("long"),
      wins: read("wins"),
      gain: read("won"),
      losses: read("losses"),
      loss: read("lost"),
      meanPnl: read("pnlMean"),
      deviation: sampleDeviation(pnl),
      best: read("best"),
      worst: read("worst"),
      meanReturn: read("returnMean"),
      meanBars: read("barsMean"),
    },
    fills: {
      ambiguousBars: read("ambiguousBars"),
      ambiguousStake: read("ambiguousStake"),
      reducedOrders: read("reducedOrders"),
    },
  };
}

/** The falls of a set's equity. */
export function underwaterOf(read: ReadSlot): UnderwaterTotals {
  const average: AverageDrawdown = {
    count: read("falls"),
    depth: read("fallDepth"),
    days: read("fallDays"),
  };
  return { average, ulcer: Math.sqrt(read("ulcer")) };
}

/** The streaks of a set. */
export function streaksOf(read: ReadSlot): LongestStreaks {
  return { won: read("longestWins"), lost: read("longestLosses") };
}

/** The excursions of a set. */
export function excursionsOf(read: ReadSlot): AverageExcursions {
  return { count: read("closed"), mfe: read("mfe"), mae: read("mae") };
}

/** A set's returns beside those of its benchmark. */
export function pairedOf(
  read: ReadSlot,
  { benchmark, sampling: { count } }: Followed,
): PairedReturns {
  const { squares, ...own } = benchmark;
  const pairs = Math.max(0, count - 1);
  const active = { count: pairs, mean: read("activeMean"), squares: read("activeSquares") };
  return {
    ...own,
    mean: read("ownMean"),
    slope: read("products") / squares,
    activeMean: read("activeMean"),
    activeDeviation: sampleDeviation(active),
  };
}
