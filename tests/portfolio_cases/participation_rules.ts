import type { Rule } from "../../codegen/define/types.ts";
import { level, type PortfolioCase, timeStop } from "./case.ts";
import { tenth } from "./tenth.ts";

const stopLoss = level("stopLoss", "fraction", 0.1);
const takeProfit = level("takeProfit", "fraction", 0.2);

/** Parts: at which gain, and what of the position. */
function scaleOut(parts: readonly (readonly [at: number, fraction: number])[]): Rule {
  return {
    type: "scaleOut",
    form: "fraction",
    parts: parts.map(([at, fraction]) => ({
      at: { tag: "number", value: at },
      fraction: { tag: "number", value: fraction },
    })),
  };
}

/** Positions that grow by parts, and rules that find too little volume, section 11. */
export const participationRuleCases: readonly PortfolioCase[] = [
  tenth("a stop takes out what fits at its price; the rest goes at the opens that follow", {
    prices: { A: [10, 10, [10, 10, 8, 9.5], [7, 8, 7, 8], [12, 12, 12, 12]] },
    volume: { A: [0, 100, 30, 10, 100] },
    settings: { rules: [stopLoss] },
    does: { 0: (broker) => broker.buy("A", 5) },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 9, reason: "stopLoss", pnl: -3 },
        { quantity: 1, exitIndex: 3, exitPrice: 7, reason: "stopLoss", pnl: -3 },
        { quantity: 1, exitIndex: 4, exitPrice: 12, reason: "stopLoss", pnl: 2 },
      ],
      ledger: [[1, 0, 950, 5], [2, 0, 977, 2], [3, 0, 984, 1], [4, 0, 996, 0]],
    },
  }),
  tenth("a stop that the open has jumped takes out what fits there", {
    prices: { A: [10, 10, [8, 9, 7, 8], [6, 6, 6, 6]] },
    volume: { A: [0, 100, 30, 100] },
    settings: { rules: [stopLoss] },
    does: { 0: (broker) => broker.buy("A", 5) },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 8, reason: "stopLoss" },
        { quantity: 2, exitIndex: 3, exitPrice: 6, reason: "stopLoss" },
      ],
    },
  }),
  tenth("a time rule that finds too little room goes on by itself", {
    prices: { A: [10, 10, 11, 12] },
    volume: { A: [0, 100, 30, 100] },
    settings: { rules: [timeStop(1)] },
    does: { 0: (broker) => broker.buy("A", 5) },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 11, reason: "timeStop" },
        { quantity: 2, exitIndex: 3, exitPrice: 12, reason: "timeStop" },
      ],
    },
  }),
  tenth("a target stays at its level with what did not fit", {
    prices: { A: [10, 10, [10, 12, 10, 11], [11, 11.5, 11, 11], [11, 13, 11, 12]] },
    volume: { A: [0, 100, 30, 100, 100] },
    settings: { rules: [takeProfit] },
    does: { 0: (broker) => broker.buy("A", 5) },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 12, reason: "takeProfit" },
        { quantity: 2, exitIndex: 4, exitPrice: 12, reason: "takeProfit" },
      ],
    },
  }),
  tenth("a part of the position has gone out when all of its quantity has, then comes the next", {
    prices: { A: [10, 10, [10, 13, 10, 11], [10, 13, 10, 11]] },
    volume: { A: [0, 100, 30, 100] },
    settings: { rules: [scaleOut([[0.1, 0.5], [0.2, 0.25]])] },
    does: { 0: (broker) => broker.buy("A", 8) },
    // Half of 8 at 11: 3, then 1; a quarter at 12: 2.
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 11, reason: "scaleOut" },
        { quantity: 1, exitIndex: 3, exitPrice: 11, reason: "scaleOut" },
        { quantity: 2, exitIndex: 3, exitPrice: 12, reason: "scaleOut" },
        { quantity: 2, reason: "open" },
      ],
    },
  }),
  tenth("stop and target on one bar: what the first leaves of the room is the other's", {
    prices: { A: [10, 10, [10, 12, 8, 11], [11, 11, 11, 11]] },
    volume: { A: [0, 100, 30, 100] },
    settings: { rules: [stopLoss, takeProfit], execution: { ambiguity: "target" } },
    does: { 0: (broker) => broker.buy("A", 5) },
    // 3 at the target; the stop finds no room and is queued. At stake: 5 * (12 - 9).
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 12, reason: "takeProfit", ambiguous: 1 },
        { quantity: 2, exitIndex: 3, exitPrice: 11, reason: "stopLoss", ambiguous: 0 },
      ],
      ambiguousBars: 1,
      ambiguousStake: 15,
    },
  }),
  tenth("a bar on which nothing of a position fits is not ambiguous", {
    prices: { A: [10, 10, [10, 12, 8, 11], [11, 11, 11, 11]], B: [10, [10, 12, 8, 9.5], 11, 11] },
    volume: { A: [0, 50, 30, 100], B: [0, 30, 100, 100] },
    settings: { cash: 10_000, rules: [stopLoss, takeProfit] },
    does: {
      0: (broker) => {
        broker.buy("A", 5);
        // Opened inside the bar with all of its room.
        broker.buy("B", { quantity: 3, limit: 9.5 });
      },
      // Adds at the open with all of the room.
      1: (broker) => broker.buy("A", 3),
    },
    expected: {
      trades: [
        { asset: 1, quantity: 3, exitIndex: 2, exitPrice: 11, reason: "stopLoss", ambiguous: 0 },
        { asset: 0, quantity: 8, exitIndex: 3, exitPrice: 11, reason: "stopLoss", ambiguous: 0 },
      ],
    },
  }),
  tenth("a later part that comes to nothing waits for the rest of the one before", {
    prices: { A: [10, 10, [10, 13, 10, 11], [10, 13, 10, 11]] },
    volume: { A: [0, 100, 30, 100] },
    settings: { lot: 2, rules: [scaleOut([[0.1, 0.5], [0.2, 0.1]])] },
    does: { 0: (broker) => broker.buy("A", 8) },
    // Half of 8 at 11: 2, then 2; a tenth of 8 is no lot.
    expected: {
      trades: [
        { quantity: 2, exitIndex: 2, exitPrice: 11, reason: "scaleOut" },
        { quantity: 2, exitIndex: 3, exitPrice: 11, reason: "scaleOut" },
        { quantity: 4, reason: "open" },
      ],
    },
  }),
  tenth("on a bar without volume a stop that is touched queues its exit, a target stays", {
    prices: {
      A: [10, 10, [10, 10, 8, 9.5], 11, 11],
      B: [10, 10, [10, 13, 10, 10], 11, [11, 13, 11, 11]],
      C: [10, 10, [13, 13, 8, 10], 11, 11],
    },
    volume: {
      A: [0, 100, 0, 100, 100],
      B: [0, 100, NaN, 100, 100],
      C: [0, 100, 0, 100, 100],
    },
    settings: { rules: [stopLoss, takeProfit] },
    does: { 0: (broker) => ["A", "B", "C"].forEach((symbol) => broker.buy(symbol, 5)) },
    // C: the open has jumped the target, then the stop is touched.
    expected: {
      trades: [
        { asset: 0, exitIndex: 3, exitPrice: 11, reason: "stopLoss" },
        { asset: 2, exitIndex: 3, exitPrice: 11, reason: "stopLoss" },
        { asset: 1, exitIndex: 4, exitPrice: 12, reason: "takeProfit" },
      ],
    },
  }),
  tenth("a position that grows by parts has one entry, and its levels are on the new average", {
    prices: { A: [10, 10, [20, 20, 14, 15], [15, 15, 13.5, 14]] },
    volume: { A: [0, 50, 50, 1000] },
    does: { 0: (broker) => broker.buy("A", { quantity: 10, bracket: { stop: 0.1 } }) },
    // 5 at 10 with a stop at 9, then 5 at 20: an average of 15, a stop at 13.5; the low of 14 is above.
    expected: {
      trades: [{
        quantity: 10,
        entryIndex: 1,
        entryPrice: 15,
        exitIndex: 3,
        exitPrice: 13.5,
        reason: "stopLoss",
      }],
    },
  }),
  tenth("a bracket comes with the first part only: a trail keeps its mark", {
    prices: { A: [10, [10, 14, 10, 14], [13, 13, 12.5, 13], [13, 13, 11.5, 12]] },
    volume: { A: [0, 50, 50, 1000] },
    does: {
      0: (broker) => broker.buy("A", { quantity: 10, bracket: { trail: { distance: 2 } } }),
    },
    // The high of 14 makes 12; a mark that began with the second part would make 11.
    expected: {
      trades: [{
        quantity: 10,
        entryPrice: 11.5,
        exitIndex: 3,
        exitPrice: 12,
        reason: "trailingStop",
      }],
    },
  }),
  tenth("whatever closes a position cancels what was building it", {
    prices: { A: [10, 10, [10, 10, 8, 9], 9], B: [10, 10, 10, 10] },
    volume: { A: [0, 50, 100, 1000], B: [0, 50, 30, 1000] },
    settings: { rules: [stopLoss] },
    does: {
      0: (broker) => {
        broker.buy("A", 20);
        broker.buy("B", 20);
      },
      1: (broker) => broker.sell("B", 5),
    },
    // A: 5, 10 more on bar 2, whose room is then used up: out at the next open. B: 3 of 5 out, and 2.
    expected: {
      trades: [
        { asset: 1, quantity: 3, exitIndex: 2, reason: "signal" },
        { asset: 0, quantity: 15, exitIndex: 3, exitPrice: 9, reason: "stopLoss" },
        { asset: 1, quantity: 2, exitIndex: 3, reason: "signal" },
      ],
      orders: [
        { status: "cancelled", reason: "noPosition", endIndex: 3, filled: 15 },
        { status: "cancelled", reason: "noPosition", endIndex: 3, filled: 5 },
        { status: "filled", endIndex: 3, filled: 5 },
      ],
    },
  }),
  tenth("while a rule takes its position out, nothing adds to it", {
    prices: { A: [10, 10, [10, 10, 8, 9], 9, 9, 9] },
    volume: { A: [0, 100, 50, 30, 100, 100] },
    settings: { rules: [stopLoss] },
    does: { 0: (broker) => broker.buy("A", 10), 2: (broker) => broker.buy("A", 4) },
    expected: {
      trades: [
        { quantity: 5, exitIndex: 2, exitPrice: 9 },
        { quantity: 3, exitIndex: 3, exitPrice: 9 },
        { quantity: 2, exitIndex: 4, exitPrice: 9 },
      ],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 4, filled: 0 },
      ],
    },
  }),
  tenth("liquidation closes whole, whatever the volume", {
    prices: { A: [100, 100, 10] },
    volume: { A: [0, 200, 10] },
    settings: { leverage: 3 },
    does: { 0: (broker) => broker.buy("A", 20) },
    expected: {
      trades: [{ quantity: 20, exitIndex: 2, exitPrice: 10, reason: "liquidation", pnl: -1800 }],
      ruinIndex: 2,
    },
  }),
];
