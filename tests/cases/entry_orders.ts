import { type Case, column, level, makeCase, resting } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** Bar 1 comes down to 97; bar 2 goes on to 102. */
const dip = [first, [100, 101, 97, 99], [99, 102, 98, 101]] as const;
const limit98 = { le: resting("limit", { price: 98 }) };

/** A buy stop-limit that works on one bar, whose row is `bar`; slippage is 2. */
function stopLimit(
  name: string,
  { stop, limit, bars, expected }: {
    readonly stop: number;
    readonly limit: number;
    readonly bars: readonly (readonly [number, number, number, number])[];
    readonly expected: Case["expected"];
  },
): Case {
  return makeCase(name, {
    prices: [first, ...bars],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: stop, limit }) },
    slippage: { fixed: 2 },
    expected,
  });
}

/** Entries that wait for a price or for the close, section 5. */
export const entryOrderCases: readonly Case[] = [
  makeCase("a limit entry inside the bar fills at its limit, unslipped", {
    prices: dip,
    signals: { le: [0] },
    orders: limit98,
    slippage: { fixed: 1 },
    // Of the entry bar only the close, 99, counts; then 102 and 98.
    expected: {
      trades: [{
        entryIndex: 1,
        entryPrice: 98,
        slippage: 0,
        reason: "open",
        pnl: 3,
        mfe: 4,
        mae: 0,
      }],
      equity: [1000, 1001, 1003],
      ledger: [[1, 902, 1]],
    },
  }),
  makeCase("a limit entry that the open has jumped slips from the open", {
    prices: [first, [96, 99, 95, 97]],
    signals: { le: [0] },
    orders: limit98,
    slippage: { fixed: 1 },
    // At the open: the whole bar counts, 99 - 97 and 95 - 97.
    expected: { trades: [{ entryPrice: 97, slippage: 1, pnl: 0, mfe: 2, mae: -2 }] },
  }),
  makeCase("a limit entry slips at most to its limit", {
    prices: [first, [96, 99, 95, 97]],
    signals: { le: [0] },
    orders: limit98,
    slippage: { fixed: 3 },
    expected: { trades: [{ entryPrice: 98, slippage: 2, pnl: -1 }] },
  }),
  makeCase("a limit entry that is never reached is cancelled with the data", {
    prices: [first, first, first],
    signals: { le: [0] },
    orders: limit98,
    expected: { trades: [], refused: { endOfData: 1 } },
  }),
  makeCase("a sell limit mirrors", {
    prices: [first, [100, 103, 99, 101]],
    signals: { se: [0] },
    orders: { se: resting("limit", { price: 102 }) },
    slippage: { fixed: 1 },
    expected: { trades: [{ side: -1, entryPrice: 102, slippage: 0, pnl: 1 }] },
  }),
  makeCase("a stop entry touched inside the bar slips in full", {
    prices: [first, [100, 104, 99, 103]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    slippage: { fixed: 1 },
    expected: { trades: [{ entryPrice: 103, slippage: 1, pnl: 0, mfe: 0, mae: 0 }] },
  }),
  makeCase("a stop entry that the open has jumped fills at the open", {
    prices: [first, [105, 107, 104, 106]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    slippage: { fixed: 1 },
    expected: { trades: [{ entryPrice: 106, slippage: 1, pnl: 0, mfe: 1, mae: -2 }] },
  }),
  makeCase("a sell stop mirrors", {
    prices: [first, [100, 101, 96, 97]],
    signals: { se: [0] },
    orders: { se: resting("stop", { price: 98 }) },
    slippage: { fixed: 1 },
    expected: { trades: [{ side: -1, entryPrice: 97, slippage: 1, pnl: 0 }] },
  }),
  stopLimit(
    "a stop-limit jumped within its limit fills at the open, slipped at most to the limit",
    {
      stop: 102,
      limit: 104,
      bars: [[103, 105, 102, 104]],
      expected: { trades: [{ entryIndex: 1, entryPrice: 104, slippage: 1 }] },
    },
  ),
  stopLimit("a stop-limit jumped beyond its limit is a limit on the same bar", {
    stop: 101,
    limit: 102,
    bars: [[105, 106, 101, 104]],
    expected: { trades: [{ entryIndex: 1, entryPrice: 102, slippage: 0, pnl: 2 }] },
  }),
  stopLimit("a stop-limit jumped beyond its limit is a limit on later bars", {
    stop: 101,
    limit: 102,
    bars: [[105, 106, 103, 104], [100, 101, 99, 100]],
    // Bar 2 does not reach the stop again; it opens below the limit: 100 + 2, which is the limit.
    expected: { trades: [{ entryIndex: 2, entryPrice: 102, slippage: 2, pnl: -2 }] },
  }),
  stopLimit("a stop-limit touched inside fills at its stop, slipped at most to the limit", {
    stop: 102,
    limit: 102.5,
    bars: [[100, 103, 99, 101]],
    expected: { trades: [{ entryIndex: 1, entryPrice: 102.5, slippage: 0.5, pnl: -1.5 }] },
  }),
  stopLimit("a stop-limit with its limit below the stop fills there if the close came back", {
    stop: 102,
    limit: 101,
    bars: [[100, 103, 99, 100.5]],
    expected: { trades: [{ entryIndex: 1, entryPrice: 101, slippage: 0, pnl: -0.5 }] },
  }),
  stopLimit("a stop-limit with its limit below the stop waits as a limit if the close did not", {
    stop: 102,
    limit: 101,
    bars: [[100, 103, 99, 102], [101.5, 101.75, 100, 101.5]],
    expected: { trades: [{ entryIndex: 2, entryPrice: 101, slippage: 0, pnl: 0.5 }] },
  }),
  makeCase("expires k: bar t+k is the last on which an order works", {
    prices: [first, first, [100, 101, 97, 99]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98, expires: 2 }) },
    expected: { trades: [{ entryIndex: 2, entryPrice: 98, pnl: 1 }] },
  }),
  makeCase("an order that has expired does not fill", {
    prices: [first, first, first, [100, 101, 97, 99]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98, expires: 2 }) },
    expected: { trades: [], refused: { expired: 1 } },
  }),
  makeCase("enters of its side are ignored while an entry waits", {
    prices: [first, first, [100, 101, 97, 99]],
    signals: { le: [0, 1] },
    columns: { p: [98, 95, 95] },
    orders: { le: resting("limit", { price: column("p") }) },
    expected: { trades: [{ entryIndex: 2, entryPrice: 98 }] },
  }),
  makeCase("the exit of its side cancels an entry that waits", {
    prices: [first, first, [100, 101, 97, 99]],
    signals: { le: [0], lx: [1] },
    orders: limit98,
    expected: { trades: [], refused: { cancelled: 1 } },
  }),
  makeCase("exit and enter of its side at once cancel and submit nothing", {
    prices: [first, first, [100, 101, 97, 99]],
    signals: { le: [0, 1], lx: [1] },
    orders: limit98,
    expected: { trades: [], refused: { cancelled: 1 } },
  }),
  makeCase("an enter of the other side cancels it and submits its own", {
    prices: [first, first, [99, 101, 97, 98]],
    signals: { le: [0], se: [1] },
    orders: limit98,
    expected: {
      trades: [{ side: -1, entryIndex: 2, entryPrice: 99, pnl: 1 }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("an enter of the other side that does not stand leaves it alone", {
    prices: [first, first, [99, 101, 97, 98]],
    signals: { le: [0, 1], se: [1] },
    orders: limit98,
    expected: { trades: [{ side: 1, entryIndex: 2, entryPrice: 98 }] },
  }),
  makeCase(
    "an order price that is NaN is refused, that of the other side is cancelled all the same",
    {
      prices: [first, first, [99, 101, 97, 98]],
      signals: { le: [0], se: [1] },
      columns: { p: [NaN, NaN, NaN] },
      orders: { ...limit98, se: resting("limit", { price: column("p") }) },
      expected: { trades: [], refused: { cancelled: 1, orderPriceUndefined: 1 } },
    },
  ),
  makeCase("an order price of 0 is refused", {
    prices: [first, first],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 0 }) },
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
  makeCase("the limit of a stop-limit must be a number too", {
    prices: [first, [100, 103, 99, 100]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 102, limit: Infinity }) },
    expected: { trades: [], refused: { orderPriceUndefined: 1 } },
  }),
  makeCase("an on-close entry fills at the next close and is exposed from the bar after", {
    prices: [first, [100, 105, 95, 103], [103, 108, 101, 106]],
    signals: { le: [0] },
    orders: { le: resting("marketOnClose") },
    risk: [level("stopLoss", "distance", 5)],
    slippage: { fixed: 1 },
    // In at 104, stop 99: the low of bar 1 does not count, that of bar 2 is 101.
    expected: {
      trades: [{ entryIndex: 1, entryPrice: 104, slippage: 1, pnl: 2, mfe: 4, mae: -3 }],
      equity: [1000, 999, 1002],
    },
  }),
  makeCase('an on-close entry of the last bar is cancelled under atEnd: "close"', {
    prices: [first, first],
    signals: { le: [0] },
    orders: { le: resting("marketOnClose") },
    execution: { atEnd: "close" },
    expected: { trades: [], refused: { endOfData: 1 } },
  }),
  makeCase('an on-close entry under fill: "close" reads no signal of its bar', {
    prices: [first, first, [103, 104, 102, 103]],
    signals: { le: [0], lx: [1] },
    orders: { le: resting("marketOnClose") },
    execution: { fill: "close" },
    expected: { trades: [{ entryIndex: 1, entryPrice: 100, reason: "open", pnl: 3 }] },
  }),
  makeCase('an on-close entry under fill: "nextOpen" reads the exit of its bar', {
    prices: [first, first, [103, 104, 102, 103]],
    signals: { le: [0], lx: [1] },
    orders: { le: resting("marketOnClose") },
    expected: { trades: [{ entryIndex: 1, exitIndex: 2, exitPrice: 103, pnl: 3 }] },
  }),
  makeCase('under fill: "close" a limit entry works from the next bar on', {
    prices: [[100, 101, 90, 100], [100, 101, 97, 99]],
    signals: { le: [0] },
    orders: limit98,
    execution: { fill: "close" },
    expected: { trades: [{ entryIndex: 1, entryPrice: 98, pnl: 1 }] },
  }),
  makeCase("a reversal into an order that is refused for its price starts no cooldown", {
    prices: [first, first, first, first],
    signals: { se: [0], le: [1, 2] },
    orders: { le: resting("limit", { price: -1 }) },
    execution: { cooldown: 5 },
    // Out at the open of bar 2, whose enter is read.
    expected: {
      trades: [{ side: -1, entryIndex: 1, exitIndex: 2, exitPrice: 100, reason: "reverse" }],
      refused: { priceNotPositive: 2 },
    },
  }),
  makeCase("a reversal into a limit: out at market, in when the limit is reached", {
    prices: [first, first, [101, 102, 100, 102], [102, 104, 101, 103]],
    signals: { le: [0], se: [1] },
    orders: { se: resting("limit", { price: 103 }) },
    execution: { cooldown: 5 },
    expected: {
      trades: [
        { side: 1, exitIndex: 2, exitPrice: 101, reason: "reverse", pnl: 1 },
        { side: -1, entryIndex: 3, entryPrice: 103, pnl: 0 },
      ],
    },
  }),
  makeCase("a reversal into a limit may fill inside the bar of the exit", {
    prices: [first, first, [101, 102, 100, 101]],
    signals: { le: [0], se: [1] },
    orders: { se: resting("limit", { price: 101.5 }) },
    expected: {
      trades: [
        { side: 1, exitIndex: 2, exitPrice: 101, reason: "reverse", pnl: 1 },
        { side: -1, entryIndex: 2, entryPrice: 101.5, pnl: 0.5 },
      ],
    },
  }),
  makeCase("a reversal whose limit is undefined is out only", {
    prices: [first, first, [101, 102, 100, 102]],
    signals: { le: [0], se: [1] },
    columns: { p: [NaN, NaN, NaN] },
    orders: { se: resting("limit", { price: column("p") }) },
    expected: {
      trades: [{ side: 1, exitIndex: 2, exitPrice: 101, reason: "reverse" }],
      refused: { orderPriceUndefined: 1 },
    },
  }),
  makeCase("a resting entry is refused when it fills, and is then gone", {
    prices: [first, [100, 101, 97, 99], [100, 101, 97, 99]],
    signals: { le: [0] },
    orders: limit98,
    risk: [level("stopLoss", "price", 99)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
];
