import { assert, assertEquals } from "@std/assert";
import { settings } from "../codegen/define/settings.ts";
import { MarketRun } from "../engine/portfolio/market_run.ts";
import { compareMarketRuns } from "./portfolio_random/market_property.ts";

Deno.test("MarketRun gives the bits of the reference on random panels, orders and settings", () => {
  const counts = compareMarketRuns({ runs: 200, seed: 5 });
  for (const name of ["order filled", "order rejected", "order cancelled", "reduced", "ruin"]) {
    assert((counts.get(name) ?? 0) > 5, `${name}: ${counts.get(name)}`);
  }
});

Deno.test("MarketRun turns a position round in two fills and sells before it buys", () => {
  const column = (...values: number[]): Float64Array => Float64Array.from(values);
  const price = column(10, 20, 10, 20, 10, 20);
  const panel = {
    symbols: ["A", "B"],
    length: 3,
    time: column(0, 1, 2),
    open: price,
    high: price,
    low: price,
    close: price,
    volume: price,
  };
  const run = new MarketRun(panel, {
    ...settings({ cash: 1000 }),
    orderPriority: "exitsFirst",
    shortProceeds: "margin",
    maxPositions: 0,
    zone: "UTC",
    rules: [],
    assets: {},
  });
  run.open(0);
  run.targetPercent(0, 1);
  run.mark(0);
  run.open(1);
  assertEquals(run.quantity[0], 100);
  run.targetPercent(1, 0.5);
  run.targetPercent(0, -0.5);
  run.mark(1);
  run.open(2);
  run.mark(2);
  const { trades, ledger } = run.finish();
  assertEquals([...ledger.quantity], [100, 0, 25, -50]);
  assertEquals([...trades.asset], [0, 0, 1]);
});
