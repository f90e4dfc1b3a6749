import { breakEven, type Case, gain, level, makeCase, trailAfter } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** In on bar 1 at 100. */
const quiet = [first, first] as const;
const afterFive = gain("fraction", 0.05);

/** Stops that a gain brings, and targets in multiples of the risk, section 4. */
export const gainCases: readonly Case[] = [
  makeCase("break-even is a stop from the bar after the gain", {
    // Mark 105 is 100 * 1.05; the low of that bar, below 101, does not count.
    prices: [...quiet, [100, 105, 100.5, 104], [104, 105, 100.5, 102]],
    signals: { le: [0] },
    risk: [breakEven(afterFive, 0.01)],
    expected: { trades: [{ exitIndex: 3, exitPrice: 101, reason: "breakEven", pnl: 1 }] },
  }),
  makeCase("break-even is no stop before the gain", {
    prices: [...quiet, [100, 104.75, 99, 100], [100, 101, 99, 100]],
    signals: { le: [0] },
    risk: [breakEven(afterFive)],
    expected: { trades: [{ reason: "open" }] },
  }),
  makeCase("break-even after no gain at all is noticed on the bar after an entry at the close", {
    prices: [first, [99.3, 99.5, 99, 99.2], [99.3, 99.6, 99, 99.4], first],
    signals: { le: [0] },
    risk: [breakEven(gain("fraction", 0))],
    execution: { fill: "close" },
    // The mark is the entry price, 100, though no bar behind it is as high.
    expected: { trades: [{ exitIndex: 2, exitPrice: 99.3, reason: "breakEven" }] },
  }),
  makeCase("break-even that the open has jumped", {
    prices: [...quiet, [100, 106, 99, 104], [99.5, 102, 99, 100]],
    signals: { le: [0] },
    risk: [breakEven(afterFive)],
    slippage: { fixed: 0.5 },
    // In at 100.5: 105.525 reached.
    expected: { trades: [{ exitIndex: 3, exitPrice: 99, reason: "breakEven" }] },
  }),
  makeCase("break-even after a multiple of the risk", {
    prices: [...quiet, [100, 104, 99, 103], [103, 104, 100, 102]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 4), breakEven(gain("riskMultiple", 1))],
    // R = 4.
    expected: { trades: [{ exitIndex: 3, exitPrice: 100, reason: "breakEven", pnl: 0 }] },
  }),
  makeCase("break-even of a short", {
    prices: [...quiet, [100, 101, 95, 97], [97, 99, 96, 98]],
    signals: { se: [0] },
    risk: [breakEven(afterFive, 0.01)],
    expected: {
      trades: [{ side: -1, exitIndex: 3, exitPrice: 99, reason: "breakEven", pnl: 1 }],
    },
  }),
  makeCase("a stop and break-even at one level are named stopLoss", {
    prices: [...quiet, [100, 106, 99, 104], [104, 105, 98, 100]],
    signals: { le: [0] },
    risk: [level("stopLoss", "price", 98), breakEven(afterFive, -0.02)],
    expected: { trades: [{ exitIndex: 3, exitPrice: 98, reason: "stopLoss" }] },
  }),
  makeCase("an addition moves break-even with the average", {
    prices: [...quiet, [104, 107, 103.5, 104], [104, 105, 101.5, 102]],
    signals: { le: [0, 1] },
    risk: [breakEven(afterFive)],
    execution: { pyramid: 1 },
    // Average 102; 107 is above 107.1 not: no stop on bar 3.
    expected: { trades: [{ quantity: 2, reason: "open", pnl: 0 }] },
  }),
  makeCase("a trail is no stop until its gain, and has moved meanwhile", {
    prices: [
      ...quiet,
      [100, 104, 97, 103],
      [103, 106, 101, 104],
      [105, 105.5, 103, 103.5],
    ],
    signals: { le: [0] },
    risk: [trailAfter("distance", 2, afterFive)],
    // 98 on bar 2 and 102 on bar 3 are passed without effect; 106 reaches 105: 104 on bar 4.
    expected: { trades: [{ exitIndex: 4, exitPrice: 104, reason: "trailingStop", pnl: 4 }] },
  }),
  makeCase("trailTiming does not change when a trail comes into force", {
    prices: [...quiet, [100, 106, 101, 102], [105, 107, 104.5, 106]],
    signals: { le: [0] },
    risk: [trailAfter("distance", 2, afterFive)],
    execution: { trailTiming: "current" },
    // Not on bar 2; on bar 3 the trail is 107 - 2.
    expected: { trades: [{ exitIndex: 3, exitPrice: 105, reason: "trailingStop" }] },
  }),
  makeCase("a trail in force stays so", {
    prices: [...quiet, [100, 106, 99, 105], [105, 105.5, 104.5, 105], [105, 105, 103.5, 104]],
    signals: { le: [0] },
    risk: [trailAfter("distance", 2, afterFive)],
    expected: { trades: [{ exitIndex: 4, exitPrice: 104, reason: "trailingStop" }] },
  }),
  makeCase("a target in multiples of the risk", {
    prices: [...quiet, [100, 109, 99, 105]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 4), level("takeProfit", "riskMultiple", 2)],
    expected: { trades: [{ exitPrice: 108, reason: "takeProfit" }] },
  }),
  makeCase("a short's target in multiples of the risk", {
    prices: [...quiet, [100, 101, 91, 95]],
    signals: { se: [0] },
    risk: [level("stopLoss", "distance", 4), level("takeProfit", "riskMultiple", 2)],
    expected: { trades: [{ side: -1, exitPrice: 92, reason: "takeProfit" }] },
  }),
  makeCase("the risk is counted to the stop that is in force first", {
    prices: [...quiet, [100, 107, 99, 105]],
    signals: { le: [0] },
    risk: [
      level("stopLoss", "distance", 5),
      level("trailingStop", "distance", 3),
      level("takeProfit", "riskMultiple", 2),
    ],
    // R = 100 - 97.
    expected: { trades: [{ exitPrice: 106, reason: "takeProfit" }] },
  }),
  makeCase("a trail that waits for its gain is not the stop in force first", {
    prices: [...quiet, [100, 111, 99, 105]],
    signals: { le: [0] },
    risk: [
      level("stopLoss", "distance", 5),
      trailAfter("distance", 3, gain("fraction", 0.5)),
      level("takeProfit", "riskMultiple", 2),
    ],
    expected: { trades: [{ exitPrice: 110, reason: "takeProfit" }] },
  }),
  makeCase("the risk of the first entry stays with additions", {
    prices: [...quiet, [104, 105, 103, 104], [104, 111, 103, 110]],
    signals: { le: [0, 1] },
    risk: [level("stopLoss", "price", 96), level("takeProfit", "riskMultiple", 2)],
    execution: { pyramid: 1 },
    // R = 4; on the average of 102: 110.
    expected: { trades: [{ quantity: 2, entryPrice: 102, exitIndex: 3, exitPrice: 110 }] },
  }),
  makeCase("an undefined gain refuses the entry", {
    prices: quiet,
    signals: { le: [0] },
    risk: [breakEven(gain("fraction", NaN))],
    expected: { trades: [], refused: { levelUndefined: 1 } },
  }),
];
