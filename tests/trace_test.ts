import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { DefinitionError } from "../codegen/define/problem.ts";
import { exitReasons, orderReasons } from "../codegen/define/reasons.ts";
import { runReference } from "../engine/reference/mod.ts";
import { firstDifference } from "../engine/run/difference.ts";
import type { RunOutput } from "../engine/run/output.ts";
import {
  barsFrom,
  close,
  column,
  type FillEvent,
  gt,
  type RefusedEvent,
  strategy,
  type StrategyInput,
  type TraceAction,
  type TracedOrder,
  type TraceRow,
  traceRun,
} from "../mod.ts";
import { arbitraryRun } from "./fuzz/agree.ts";

const day = (t: number): string => `2020-01-0${t + 1}`;
const prices = [
  [100, 101, 99, 100],
  [100, 101, 99, 100],
  [100, 101, 99, 100],
  [99, 100, 97, 99],
  [100, 103, 99.5, 102],
  [101, 102, 92, 94],
  [94, 95, 90, 94],
];
const bars = barsFrom({
  time: prices.map((_, t) => day(t)),
  open: prices.map(([open]) => open),
  high: prices.map(([, high]) => high),
  low: prices.map(([, , low]) => low),
  close: prices.map(([, , , close]) => close),
  buy: [1, 0, 1, 0, 1, 1, 1],
  amount: [2, 2, 2, 2, 2, 0, 2],
});

/** A limit entry of two bars with a bracket and one part. */
const bracket: StrategyInput = {
  name: "bracket",
  let: { mean: "sma(close, 2)", isUp: "close > mean" },
  long: {
    enter: "buy > 0 && sma(close, 2) > 0",
    entry: { type: "limit", price: "close - 2", expires: 2 },
  },
  risk: [
    { stopLoss: { distance: 5 } },
    { takeProfit: { distance: 10 } },
    { scaleOut: [{ at: { distance: 4 }, fraction: 0.5 }] },
  ],
  size: { units: "amount" },
};

function actionsOf(rows: readonly TraceRow[]): (readonly [number, TraceAction])[] {
  return rows.flatMap(({ index, actions }) =>
    actions.map((action): [number, TraceAction] => [index, action])
  );
}

Deno.test("traceRun() tells what waits, fills, expires and is refused, bar by bar", () => {
  const rows = traceRun(bracket, bars, { cash: 1000 });
  const limit = (price: number, signalIndex: number): TracedOrder => ({
    what: "entry",
    side: "long",
    type: "limit",
    price,
    limit: null,
    lastIndex: signalIndex + 2,
    signalIndex,
    reason: null,
  });
  const fill = { type: "fill", side: "long", fee: 0, reduced: false, ambiguous: false } as const;
  const exit = { ...fill, what: "exit", signalIndex: null, order: null, quantity: 1 } as const;
  assertEquals(actionsOf(rows), [
    [2, { type: "queued", order: limit(98, 2) }],
    [3, {
      ...fill,
      what: "entry",
      quantity: 2,
      base: 98,
      price: 98,
      reason: null,
      signalIndex: 2,
      order: "limit",
      held: 2,
      cash: 804,
    }],
    [4, { ...exit, base: 102, price: 102, reason: "scaleOut", held: 1, cash: 906 }],
    [5, { ...exit, base: 93, price: 93, reason: "stopLoss", held: 0, cash: 999 }],
    [5, { type: "queued", order: limit(92, 5) }],
    [6, { type: "refused", reason: "sizeTooSmall", order: limit(92, 5) }],
    [6, { type: "queued", order: limit(92, 6) }],
    [6, { type: "refused", reason: "endOfData", order: limit(92, 6) }],
  ]);
  assertEquals(rows.map(({ orders }) => orders.length), [0, 0, 1, 0, 0, 1, 0]);
  const none = { side: "long", trail: null, breakEven: null, target: 108 } as const;
  const stop = { price: 93, reason: "stopLoss" } as const;
  const levels = { ...none, stop, stopInside: stop };
  const parts = [{ price: 102, quantity: 1 }];
  assertEquals(rows.map(({ levels }) => levels), [
    [],
    [],
    [],
    [{ ...levels, parts }],
    [{ ...levels, parts }],
    [{ ...levels, parts: [] }],
    [],
  ]);
  assertEquals(rows[4].position, {
    side: "long",
    quantity: 1,
    average: 98,
    entryIndex: 3,
    additions: 0,
    pnl: 4,
  });
  assertEquals(rows.map(({ equity }) => equity), [1000, 1000, 1000, 1002, 1008, 999, 999]);
});

