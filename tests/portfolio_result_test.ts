import { assertAlmostEquals, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { portfolio, type PortfolioResult } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

/** Long 100 of A, short 50 of B from bar 1 on, A sold at bar 3; C lists at bar 2 and is never traded. */
function longShort(settings: object = {}): PortfolioResult {
  const rows = [[10, 20, NaN], [10, 20, NaN], [12, 22, 5], [11, 18, 6], [11, 19, 6]];
  return portfolio(closesPanel(["A", "B", "C"], rows), { cash: 10_000, ...settings })
    .onBar((broker, t) => {
      if (t === 0) {
        broker.buy("A", 100);
        broker.sell("B", 50);
      }
      if (t === 2) broker.close("A");
    });
}

Deno.test("PortfolioResult has trades with symbols, and what each asset contributed", () => {
  const { trades, assets } = longShort();
  assertEquals(trades.map(({ symbol, side, pnl, status }) => [symbol, side, pnl, status]), [
    ["A", "long", 100, "closed"],
    ["B", "short", 50, "open"],
  ]);
  assertEquals(
    assets.map(({ symbol, bars, trades, wins, pnl, contribution, share, traded }) => [
      symbol,
      bars,
      trades,
      wins,
      pnl,
      contribution,
      share,
      traded,
    ]),
    [
      ["A", 5, 1, 1, 100, 0.01, 100 / 150, 2100],
      ["B", 5, 1, 0, 50, 0.005, 50 / 150, 1000],
      ["C", 3, 0, 0, 0, 0, 0, 0],
    ],
  );
});

Deno.test("PortfolioResult.curves are cash, exposure and drawdown by the last closes", () => {
  const { curves, equity } = longShort();
  assertEquals([...equity], [10_000, 10_000, 10_100, 10_200, 10_150]);
  assertEquals([...curves.cash], [10_000, 10_000, 10_000, 11_100, 11_100]);
  assertEquals([...curves.long], [0, 0.1, 1200 / 10_100, 0, 0]);
  assertEquals([...curves.short], [0, -0.1, -1100 / 10_100, -900 / 10_200, -950 / 10_150]);
  assertEquals(curves.gross[2], 2300 / 10_100);
  assertEquals(curves.net[2], 100 / 10_100);
  assertEquals(curves.drawdown[4], 10_150 / 10_200 - 1);
});

Deno.test("PortfolioResult.statistics measure the account, exposure by gross value", () => {
  const { statistics } = longShort();
  assertEquals([statistics.trades, statistics.bars, statistics.endEquity], [2, 5, 10_150]);
  assertEquals(statistics.exposureTime, 4 / 5);
  const shares = [0, 2000 / 10_000, 2300 / 10_100, 900 / 10_200, 950 / 10_150];
  assertAlmostEquals(
    statistics.valueExposure,
    shares.reduce((sum, share) => sum + share, 0) / 5,
    1e-15,
  );
  // A third of the cash each in A and B from bar 0, in C from bar 2: 1.1, 0.95 and 1.2.
  assertAlmostEquals(statistics.buyAndHoldReturn, (1.1 + 0.95 + 1.2) / 3 - 1, 1e-15);
});

Deno.test("PortfolioResult.attribution goes from gross to net, and net is the change of the equity", () => {
  const { attribution, equity, interest } = ((result) => ({
    attribution: result.attribution,
    equity: result.equity,
    interest: result.output.interest,
  }))(longShort({
    commission: { perOrder: 1 },
    slippage: { fixed: 0.1 },
    financing: { borrow: 0.1, interest: 0.02 },
  }));
  const { gross, fees, slippage, financing, net } = attribution;
  assertEquals([fees, interest > 0, financing > 0], [3, true, true]);
  assertAlmostEquals(slippage, 0.1 * 250, 1e-9);
  assertAlmostEquals(gross, 150, 1e-9);
  assertAlmostEquals(net, gross - fees - slippage - financing + interest, 1e-9);
  assertAlmostEquals(net, equity[4] - 10_000, 1e-9);
});

Deno.test("PortfolioResult.correlations are those of what positions made from close to close", () => {
  const { symbols, values, mean } = longShort().correlations;
  assertEquals(symbols, ["A", "B"]);
  // 0, 0, 200, -100, 0 and 0, 0, -100, 200, -50.
  const x = [0, 0, 200, -100, 0].map((profit) => profit - 20);
  const y = [0, 0, -100, 200, -50].map((profit) => profit - 10);
  const product = (a: number[], b: number[]): number =>
    a.reduce((sum, value, t) => sum + value * b[t], 0);
  const expected = product(x, y) / Math.sqrt(product(x, x) * product(y, y));
  assertAlmostEquals(values[1], expected, 1e-15);
  assertEquals([values[0], values[2], values[3], mean], [1, values[1], 1, values[1]]);
});

Deno.test("PortfolioResult.toString() has all pairs of a few positions, of many the extremes", () => {
  const page = longShort().toString();
  assertMatch(
    page,
    /Correlation of positions, mean of all pairs of 2: -?\d\.\d\d\n +A +B\nA +1\.00\nB +-?\d\.\d\d +1\.00\n/,
  );
  const names = Array.from({ length: 9 }, (_, at) => `S${at}`);
  // S1 goes against all others but S8, which stays behind them.
  const rows = [0, 1, 3, 2, 5].map((step) =>
    names.map((_, at) => 100 + (at === 1 ? -step : at === 8 ? step ** 2 : step))
  );
  const many = portfolio(closesPanel(names, rows)).onBar((broker, t) => {
    if (t === 0) names.forEach((name) => broker.buy(name, 1));
  });
  assertMatch(
    many.toString(),
    /mean of all pairs of 9: 0\.\d\d; from S0 and S1 -1\.00 to S\d and S\d 1\.00\n/,
  );
});

Deno.test("PortfolioResult.toString() is a page with costs, assets, trades, exposure and orders", () => {
  const page = longShort({ maxPositions: 1 }).toString();
  for (
    const line of [
      "Portfolio of 3 assets, 2024-01-01 to 2024-01-05, 5 bars, closes only",
      "From gross to net, in money and over the starting cash",
      "Net profit    100.00  1.00%",
      "Symbol  Trades  Won  Profit  Contribution    Share  Fees  Exposure  Turnover",
      "A            1    1  100.00         1.00%  100.00%  0.00     4.35%     15.22",
      "All trades (times in UTC)",
      "Exposure on average: long 4.35%, short 0.00%, gross 4.35% (at most 11.76%), net 4.35%",
      "Orders: filled 2, rejected 1",
      "Orders refused or cancelled: maxPositions 1",
    ]
  ) assertStringIncludes(page, line);
  const idle = portfolio(closesPanel(["A"], [[1], [2]])).onBar(() => {});
  assertStringIncludes(idle.toString(), "No trades\n  Orders submitted: none\n");
});

Deno.test("PortfolioResult.toJSON() is plain JSON with the traded assets and counts by reason", () => {
  const rules = [{ stopLoss: 0.5 }];
  const result = longShort({ rules, assets: { C: { multiplier: 2, rules: [{ timeStop: 3 }] } } });
  const json = JSON.parse(JSON.stringify(result));
  assertEquals(json.data.symbols, ["A", "B", "C"]);
  assertEquals(json.run, { simMode: "batch", benchmark: null, digest: result.digest });
  assertEquals([json.costs.map(({ factor }: { factor: number }) => factor), json.groups], [[
    0,
    1,
    2,
  ], []]);
  assertEquals(json.settings.rules, [{ stopLoss: 0.5 }]);
  assertEquals(json.settings.assets, { C: { multiplier: 2, rules: [{ timeStop: { bars: 3 } }] } });
  assertEquals(json.assets.map(({ symbol }: { symbol: string }) => symbol), ["A", "B"]);
  assertAlmostEquals(json.statistics.total_return, 0.015, 1e-15);
  assertEquals([json.counts.orders.filled, json.counts.rejected.noPosition], [3, 0]);
  assertEquals(json.attribution.net, 150);
});
