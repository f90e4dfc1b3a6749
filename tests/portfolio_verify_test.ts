import { assertEquals, assertMatch, assertNotEquals, assertThrows } from "@std/assert";
import {
  barsFrom,
  DefinitionError,
  firstPortfolioDifference,
  portfolio,
  type PortfolioHandlers,
  type PortfolioOptions,
  type PortfolioOutput,
} from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const panel = closesPanel(["A", "B"], [[10, 20], [11, 21], [12, 20], [11, 22], [13, 23]]);
const costs = { cash: 1000, commission: { percent: 0.01 }, slippage: { fixed: 0.1 } };

/** The problem of options, with its path. */
function problemOf(options: unknown): string {
  const { problems: [{ path, message, remedy }] } = assertThrows(
    () => portfolio(panel, options as PortfolioOptions),
    DefinitionError,
  );
  return `${path}: ${message}${remedy === undefined ? "" : `; ${remedy}`}`;
}

Deno.test("portfolio() with verify runs weights in both engines, and calls their function once a bar", () => {
  const calls: number[] = [];
  const weights = (t: number): Float64Array => {
    calls.push(t);
    return Float64Array.of(calls.length % 2, 0.1);
  };
  for (const simMode of ["batch", "event"] as const) {
    calls.length = 0;
    const result = portfolio(panel, { ...costs, verify: true, simMode }).weights(weights);
    assertEquals([result.simMode, calls], [simMode, [0, 1, 2, 3, 4]]);
    assertEquals(result.costReturns.length, 3);
    assertEquals(calls, [0, 1, 2, 3, 4]);
  }
});

Deno.test("portfolio() with verify runs code that begins anew, and lists of orders", () => {
  const made = (): PortfolioHandlers => {
    let bought = false;
    return {
      onBar: (broker) => {
        if (!bought) broker.buy("A", { quantity: 5, bracket: { stop: 0.05 } });
        bought = true;
      },
    };
  };
  const result = portfolio(panel, { ...costs, verify: true }).run(made);
  assertEquals([result.simMode, result.trades.length], ["batch", 1]);
  const list = [{ time: "1970-01-02", symbol: "A", side: "buy", quantity: 1 }] as const;
  assertEquals(portfolio(panel, { verify: true }).orders(list).simMode, "batch");
});

Deno.test("portfolio() with verify says what only the reference engine executes, and what cannot be run again", () => {
  const weights = (): Float64Array => Float64Array.of(0.5, 0.5);
  const assets = { A: { commission: { tiers: [{ upTo: 1000, percent: 0.01 }] } } };
  const runs: [run: () => unknown, found: string][] = [
    [() => portfolio(panel, { verify: true }).onBar(() => {}), "code that is there already"],
    [
      () => portfolio(panel, { verify: true, assets }).weights(weights),
      "found tiers of commission that differ by asset, which only",
    ],
  ];
  for (const [run, found] of runs) assertThrows(run, DefinitionError, found);
});

Deno.test("firstPortfolioDifference() finds the earliest difference of columns and totals", () => {
  const { output } = portfolio(panel, costs).weights(() => Float64Array.of(0.5, -0.5));
  const { output: same } = portfolio(panel, { ...costs, simMode: "event" })
    .weights(() => Float64Array.of(0.5, -0.5));
  assertEquals(firstPortfolioDifference(output, same), undefined);
  const changed = (change: Partial<PortfolioOutput>): PortfolioOutput => ({ ...same, ...change });
  const equity = same.equity.slice();
  equity[3]++;
  const price = same.orders.price.slice();
  price[2] = 1;
  const asset = same.ledger.asset.slice();
  asset[0] = 1;
  const found = [
    changed({ equity }),
    changed({ equity, orders: { ...same.orders, price } }),
    changed({ ledger: { ...same.ledger, asset } }),
    changed({ refused: same.refused.with(-1, 7) }),
    changed({ ledger: { ...same.ledger, count: 0 } }),
  ].map((other) => firstPortfolioDifference(output, other));
  assertEquals(found.map((difference) => [difference?.bar, difference?.field]), [
    [3, "equity"],
    [output.orders.endIndex[2], "order 3 price"],
    [output.ledger.index[0], "fill 1 asset"],
    [-1, "refused maxPositions"],
    [-1, "number of fills: index"],
  ]);
});

Deno.test("portfolio() refuses options that cannot be", () => {
  const short = barsFrom({ time: [], close: [] }, { priceOnly: true });
  assertEquals(
    [{ simMode: "evnt" }, { verify: 1 }, { benchmark: "a" }, { benchmark: new Float64Array(1) }, {
      benchmark: 3,
    }].map(problemOf),
    [
      'simMode: Expected one of "batch", "event" but found "evnt"; did you mean "event"?',
      "verify: Expected true or false but found 1",
      'benchmark: Expected a symbol of the panel but found "a"; did you mean "A"?',
      "benchmark: Expected 5 prices, one a bar, but found 1",
      "benchmark: Expected a symbol, bars or a Float64Array but found 3",
    ],
  );
  assertThrows(() => portfolio(panel, [] as never), DefinitionError, "a list");
  assertEquals(portfolio(panel, { benchmark: short }).onBar(() => {}).statistics.beta, NaN);
});

Deno.test("PortfolioResult.digest is equal for equal runs of both engines, and of no others", () => {
  const digestOf = (options: PortfolioOptions): string =>
    portfolio(panel, { ...costs, ...options }).weights(() => Float64Array.of(0.5, -0.5)).digest;
  const digest = digestOf({});
  assertMatch(digest, /^[0-9a-f]{16}$/);
  assertEquals(digestOf({ simMode: "event" }), digest);
  // Cash that is not all used is in equity and ledger only.
  assertNotEquals(digestOf({ cash: 1001 }), digest);
  const tagged = (tag: string): string =>
    portfolio(panel).orders([
      { time: "2024-01-02", symbol: "A", side: "buy", quantity: 1, tag },
    ]).digest;
  assertEquals(tagged("in"), tagged("in"));
  assertNotEquals(tagged("in"), tagged("on"));
});