Deno.test("traceRun() tells of an order on the bar on which it expires", () => {
  const entry = { type: "limit", price: "close - 50", expires: 2 } as const;
  const patient = { ...bracket, long: { enter: "buy > 0", entry } };
  const refused = actionsOf(traceRun(patient, bars)).filter(([, { type }]) => type === "refused");
  assertEquals(refused.map(([index, action]) => [index, (action as RefusedEvent).reason]), [
    [2, "expired"],
    [4, "expired"],
    [6, "expired"],
    [6, "endOfData"],
  ]);
});

Deno.test("traceRun() gives named expressions and what conditions compare, by their text", () => {
  const [first, second] = traceRun(bracket, bars, { to: 2 });
  assertEquals(Object.entries(first.values), [["mean", NaN], ["isUp", false], ["buy", 1]]);
  assertEquals(Object.entries(second.values), [["mean", 100], ["isUp", false], ["buy", 0]]);
  const noise = column("noise", (_, out) => void out.fill(3));
  const enter = gt(column("buy"), noise);
  const rows = traceRun({ name: "noise", long: { enter } }, bars, { from: 6 });
  assertEquals(rows.map(({ values }) => values), [{ buy: 1, noise: 3 }]);
});

Deno.test("traceRun() says what silences enters", () => {
  const always = {
    name: "always",
    long: { enter: "close > 0", exit: "buy < 1" },
    filter: { to: day(4) },
  };
  const rows = traceRun(always, bars, { execution: { cooldown: 2 } });
  const { "long.enter": enter, "long.exit": exit } = { "long.enter": 7, "long.exit": 2 };
  const count = (name: string): number =>
    rows.filter(({ signals }) => signals.some((signal) => signal === name)).length;
  assertEquals([count("long.enter"), count("long.exit")], [enter, exit]);
  assertEquals(rows.map(({ enters }) => enters), [
    "read",
    "read",
    "cooldown",
    "cooldown",
    "read",
    "filter",
    "filter",
  ]);
});

Deno.test("traceRun() takes indices and times and cuts the range to the bars", () => {
  const indices = (options: Parameters<typeof traceRun>[2]): number[] =>
    traceRun(bracket, bars, options).map(({ index }) => index);
  assertEquals(indices({ from: -3, to: 2 }), [0, 1]);
  assertEquals(indices({ from: 5, to: 99 }), [5, 6]);
  assertEquals(indices({ from: day(5), to: day(5) }), [5]);
  assertEquals(indices({ from: new Date(day(2)), to: new Date(day(4)) }), [2, 3]);
  assertEquals(indices({ from: 7 }), []);
  const none = barsFrom({ time: [], close: [] }, { priceOnly: true });
  assertEquals(traceRun({ name: "none", long: { enter: true } }, none), []);
  assertThrows(() => indices({ from: 8 }), RangeError, "the index of one of 7 bars");
  assertThrows(() => indices({ to: 1.5 }), RangeError, "write a time as a Date or a text");
  assertThrows(() => indices({ from: 3, to: 2 }), RangeError, "a place not after to 2");
  assertThrows(() => indices({ from: "soon" }), RangeError, "Cannot use from");
});

Deno.test("traceRun() refuses what a run refuses, and named expressions without values", () => {
  const watching = { ...bracket, let: { watch: "sma(klose, 2)" } };
  assertThrows(() => traceRun(watching, bars), DefinitionError, 'did you mean "close"?');
  const direction = "UP" as "LONG";
  assertThrows(() => traceRun(bracket, bars, { direction }), DefinitionError, "direction");
  assertThrows(() => traceRun(bracket, bars, { params: { n: 1 } }), DefinitionError, "params.n");
});

