import { type Case, level, makeCase, timeStop } from "./case.ts";

const rising = [
  [90, 96, 89, 95],
  [100, 106, 99, 105],
  [110, 116, 109, 115],
  [120, 126, 119, 125],
] as const;

/** Time rules and the end of data, sections 4 and 5. */
export const timeCases: readonly Case[] = [
  makeCase("timeStop 1 under fill: nextOpen is out at the open after the entry bar", {
    prices: rising,
    signals: { le: [0] },
    risk: [timeStop(1)],
    expected: { trades: [{ entryIndex: 1, exitIndex: 2, exitPrice: 110, reason: "timeStop" }] },
  }),
  makeCase("timeStop 1 under fill: close is out at the close after the entry bar", {
    prices: rising,
    signals: { le: [0] },
    risk: [timeStop(1)],
    execution: { fill: "close" },
    // In at 95, out at 105; bar 1 is held to its close: 106 and 99 count.
    expected: {
      trades: [{
        entryIndex: 0,
        exitIndex: 1,
        exitPrice: 105,
        reason: "timeStop",
        mfe: 11,
        mae: 0,
      }],
      equity: [1000, 1010, 1010, 1010],
    },
  }),
  makeCase("timeStop k is out k bars after the entry", {
    prices: rising,
    signals: { le: [0] },
    risk: [timeStop({ tag: "param", name: "bars", default: 1 })],
    params: new Map([["bars", 2]]),
    expected: { trades: [{ entryIndex: 1, exitIndex: 3, exitPrice: 120, reason: "timeStop" }] },
  }),
  makeCase("a time rule and a signal at one close: the reason is the rule's", {
    prices: rising,
    signals: { le: [0], lx: [1] },
    risk: [timeStop(1)],
    expected: { trades: [{ exitIndex: 2, reason: "timeStop" }] },
  }),
  makeCase("a time rule with an opposite enter reverses for its own reason, without cooldown", {
    prices: rising,
    signals: { le: [0], se: [1] },
    risk: [timeStop(1)],
    execution: { cooldown: 9 },
    // The short of bar 2 is out at the open of bar 3 in turn.
    expected: {
      trades: [
        { side: 1, exitIndex: 2, exitPrice: 110, reason: "timeStop" },
        { side: -1, entryIndex: 2, exitIndex: 3, exitPrice: 120, reason: "timeStop" },
      ],
    },
  }),
  makeCase('a time rule with an opposite enter under opposite: "close" is out only', {
    prices: rising,
    signals: { le: [0], se: [1] },
    risk: [timeStop(1)],
    execution: { opposite: "close" },
    expected: { trades: [{ side: 1, exitIndex: 2, exitPrice: 110, reason: "timeStop" }] },
  }),
  makeCase('a time rule with an opposite enter under opposite: "ignore" is out only', {
    prices: rising,
    signals: { le: [0], se: [1] },
    risk: [timeStop(1)],
    execution: { opposite: "ignore" },
    expected: { trades: [{ side: 1, exitIndex: 2, exitPrice: 110, reason: "timeStop" }] },
  }),
  makeCase("a stop inside the bar comes before the time rule of its close", {
    prices: rising,
    signals: { le: [0] },
    risk: [timeStop(1), level("takeProfit", "distance", 10)],
    execution: { fill: "close" },
    // In at 95, target 105 touched inside bar 1.
    expected: { trades: [{ exitIndex: 1, exitPrice: 105, reason: "takeProfit" }] },
  }),
  makeCase("an order queued at the last bar is cancelled", {
    prices: rising,
    signals: { le: [0], lx: [3] },
    expected: {
      trades: [{ exitIndex: -1, exitPrice: 125, reason: "open", pnl: 25 }],
      refused: { endOfData: 1 },
    },
  }),
  makeCase("a reversal queued at the last bar is two orders", {
    prices: rising,
    signals: { le: [0], se: [3] },
    expected: { trades: [{ reason: "open" }], refused: { endOfData: 2 } },
  }),
  makeCase('atEnd: "close" closes the last trade at the last close with costs', {
    prices: rising,
    signals: { le: [0] },
    commission: { perOrder: 2 },
    slippage: { fixed: 1 },
    execution: { atEnd: "close" },
    // In at 101, out at 124: 23 - 4. The last bar counts whole: 126, and 99 of bar 1.
    expected: {
      trades: [{
        entryPrice: 101,
        exitIndex: 3,
        exitPrice: 124,
        reason: "endOfData",
        pnl: 19,
        fees: 4,
        slippage: 2,
        mfe: 25,
        mae: -2,
      }],
      // Cash after the entry 897.
      equity: [1000, 1002, 1012, 1019],
      ledger: [[1, 897, 1], [3, 1019, 0]],
    },
  }),
  makeCase('atEnd: "close" cancels what is queued and closes for its own reason', {
    prices: rising,
    signals: { le: [0], se: [3] },
    execution: { atEnd: "close" },
    expected: {
      trades: [{ exitIndex: 3, exitPrice: 125, reason: "endOfData" }],
      refused: { endOfData: 2 },
    },
  }),
  makeCase('atEnd: "close" under fill: close makes no entry at the last close, and counts none', {
    prices: rising,
    signals: { le: [3] },
    risk: [level("stopLoss", "distance", NaN)],
    execution: { atEnd: "close", fill: "close" },
    expected: { trades: [], equity: [1000, 1000, 1000, 1000] },
  }),
  makeCase(
    'atEnd: "close" under fill: close leaves the first leg of a reversal at the last close',
    {
      prices: rising,
      signals: { le: [0], se: [3] },
      execution: { atEnd: "close", fill: "close" },
      expected: {
        trades: [{ exitIndex: 3, exitPrice: 125, reason: "reverse", pnl: 30 }],
        equity: [1000, 1010, 1020, 1030],
      },
    },
  ),
  makeCase('atEnd: "open" under fill: close makes an entry at the last close', {
    prices: rising,
    signals: { le: [3] },
    execution: { fill: "close" },
    expected: {
      trades: [{ entryIndex: 3, exitPrice: 125, reason: "open", pnl: 0, mfe: 0, mae: 0 }],
    },
  }),
];
