import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { DataError, type PanelRows, portfolio, targetPlan, topBottom } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const rising = closesPanel(["A", "B"], [[10, 20], [11, 20], [12, 20], [13, 20]]);

Deno.test("Portfolio.run() calls what it was given with the broker and rows up to the bar", () => {
  const told: string[] = [];
  const result = portfolio(rising).run({
    onStart: (broker) => void broker.buy("A", 10),
    onFill: (_, fill) => void told.push(`fill ${fill.index}`),
    onBar: (broker, t, bars) => {
      const before = bars.row("close", 1);
      told.push(`bar ${t} ${broker.position("A").quantity} ${bars.row("close")} ${before}`);
    },
    onEnd: (broker) => void told.push(`end ${broker.equity}`),
  });
  assertEquals(told, [
    "fill 0",
    "bar 0 10 10,20 NaN,NaN",
    "bar 1 10 11,20 10,20",
    "bar 2 10 12,20 11,20",
    "bar 3 10 13,20 12,20",
    "end 100030",
  ]);
  assertEquals(result.simMode, "batch");
});

Deno.test("PanelRows.row() gives copies or fills an array, and refuses columns and bars that are not there", () => {
  portfolio(rising).onBar((_, t, bars) => {
    bars.row("close").fill(0);
    assertEquals([...bars.row("close")], [10 + t, 20]);
    const into = new Float64Array(2);
    assertEquals(bars.row("close", 1, into) === into, true);
    assertEquals([...into], t === 0 ? [NaN, NaN] : [9 + t, 20]);
    assertThrows(() => bars.row("close", 0, new Float64Array(3)), RangeError, "found 3 places");
    assertThrows(() => bars.row("clsoe"), RangeError, 'did you mean "close"?');
    assertThrows(() => bars.row("close", -1), RangeError, "found -1 bars ago");
  });
});

Deno.test("Portfolio.weights() trades at the next open what is missing to the weights of a close", () => {
  const weights = Float64Array.of(0.5, 0.5, NaN, NaN, 0, NaN, NaN, NaN);
  const { orders, equity } = portfolio(rising, { cash: 1100 }).weights(weights);
  assertEquals(orders.map(({ symbol, submitIndex, filled }) => [symbol, submitIndex, filled]), [
    ["A", 0, 50],
    ["B", 0, 27.5],
    ["A", 2, 50],
  ]);
  assertEquals([...equity], [1100, 1100, 1150, 1200]);
});

Deno.test("Portfolio.weights() gives the same for a matrix, a plan and a function", () => {
  const matrix = Float64Array.of(0.5, 0.5, 0.2, 0.8, 1, 0, 0.3, 0.3);
  const account = portfolio(rising);
  const runs = [matrix, targetPlan(matrix, rising), (t: number) => matrix.slice(2 * t, 2 * t + 2)]
    .map((weights) => account.weights(weights, { every: 2 }));
  assertEquals(runs.map(({ orders }) => orders.map(({ submitIndex }) => submitIndex)), [
    [0, 0, 2, 2],
    [0, 0, 2, 2],
    [0, 0, 2, 2],
  ]);
  assertEquals(runs[1].equity, runs[0].equity);
  assertEquals(runs[2].equity, runs[0].equity);
});

Deno.test("Portfolio.weights() leaves alone what a band, a least trade or the calendar leaves", () => {
  const run = (options: object): number[] =>
    portfolio(rising).weights(() => Float64Array.of(0.5, 0), options).orders
      .map(({ submitIndex }) => submitIndex ?? -1);
  assertEquals(run({}), [0, 1, 2, 3]);
  assertEquals(run({ band: 0.1 }), [0]);
  assertEquals(run({ minTrade: 5000 }), [0]);
  assertEquals(run({ on: "monthly" }), [0]);
  assertEquals(run({ every: 3 }), [0, 3]);
});

Deno.test("Portfolio.weights() counts multipliers, and gives out less than all with a buffer", () => {
  const assets = { A: { multiplier: 5 } };
  const { trades, curves } = portfolio(rising, { cash: 1100, assets })
    .weights(Float64Array.of(1, NaN, NaN, NaN, NaN, NaN, NaN, NaN), { buffer: 0.5 });
  assertEquals([trades[0].quantity, trades[0].pnl, trades[0].return], [10, 100, 100 / (55 * 10)]);
  assertEquals(curves.gross[1], 0.5);
});

Deno.test("Portfolio.weights() refuses options and weights that cannot be before it runs", () => {
  const account = portfolio(rising);
  const none = (): Float64Array => new Float64Array(2);
  assertThrows(() => account.weights(none, { bnd: 1 } as object), TypeError, 'found option "bnd"');
  assertThrows(() => account.weights(none, { band: -1 }), RangeError, "band");
  assertThrows(() => account.weights(none, { every: 1, on: "weekly" }), TypeError, "both");
  assertThrows(() => account.weights(new Float64Array(3)), DataError, "3 weights");
  assertThrows(() => account.weights(() => new Float64Array(1)), DataError, "1 weights");
  assertThrows(() => account.weights({} as never), TypeError, "expected a plan");
});

Deno.test("PortfolioResult has what a portfolio of no assets and no bars comes to", () => {
  const result = portfolio(closesPanel([], [])).onBar(() => {});
  assertEquals([...result.equity], []);
  assertStringIncludes(result.toString(), "Portfolio of 0 assets, 0 bars");
  assertEquals(JSON.parse(JSON.stringify(result)).data.first, null);
});

Deno.test("Portfolio.weights() runs compiled where it can, with the bits of the reference", () => {
  const weights = (_: number, bars: PanelRows): Float64Array => {
    const ago = bars.row("close", 1);
    return topBottom(bars.row("close").map((close, asset) => close / ago[asset]), 1, 1);
  };
  const settings = { commission: { percent: 0.001 }, slippage: { fixed: 0.1 } };
  const [batch, event] = [
    portfolio(rising, settings).weights(weights),
    portfolio(rising, { ...settings, simMode: "event" }).weights(weights),
  ];
  assertEquals([batch, event].map(({ simMode }) => simMode), ["batch", "event"]);
  assertEquals(batch.equity, event.equity);
  assertEquals(batch.orders, event.orders);
  assertEquals(batch.toString(), event.toString());
});