Deno.test("traceRun() tells of ruin, and of nothing behind it", () => {
  const falling = barsFrom({ time: bars.time, close: [10, 10, 2, 3, 4, 5, 6] }, {
    priceOnly: true,
  });
  const made = strategy({ name: "ruin", long: { enter: gt(close, 0) }, size: { units: 20 } });
  const rows = traceRun(made, falling, { cash: 100, leverage: 2 });
  assertEquals(rows.map(({ ruined }) => ruined), [false, false, true, true, true, true, true]);
  assertEquals(rows.map(({ enters }) => enters === "unread"), rows.map(({ index }) => index > 2));
  const [, , { actions }, ...later] = rows;
  assertEquals(actions.map((action) => action.type === "fill" && action.reason), ["liquidation"]);
  assert(later.every(({ actions, orders }) => actions.length === 0 && orders.length === 0));
});

Deno.test("traceRun() tells every fill, refusal and mark of random runs, and changes nothing", () => {
  const property = fc.property(arbitraryRun, (run) => {
    const { strategy, bars, settings, direction, params } = run;
    const values = new Map(Object.entries(params));
    const options = { settings, direction, params: values };
    const output = runReference(strategy, bars, options);
    const told = runReference(strategy, bars, { ...options, trace: () => {} });
    assertEquals(firstDifference(told, output), undefined);
    assertTold(traceRun(strategy, bars, { ...settings, direction, params }), output);
  });
  fc.assert(property, { numRuns: 150, seed: 1 });
});

function assertTold(rows: readonly TraceRow[], output: RunOutput): void {
  const actions = actionsOf(rows);
  const fills = actions.filter((told): told is [number, FillEvent] => told[1].type === "fill");
  const { ledger, trades, refused } = output;
  assertSame(
    fills.map(([index, { cash, held }]) => [index, cash, held]),
    columnRows(ledger.count, [ledger.index, ledger.cash, ledger.quantity]),
  );
  const exits = fills.filter(([, { what }]) => what === "exit");
  assertSame(
    exits.map(([index, { quantity, price, reason, side, ambiguous }]) => [
      index,
      quantity,
      price,
      exitReasons.indexOf(reason!),
      side === "long" ? 1 : -1,
      Number(ambiguous),
    ]),
    columnRows(exits.length, [
      trades.exitIndex,
      trades.quantity,
      trades.exitPrice,
      trades.reason,
      trades.side,
      trades.ambiguous,
    ]),
  );
  assertEquals(trades.count - exits.length, rows.at(-1)?.position ? 1 : 0);
  const counted = orderReasons.map((reason) =>
    actions.filter(([, action]) => action.type === "refused" && action.reason === reason).length
  );
  assertEquals(counted, refused);
  assertEquals(fills.filter(([, { reduced }]) => reduced).length, output.reducedOrders);
  assertSame(rows.map(({ equity }) => [equity]), columnRows(rows.length, [output.equity]));
  rows.forEach(assertLevels);
}

/** What goes out inside a bar goes out at a level that the bar was tested against. */
function assertLevels({ actions, levels, open }: TraceRow): void {
  for (const action of actions) {
    if (action.type !== "fill" || action.base === open) continue;
    const { base, reason } = action;
    if (reason === "stopLoss" || reason === "breakEven" || reason === "trailingStop") {
      const stops = levels.flatMap(({ stop, stopInside }) => [stop, stopInside]);
      assert(stops.some((stop) => stop?.price === base && stop.reason === reason));
    }
    if (reason === "takeProfit") assert(levels.some(({ target }) => target === base));
    if (reason === "scaleOut") {
      assert(levels.some(({ parts }) => parts.some(({ price }) => price === base)));
    }
  }
}

function columnRows(
  count: number,
  columns: readonly (Float64Array | Int32Array)[],
): number[][] {
  return Array.from({ length: count }, (_, row) => columns.map((column) => column[row]));
}

/** Equal in every bit: `Object.is` of each number. */
function assertSame(found: readonly number[][], expected: readonly number[][]): void {
  assertEquals(found.length, expected.length);
  found.forEach((row, at) =>
    row.forEach((value, field) => assert(Object.is(value, expected[at][field])))
  );
}
