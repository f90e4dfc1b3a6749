import {
  type Case,
  type CaseParts,
  type Expected,
  level,
  makeCase,
  resting,
  scaleOut,
  size,
} from "./case.ts";

const first = [100, 101, 99, 100] as const;
type Row = readonly [number, number, number, number];
const two = size("units", 2);
/** 3 below and 5 above the entry. */
const risk = [level("stopLoss", "distance", 3), level("takeProfit", "distance", 5)];

/** Two units bought at a limit of 98 inside `bar`: stop 95, target 103. */
function atLimit(
  name: string,
  { bar, ...parts }: { readonly bar: Row; readonly expected: Expected } & Partial<CaseParts>,
): Case {
  return makeCase(name, {
    prices: [first, bar],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98 }) },
    risk,
    size: two,
    ...parts,
  });
}

/** Two units bought at a stop of 102 inside `bar`: stop 99, target 107. */
function atStop(
  name: string,
  { bar, ...parts }: { readonly bar: Row; readonly expected: Expected } & Partial<CaseParts>,
): Case {
  return makeCase(name, {
    prices: [first, bar],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    risk,
    size: two,
    ...parts,
  });
}

/** Up to 104 before or after it came down to 97; closes at 99. */
const upAndDown = [100, 104, 97, 99] as const;
/** Both 95 and 103 are touched. */
const wide = [100, 104, 94, 99] as const;
const open = { reason: "open", exitIndex: -1 } as const;

