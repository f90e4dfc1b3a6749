import { type Case, level, makeCase, resting, scaleOut, size } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** In on bar 1 at 100. */
const quiet = [first, first] as const;
const four = size("units", 4);
/** One unit of four at 105, two at 110. */
const parts = scaleOut("distance", [[5, 0.25], [10, 0.5]]);
const stopAt95 = level("stopLoss", "distance", 5);
const upInSteps = [...quiet, [100, 106, 99, 104], [104, 112, 103, 111]] as const;

/** Parts of a position, sections 4 and 9. */
export const scaleOutCases: readonly Case[] = [
  makeCase("each part is a row of its own, the rest stays", {
    prices: upInSteps,
    signals: { le: [0] },
    size: four,
    risk: [parts],
    // Part 1: high 101, low 99, open 100, 105. Part 2 has 106 and 99 behind it. The rest has 112.
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, exitPrice: 105, reason: "scaleOut", pnl: 5, mfe: 5, mae: -1 },
        {
          quantity: 2,
          exitIndex: 3,
          exitPrice: 110,
          reason: "scaleOut",
          pnl: 20,
          mfe: 20,
          mae: -2,
        },
        { quantity: 1, exitIndex: -1, reason: "open", pnl: 11, mfe: 12, mae: -1 },
      ],
      ledger: [[1, 600, 4], [2, 705, 3], [3, 925, 1]],
      equity: [1000, 1000, 1017, 1036],
    },
  }),
  makeCase("a part takes its share of what is left of the entry's commission", {
    prices: upInSteps,
    signals: { le: [0] },
    size: four,
    risk: [parts],
    commission: { perOrder: 4 },
    // 4 at the entry: 4 * 1/4 = 1; 3 * 2/3 = 2; 1 is left. Each part pays 4 itself.
    expected: {
      trades: [
        { quantity: 1, fees: 5, pnl: 0 },
        { quantity: 2, fees: 6, pnl: 14 },
        { quantity: 1, fees: 1, pnl: 10 },
      ],
    },
  }),
  makeCase("a part takes its share of the entry's slippage and slips itself only over a jump", {
    prices: upInSteps,
    signals: { le: [0] },
    size: four,
    risk: [scaleOut("distance", [[3, 0.25], [8, 0.5]])],
    slippage: { fixed: 2 },
    // In at 102 with 8 lost; parts at 105 and 110: 2, 4 and 2.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105, slippage: 2, pnl: 3 },
        { quantity: 2, exitPrice: 110, slippage: 4, pnl: 16 },
        { quantity: 1, slippage: 2, pnl: 9 },
      ],
    },
  }),
  makeCase("parts that the open has jumped go out at the open, several in one bar", {
    prices: [...quiet, [111, 112, 109, 111]],
    signals: { le: [0] },
    size: four,
    risk: [parts],
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, exitPrice: 111, reason: "scaleOut" },
        { quantity: 2, exitIndex: 2, exitPrice: 111, reason: "scaleOut" },
        { quantity: 1, reason: "open" },
      ],
    },
  }),
  makeCase("a jumped part slips at most back to its own level", {
    prices: [...quiet, [111, 112, 109, 111]],
    signals: { le: [0] },
    size: four,
    risk: [scaleOut("distance", [[3, 0.25], [8, 0.5]])],
    slippage: { fixed: 2 },
    // 111 - 2 = 109: above 105, back to 110 for the other.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 109, slippage: 4 },
        { quantity: 2, exitPrice: 110, slippage: 6 },
        { quantity: 1, reason: "open" },
      ],
    },
  }),
  makeCase("the last part takes all that is left if the fractions reach 1", {
    prices: [...quiet, [100, 106, 99, 104], [104, 112, 103, 111]],
    signals: { le: [0] },
    size: size("units", 3),
    lot: 1,
    risk: [scaleOut("distance", [[5, 0.5], [10, 0.5]])],
    // 1.5 is one lot; two are left.
    expected: {
      trades: [{ quantity: 1, pnl: 5 }, { quantity: 2, exitPrice: 110, pnl: 20 }],
      ledger: [[1, 700, 3], [2, 805, 2], [3, 1025, 0]],
    },
  }),
  makeCase("a part of less than a lot makes no fill and is done", {
    prices: upInSteps,
    signals: { le: [0] },
    size: size("units", 2),
    lot: 1,
    risk: [scaleOut("distance", [[5, 0.4], [10, 0.5]])],
    expected: {
      trades: [{ quantity: 1, exitIndex: 3, exitPrice: 110 }, { quantity: 1, reason: "open" }],
    },
  }),
  makeCase("a part at the target goes out as a part, the rest as the target", {
    prices: [...quiet, [100, 126, 99, 105]],
    signals: { le: [0] },
    size: four,
    risk: [scaleOut("fraction", [[0.25, 0.5]]), level("takeProfit", "price", 125)],
    expected: {
      trades: [
        { quantity: 2, exitPrice: 125, reason: "scaleOut" },
        { quantity: 2, exitPrice: 125, reason: "takeProfit" },
      ],
    },
  }),
  makeCase("parts beyond the target are never reached, not even by the open", {
    prices: [...quiet, [115, 116, 114, 115]],
    signals: { le: [0] },
    size: four,
    risk: [scaleOut("distance", [[12, 0.5]]), level("takeProfit", "distance", 10)],
    expected: { trades: [{ quantity: 4, exitPrice: 115, reason: "takeProfit" }] },
  }),
  makeCase('stop and part in one bar under "stop": everything at the stop', {
    prices: [...quiet, [100, 106, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, parts],
    // |105 - 95| * 1.
    expected: {
      trades: [{ quantity: 4, exitPrice: 95, reason: "stopLoss", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 10,
    },
  }),
  makeCase('stop and part in one bar under "target": the part, then the stop takes the rest', {
    prices: [...quiet, [100, 106, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, parts],
    execution: { ambiguity: "target" },
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105, reason: "scaleOut", pnl: 5, ambiguous: 1 },
        { quantity: 3, exitPrice: 95, reason: "stopLoss", pnl: -15, ambiguous: 1 },
      ],
      equity: [1000, 1000, 990],
      ambiguousBars: 1,
      ambiguousStake: 10,
    },
  }),
  makeCase('stop and part under "nearestOpen": the stop on a tie', {
    prices: [...quiet, [100, 106, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, parts],
    execution: { ambiguity: "nearestOpen" },
    expected: {
      trades: [{ quantity: 4, exitPrice: 95, ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 10,
    },
  }),
  makeCase('"nearestOpen" compares the stop with each part that is left', {
    prices: [...quiet, [101, 111, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, parts],
    execution: { ambiguity: "nearestOpen" },
    // 105: 4 < 6. 110: 9 > 6. At stake 10 * 1 + 15 * 2.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105, reason: "scaleOut", ambiguous: 1 },
        { quantity: 3, exitPrice: 95, reason: "stopLoss", ambiguous: 1 },
      ],
      ambiguousBars: 1,
      ambiguousStake: 40,
    },
  }),
  makeCase('"nearestOpen" lets the stop take what no part touched', {
    prices: [...quiet, [103, 111, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, parts],
    execution: { ambiguity: "nearestOpen" },
    // 2 < 8, 7 < 8.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105 },
        { quantity: 2, exitPrice: 110 },
        { quantity: 1, exitPrice: 95, reason: "stopLoss" },
      ],
      ambiguousBars: 1,
      ambiguousStake: 40,
    },
  }),
  makeCase("part and target in one bar with the stop: at stake is what each would take", {
    prices: [...quiet, [100, 111, 94, 96]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, scaleOut("distance", [[5, 0.25]]), level("takeProfit", "distance", 10)],
    execution: { ambiguity: "target" },
    // 10 * 1 + 15 * 3.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105, reason: "scaleOut", ambiguous: 1 },
        { quantity: 3, exitPrice: 110, reason: "takeProfit", ambiguous: 1 },
      ],
      ambiguousBars: 1,
      ambiguousStake: 55,
    },
  }),
  makeCase("parts by riskMultiple count from the stop", {
    prices: [...quiet, [100, 106, 99, 104]],
    signals: { le: [0] },
    size: four,
    risk: [stopAt95, scaleOut("riskMultiple", [[1, 0.5]])],
    expected: { trades: [{ quantity: 2, exitPrice: 105 }, { quantity: 2, reason: "open" }] },
  }),
  makeCase("a short's parts are below", {
    prices: [...quiet, [100, 101, 94, 96]],
    signals: { se: [0] },
    size: four,
    risk: [parts],
    expected: {
      trades: [
        { side: -1, quantity: 1, exitPrice: 95, reason: "scaleOut", pnl: 5 },
        { side: -1, quantity: 3, reason: "open", pnl: 12 },
      ],
    },
  }),
  makeCase("a part cancels nothing, the last one cancels the exit order", {
    prices: [...quiet, [100, 106, 99, 104], [104, 111, 103, 110]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 120 }) },
    size: four,
    risk: [scaleOut("distance", [[5, 0.5], [10, 0.5]])],
    expected: {
      trades: [{ quantity: 2, exitIndex: 2 }, { quantity: 2, exitIndex: 3, exitPrice: 110 }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase('cooldownAfter: "loss" sums the rows of the position: a gain', {
    prices: [...quiet, [100, 106, 96, 98], [98, 99, 97, 98], first],
    signals: { le: [0, 3], lx: [2] },
    size: size("units", 2),
    risk: [scaleOut("distance", [[5, 0.5]])],
    execution: { cooldown: 3, cooldownAfter: "loss" },
    // +5, then 98 - 100 = -2.
    expected: {
      trades: [{ pnl: 5 }, { exitIndex: 3, exitPrice: 98, pnl: -2 }, { entryIndex: 4 }],
    },
  }),
  makeCase('cooldownAfter: "loss" sums the rows of the position: a loss', {
    prices: [...quiet, [100, 106, 93, 94], [94, 95, 93, 94], first],
    signals: { le: [0, 3], lx: [2] },
    size: size("units", 2),
    risk: [scaleOut("distance", [[5, 0.5]])],
    execution: { cooldown: 3, cooldownAfter: "loss" },
    // +5, then 94 - 100 = -6: the enter of bar 3 is ignored.
    expected: { trades: [{ pnl: 5 }, { exitIndex: 3, exitPrice: 94, pnl: -6 }] },
  }),
];
