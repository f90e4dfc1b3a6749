/** What the kernel counts itself. */
export const countedByKernel = [
  "ambiguousBars",
  "ambiguousStake",
  "reducedOrders",
  "interest",
  "ruinIndex",
] as const;

/**
 * What is kept of each set while its bars go by: the sums that statistics are made of. One row of numbers a set, so that
 * Workers write the rows of all sets into one shared array.
 */
const words = [
  // What the account holds, from the last fill on, and the first bar not yet taken in
  "bar",
  "cash",
  "quantity",
  // Falls of the equity
  "peak",
  "peakIndex",
  "lowest",
  "lowestIndex",
  "depth",
  "depthPeak",
  "depthTrough",
  "depthRecovery",
  "falls",
  "fallDepth",
  "fallDays",
  "heldBars",
  "end",
  // Sampled returns and account
  "sample",
  "previous",
  "mean",
  "squares",
  "downside",
  "gain",
  "loss",
  "insolvent",
  "exposure",
  "averageEquity",
  "heldInsolvent",
  "samplePeak",
  "ulcer",
  "skew",
  "kurtosis",
  // Sampled returns beside those of the benchmark
  "ownMean",
  "ownSquares",
  "activeMean",
  "activeSquares",
  "products",
  // Trades
  "closed",
  "open",
  "long",
  "wins",
  "won",
  "losses",
  "lost",
  "pnlMean",
  "pnlSquares",
  "returnMean",
  "barsMean",
  "best",
  "worst",
  "fees",
  "slippage",
  "financing",
  "traded",
  "winStreak",
  "lossStreak",
  "longestWins",
  "longestLosses",
  "mfe",
  "mae",
  ...countedByKernel,
] as const;

/** Name of a number that is kept of a set. */
export type SlotWord = typeof words[number];

/** Position of each in a row. */
export const slot: Readonly<Record<SlotWord, number>> = Object.fromEntries(
  words.map((word, index) => [word, index]),
) as Record<SlotWord, number>;

/** Numbers in a row. */
export const rowLength: number = words.length;

const atStart: Readonly<Partial<Record<SlotWord, number>>> = {
  peakIndex: -1,
  lowestIndex: -1,
  depthPeak: -1,
  depthTrough: -1,
  depthRecovery: -1,
  ruinIndex: -1,
  best: -Infinity,
  worst: Infinity,
};
const firstRow = Float64Array.from(words, (word) => atStart[word] ?? 0);
const { cash: cashSlot, peak, lowest, previous, samplePeak } = slot;

/** Fills a row before the first bar. */
export function startRow(rows: Float64Array, at: number, cash: number): void {
  rows.set(firstRow, at);
  rows[at + cashSlot] = cash;
  rows[at + peak] = cash;
  rows[at + lowest] = cash;
  rows[at + previous] = cash;
  rows[at + samplePeak] = cash;
}