/** Positions opened inside the bar, section 4. */
export const insideCases: readonly Case[] = [
  atLimit("opened at a limit: the stop below it comes later for certain", {
    bar: [100, 101, 94, 96],
    // In and out inside: only the exit price counts.
    expected: {
      trades: [{ entryIndex: 1, exitIndex: 1, exitPrice: 95, pnl: -6, mfe: 0, mae: -6 }],
      equity: [1000, 994],
      ledger: [[1, 804, 2], [1, 994, 0]],
    },
  }),
  atLimit('opened at a limit: the target above it is uncertain, and not hit under "stop"', {
    bar: upAndDown,
    // |103 - 99| * 2.
    expected: { trades: [{ ...open, pnl: 2 }], ambiguousBars: 1, ambiguousStake: 8 },
  }),
  atLimit('opened at a limit: the target above it is hit under "target"', {
    bar: upAndDown,
    execution: { ambiguity: "target" },
    expected: {
      trades: [{ exitPrice: 103, reason: "takeProfit", pnl: 10, mfe: 10, mae: 0, ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 8,
    },
  }),
  atLimit('opened at a limit: the target farther from the open is hit under "nearestOpen"', {
    bar: upAndDown,
    execution: { ambiguity: "nearestOpen" },
    // |100 - 103| = 3, |100 - 98| = 2: the entry came first.
    expected: {
      trades: [{ exitPrice: 103, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 8,
    },
  }),
  atLimit('opened at a limit: the target nearer to the open is not hit under "nearestOpen"', {
    bar: [102, 104, 97, 99],
    execution: { ambiguity: "nearestOpen" },
    expected: { trades: [open], ambiguousBars: 1, ambiguousStake: 8 },
  }),
  atLimit("a target that the close is at is certain", {
    bar: [100, 104, 97, 103],
    expected: { trades: [{ exitPrice: 103, reason: "takeProfit", ambiguous: 0 }] },
  }),
  atLimit('stop certain and target uncertain under "stop"', {
    bar: wide,
    // |103 - 95| * 2.
    expected: {
      trades: [{ exitPrice: 95, reason: "stopLoss", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atLimit('stop certain and target uncertain under "target"', {
    bar: wide,
    execution: { ambiguity: "target" },
    expected: {
      trades: [{ exitPrice: 103, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atLimit('both hit under "nearestOpen": the nearer of them', {
    bar: wide,
    execution: { ambiguity: "nearestOpen" },
    // 103 counts, 3 against the entry's 2; then 3 against the stop's 5.
    expected: {
      trades: [{ exitPrice: 103, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atLimit('both hit under "nearestOpen": the stop on a tie', {
    bar: [99, 104, 94, 99],
    execution: { ambiguity: "nearestOpen" },
    expected: {
      trades: [{ exitPrice: 95, reason: "stopLoss", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atLimit("entryBarStops: false exposes nothing to the bar of the entry", {
    bar: wide,
    execution: { entryBarStops: false },
    expected: { trades: [open] },
  }),
  atStop('opened at a stop: the protective stop is uncertain, and hit under "stop"', {
    bar: [100, 104, 98, 103],
    // |99 - 103| * 2.
    expected: {
      trades: [{ entryPrice: 102, exitPrice: 99, reason: "stopLoss", pnl: -6, ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 8,
    },
  }),
  atStop('opened at a stop: the protective stop is not hit under "target"', {
    bar: [100, 104, 98, 103],
    execution: { ambiguity: "target" },
    expected: { trades: [open], ambiguousBars: 1, ambiguousStake: 8 },
  }),
  atStop('opened at a stop: nearer to the open, it is not hit under "nearestOpen"', {
    bar: [100, 104, 98, 103],
    execution: { ambiguity: "nearestOpen" },
    // |100 - 99| = 1 < |100 - 102|.
    expected: { trades: [open], ambiguousBars: 1, ambiguousStake: 8 },
  }),
  atStop("opened at a stop: a stop that the close is beyond is certain", {
    bar: [100, 104, 98, 98.5],
    execution: { ambiguity: "target" },
    expected: { trades: [{ exitPrice: 99, reason: "stopLoss", ambiguous: 0 }] },
  }),
  atStop("opened at a stop: the target above it is certain", {
    bar: [100, 108, 99.5, 105],
    expected: { trades: [{ exitPrice: 107, reason: "takeProfit", pnl: 10, ambiguous: 0 }] },
  }),
  atStop('opened at a stop: certain target and uncertain stop under "target"', {
    bar: [100, 108, 98, 105],
    execution: { ambiguity: "target" },
    // |107 - 99| * 2: both touched.
    expected: {
      trades: [{ exitPrice: 107, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atStop("a protective stop between the entry's base and its fill is met on the way", {
    bar: [100, 104, 99.5, 104],
    risk: [level("stopLoss", "distance", 1)],
    slippage: { fixed: 2 },
    // In at 104, stop 103 above 102: out at 103 - 2.
    expected: {
      trades: [{ entryPrice: 104, exitPrice: 101, reason: "stopLoss", pnl: -6, ambiguous: 0 }],
    },
  }),
  makeCase("a stop-limit filled below its stop counts as a limit", {
    prices: [first, [100, 103, 97, 100]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 102, limit: 101 }) },
    risk: [level("stopLoss", "distance", 3)],
    expected: { trades: [{ entryPrice: 101, exitPrice: 98, reason: "stopLoss", ambiguous: 0 }] },
  }),
  makeCase("a stop-limit filled at its stop counts as a stop", {
    prices: [first, [100, 103, 97, 100]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 102, limit: 103 }) },
    risk: [level("stopLoss", "distance", 3)],
    execution: { ambiguity: "target" },
    // 99 is below 102 and below the close: |99 - 100|.
    expected: { trades: [open], ambiguousBars: 1, ambiguousStake: 1 },
  }),
  makeCase("a short opened at a limit: the stop above it is certain", {
    prices: [first, [100, 106, 99, 103]],
    signals: { se: [0] },
    orders: { se: resting("limit", { price: 102 }) },
    risk,
    size: two,
    // Stop 105, target 97.
    expected: { trades: [{ side: -1, exitPrice: 105, reason: "stopLoss", pnl: -6 }] },
  }),
  makeCase("an order reached by the open is no entry inside the bar", {
    prices: [first, [97, 103, 93, 99]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98 }) },
    risk,
    size: two,
    // In at 97: stop 94, target 102, both touched: |102 - 94| * 2.
    expected: {
      trades: [{ entryPrice: 97, exitPrice: 94, ambiguous: 1, mfe: 0, mae: -6 }],
      ambiguousBars: 1,
      ambiguousStake: 16,
    },
  }),
  atLimit("the water mark of the entry bar takes in its close only", {
    bar: [100, 104, 96, 97],
    prices: [first, [100, 104, 96, 99.5], [99.5, 100, 96.5, 98]],
    risk: [level("trailingStop", "distance", 3)],
    execution: { trailTiming: "current" },
    // Trail 95 on bar 1; mark 99.5, then 100 inside bar 2: out at 97.
    expected: { trades: [{ exitIndex: 2, exitPrice: 97, reason: "trailingStop", pnl: -2 }] },
  }),
  atLimit('parts above the entry are uncertain: none is hit under "stop"', {
    bar: [101, 104, 97, 99],
    risk: [scaleOut("distance", [[2, 0.5], [5, 0.5]])],
    // |100 - 99| * 1 + |103 - 99| * 1.
    expected: {
      trades: [{ ...open, quantity: 2 }],
      ambiguousBars: 1,
      ambiguousStake: 5,
    },
  }),
  atLimit('parts above the entry are hit under "target"', {
    bar: [101, 104, 97, 99],
    risk: [scaleOut("distance", [[2, 0.5], [5, 0.5]])],
    execution: { ambiguity: "target" },
    expected: {
      trades: [
        { quantity: 1, exitPrice: 100, reason: "scaleOut", pnl: 2, mfe: 2, ambiguous: 1 },
        { quantity: 1, exitPrice: 103, reason: "scaleOut", pnl: 5, mfe: 5, ambiguous: 1 },
      ],
      ambiguousBars: 1,
      ambiguousStake: 5,
    },
  }),
  atLimit("parts stop at the first that is not hit, the target is looked at by itself", {
    bar: [101, 104, 97, 99.5],
    risk: [scaleOut("distance", [[2, 0.5]]), level("takeProfit", "distance", 5)],
    execution: { ambiguity: "nearestOpen" },
    // The part at 100: |101 - 100| = 1 < 3, not hit. The target at 103: 2 < 3, neither. 0.5 + 3.5 at stake.
    expected: { trades: [open], ambiguousBars: 1, ambiguousStake: 4 },
  }),
  atLimit("a target that is hit takes what a part that is not hit leaves", {
    bar: [101, 106, 97, 99.5],
    risk: [scaleOut("distance", [[2, 0.5]]), level("takeProfit", "distance", 7)],
    execution: { ambiguity: "nearestOpen" },
    // The part at 100: 1 < 3. The target at 105: 4 > 3. 0.5 * 1 + 5.5 * 1 at stake.
    expected: {
      trades: [{ quantity: 2, exitPrice: 105, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 6,
    },
  }),
  atLimit("a part that is certain goes out, the target that is not stays", {
    bar: [101, 104, 97, 100.5],
    risk: [scaleOut("distance", [[2, 0.5]]), level("takeProfit", "distance", 5)],
    // The close is above 100, not above 103: 0.5 * 1 + 2.5 * 1.
    expected: {
      trades: [
        { quantity: 1, exitPrice: 100, reason: "scaleOut", ambiguous: 1 },
        { quantity: 1, reason: "open", pnl: 2.5 },
      ],
      ambiguousBars: 1,
      ambiguousStake: 3,
    },
  }),
];
