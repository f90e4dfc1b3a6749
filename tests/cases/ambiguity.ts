import { type Case, level, makeCase, size } from "./case.ts";

/** In at 100 on bar 1, whose range holds the stop at 95 and the target at 110. */
const both = [[100, 101, 99, 100], [100, 111, 94, 100]] as const;
/** In at 100 on bar 1; bar 2 opens nearer to the target. */
const nearTarget = [[100, 101, 99, 100], [100, 104, 99, 103], [107, 111, 94, 100]] as const;
const risk = [level("stopLoss", "distance", 5), level("takeProfit", "distance", 10)];
const two = size("units", 2);
/** The other level is 15 away, times 2 units. */
const counted = { ambiguousBars: 1, ambiguousStake: 30 };

/** Bars that touch stop and target, section 4. */
export const ambiguityCases: readonly Case[] = [
  makeCase('ambiguity: "stop" is the default', {
    prices: both,
    signals: { le: [0] },
    risk,
    size: two,
    expected: {
      ...counted,
      trades: [{ exitPrice: 95, reason: "stopLoss", pnl: -10, ambiguous: 1, mfe: 0, mae: -10 }],
      equity: [1000, 990],
    },
  }),
  makeCase('ambiguity: "target"', {
    prices: both,
    signals: { le: [0] },
    risk,
    size: two,
    execution: { ambiguity: "target" },
    expected: {
      ...counted,
      trades: [{ exitPrice: 110, reason: "takeProfit", pnl: 20, ambiguous: 1, mfe: 20, mae: 0 }],
      equity: [1000, 1020],
    },
  }),
  makeCase('ambiguity: "nearestOpen" takes the stop where it is nearer', {
    prices: both,
    signals: { le: [0] },
    risk,
    size: two,
    execution: { ambiguity: "nearestOpen" },
    expected: { ...counted, trades: [{ exitPrice: 95, reason: "stopLoss", ambiguous: 1 }] },
  }),
  makeCase('ambiguity: "nearestOpen" takes the target where it is nearer', {
    prices: nearTarget,
    signals: { le: [0] },
    risk,
    size: two,
    execution: { ambiguity: "nearestOpen" },
    // |107 - 110| = 3 against |107 - 95| = 12.
    expected: {
      ...counted,
      trades: [{ exitIndex: 2, exitPrice: 110, reason: "takeProfit", ambiguous: 1 }],
      equity: [1000, 1006, 1020],
    },
  }),
  makeCase('ambiguity: "nearestOpen" takes the stop on a tie', {
    prices: both,
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 5), level("takeProfit", "distance", 5)],
    size: two,
    execution: { ambiguity: "nearestOpen" },
    expected: {
      ambiguousBars: 1,
      ambiguousStake: 20,
      trades: [{ exitPrice: 95, reason: "stopLoss", ambiguous: 1 }],
    },
  }),
  makeCase("a bar whose open has jumped a level is not ambiguous", {
    prices: [[100, 101, 99, 100], [100, 104, 99, 103], [94, 111, 93, 100]],
    signals: { le: [0] },
    risk,
    execution: { ambiguity: "target" },
    expected: { trades: [{ exitIndex: 2, exitPrice: 94, reason: "stopLoss", ambiguous: 0 }] },
  }),
  makeCase("an ambiguous bar of a short", {
    prices: [[100, 101, 99, 100], [100, 106, 89, 100]],
    signals: { se: [0] },
    risk,
    size: two,
    execution: { ambiguity: "target" },
    // Stop 105, target 90: |105 - 90| * 2.
    expected: {
      ...counted,
      trades: [{ side: -1, exitPrice: 90, reason: "takeProfit", pnl: 20, ambiguous: 1 }],
    },
  }),
  makeCase("the stop in force inside the bar decides what is at stake", {
    prices: both,
    signals: { le: [0] },
    risk: [level("trailingStop", "distance", 5), level("takeProfit", "distance", 10)],
    execution: { trailTiming: "current", ambiguity: "nearestOpen" },
    // The trail is 111 - 5 = 106 inside the bar: |100 - 106| = 6 < 10, stake |110 - 106|.
    expected: {
      ambiguousBars: 1,
      ambiguousStake: 4,
      trades: [{ exitPrice: 106, reason: "trailingStop", ambiguous: 1 }],
    },
  }),
];
