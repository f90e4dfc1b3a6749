import { type Case, column, level, makeCase, resting, scaleOut, size } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** In on bar 1 at 100; bar 2 opens at 110. */
const up = [first, first, [110, 112, 106, 108]] as const;
const two = size("units", 2);

/** Additions to a position, section 5. */
export const additionCases: readonly Case[] = [
  makeCase("an addition moves the average, and with it the distance of the stop", {
    prices: [...up, [108, 109, 94, 95]],
    signals: { le: [0, 1] },
    size: two,
    risk: [level("stopLoss", "distance", 10)],
    execution: { pyramid: 2 },
    // (100 * 2 + 110 * 2) / 4 = 105, stop 95. High 112; of the exit bar 108 and 95.
    expected: {
      trades: [{
        quantity: 4,
        entryIndex: 1,
        entryPrice: 105,
        exitIndex: 3,
        exitPrice: 95,
        pnl: -40,
        mfe: 28,
        mae: -40,
      }],
      ledger: [[1, 800, 2], [2, 580, 4], [3, 960, 0]],
      equity: [1000, 1000, 1012, 960],
    },
  }),
  makeCase("commissions and slippage of all entries add up", {
    prices: [...up, [108, 109, 106, 107]],
    signals: { le: [0, 1], lx: [2] },
    size: two,
    execution: { pyramid: 1 },
    commission: { perOrder: 1 },
    slippage: { fixed: 0.5 },
    // In at 100.5 and 110.5: 105.5; out at 107.5. 2 * 4 - 3; 4 * 0.5 twice.
    expected: {
      trades: [{ quantity: 4, entryPrice: 105.5, fees: 3, slippage: 4, pnl: 5 }],
    },
  }),
  makeCase("no more than pyramid additions", {
    prices: [...up, [108, 109, 106, 107]],
    signals: { le: [0, 1, 2] },
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 2, entryPrice: 105 }], ledger: [[1, 900, 1], [2, 790, 2]] },
  }),
  makeCase('an addition under fill: "close" fills at its signal\'s close', {
    prices: up,
    signals: { le: [0, 2] },
    execution: { pyramid: 1, fill: "close" },
    // In at 100 and 108.
    expected: {
      trades: [{ entryIndex: 0, quantity: 2, entryPrice: 104, pnl: 8 }],
      equity: [1000, 1000, 1008],
    },
  }),
  makeCase("a stop that is a price stays where it is", {
    prices: [...up, [108, 109, 89, 95]],
    signals: { le: [0, 1] },
    size: two,
    risk: [level("stopLoss", "price", 90)],
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 4, exitIndex: 3, exitPrice: 90, pnl: -60 }] },
  }),
  makeCase("a target that moves out of the reach of the open", {
    prices: [first, first, [109, 110.5, 106, 108], [108, 116, 106, 107]],
    signals: { le: [0, 1] },
    size: two,
    risk: [level("takeProfit", "fraction", 0.1)],
    execution: { pyramid: 1 },
    // Average 104.5: the high of 110.5 had reached 110 but not 114.95.
    expected: { trades: [{ quantity: 4, exitIndex: 3, exitPrice: 114.95, pnl: 41.8 }] },
  }),
  makeCase("an addition whose own fill is at the target or beyond is refused", {
    prices: [first, first, [104, 104.5, 103, 104]],
    signals: { le: [0, 1] },
    risk: [level("takeProfit", "price", 105)],
    execution: { pyramid: 1 },
    slippage: { fixed: 2 },
    // 104 + 2 against 105.
    expected: {
      trades: [{ quantity: 1, entryPrice: 102, reason: "open" }],
      refused: { levelBeyondEntry: 1 },
    },
  }),
  makeCase("an addition is cancelled by a stop that the open has jumped", {
    prices: [first, first, [94, 96, 93, 95]],
    signals: { le: [0, 1] },
    risk: [level("stopLoss", "distance", 5)],
    execution: { pyramid: 1 },
    expected: {
      trades: [{ quantity: 1, exitIndex: 2, exitPrice: 94, reason: "stopLoss" }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("an exit signal cancels an addition that rests", {
    prices: [first, first, first, first],
    signals: { le: [0, 1], lx: [2] },
    columns: { p: [100, 90, NaN, NaN] },
    orders: { le: resting("limit", { price: column("p") }) },
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 1, exitIndex: 3 }], refused: { cancelled: 1 } },
  }),
  makeCase("an addition at a limit inside the bar; its levels count from the next bar", {
    prices: [first, first, [100, 101, 93, 97], [97, 98, 92.5, 94]],
    signals: { le: [0, 1] },
    columns: { p: [100, 96, NaN, NaN] },
    orders: { le: resting("limit", { price: column("p") }) },
    risk: [level("stopLoss", "distance", 8)],
    execution: { pyramid: 1 },
    // Stop 92, then 98 - 8 = 90: neither bar touches it.
    expected: {
      trades: [{ quantity: 2, entryIndex: 1, entryPrice: 98, reason: "open", pnl: -8 }],
      ledger: [[1, 900, 1], [2, 804, 2]],
    },
  }),
  makeCase("entryBarStops does not shelter the bar of an addition", {
    prices: [first, first, [110, 112, 99, 108]],
    signals: { le: [0, 1] },
    size: two,
    risk: [level("stopLoss", "distance", 5)],
    execution: { pyramid: 1, entryBarStops: false },
    // Stop 105 - 5.
    expected: { trades: [{ quantity: 4, exitIndex: 2, exitPrice: 100, pnl: -20 }] },
  }),
  makeCase("a level that an addition moves to the open counts as jumped", {
    prices: [first, [100, 106, 99, 105], [110, 112, 109, 111]],
    signals: { le: [0, 1] },
    columns: { q: [1, 9, 0] },
    size: size("units", column("q")),
    cash: 2000,
    risk: [level("stopLoss", "distance", 5)],
    execution: { pyramid: 1, entryBarStops: false },
    slippage: { fixed: 6 },
    // In at 106 and 116: (106 + 116 * 9) / 10 = 115, stop 110: out at 110 - 6.
    expected: {
      trades: [{ quantity: 10, entryPrice: 115, exitIndex: 2, exitPrice: 104, pnl: -110 }],
    },
  }),
  makeCase("an addition has what the position leaves of the buying power", {
    prices: up,
    signals: { le: [0, 1] },
    size: size("units", 6),
    execution: { pyramid: 1 },
    // 400 + 6 * 110 - 6 * 110 = 400: 400 / 110 units.
    expected: {
      trades: [{ quantity: 6 + 400 / 110 }],
      reducedOrders: 1,
      ledger: [[1, 400, 6], [2, 0, 6 + 400 / 110]],
    },
  }),
  makeCase("an addition to a short needs buying power too", {
    prices: [first, first, [90, 91, 89, 90]],
    signals: { se: [0, 1] },
    size: size("units", 6),
    execution: { pyramid: 1 },
    // (1600 - 540) - 540 = 520: 520 / 90 units.
    expected: { trades: [{ side: -1, quantity: 6 + 520 / 90 }], reducedOrders: 1 },
  }),
  makeCase("an addition is sized with the equity of its own signal's close", {
    prices: [first, [100, 105, 99, 104], [110, 112, 109, 111]],
    signals: { le: [0, 1] },
    size: size("percentOfEquity", 0.25),
    execution: { pyramid: 1 },
    // 2.5 units; 750 + 2.5 * 104 = 1010 at the close: 252.5 / 110 more.
    expected: { trades: [{ quantity: 2.5 + 252.5 / 110 }] },
  }),
  makeCase("riskOfEquity of an addition counts to the stop in force before it", {
    prices: [first, first, [110, 112, 109, 111]],
    signals: { le: [0, 1] },
    size: size("riskOfEquity", 0.01),
    risk: [level("stopLoss", "distance", 5)],
    execution: { pyramid: 1 },
    // 10 / 5 = 2, then 10 / (110 - 95).
    expected: { trades: [{ quantity: 2 + 10 / 15 }] },
  }),
  makeCase("an addition raises the largest quantity, parts gone out stay gone", {
    prices: [first, first, [100, 106, 99, 105], [105, 106, 104, 105], [105, 114, 104, 112]],
    signals: { le: [0, 2] },
    size: two,
    risk: [scaleOut("distance", [[5, 0.5], [10, 0.5]])],
    execution: { pyramid: 1 },
    // 1 of 2 at 105; 1 at 100 and 2 at 105: average 310 / 3, largest 3; the last part takes all 3.
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, exitPrice: 105 },
        { quantity: 3, exitIndex: 4, entryPrice: 310 / 3, exitPrice: 310 / 3 + 10 },
      ],
    },
  }),
  makeCase("an undefined size is looked at before the levels of an addition", {
    prices: [first, first, [104, 104.5, 103, 104]],
    signals: { le: [0, 1] },
    columns: { q: [1, NaN, NaN] },
    size: size("units", column("q")),
    risk: [level("takeProfit", "price", 105)],
    execution: { pyramid: 1 },
    slippage: { fixed: 2 },
    expected: { trades: [{ quantity: 1 }], refused: { sizeUndefined: 1 } },
  }),
  makeCase("an exit and a same-side enter at once are out only", {
    prices: up,
    signals: { le: [0, 1], lx: [1] },
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 1, exitIndex: 2, exitPrice: 110 }] },
  }),
];
