import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { barsFrom, portfolio, type PortfolioBenchmark, type PortfolioResult } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const rows = [[10, 20], [10, 21], [12, NaN], [11, 19], [13, 22], [12, 24]];
const panel = closesPanel(["A", "B"], rows);

function run(benchmark?: PortfolioBenchmark): PortfolioResult {
  const options = benchmark === undefined ? {} : { benchmark };
  return portfolio(panel, { cash: 1000, ...options }).onBar((broker, t) => {
    if (t === 0) broker.buy("A", 100);
  });
}

Deno.test("portfolio() measures against a symbol, bars or prices, with last closes", () => {
  const prices = Float64Array.of(20, 21, 21, 19, 22, 24);
  const bars = barsFrom({
    // A bar before the panel, and none on the third day.
    time: [-1, 0, 1, 3, 4, 5].map((day) => Date.UTC(2024, 0, 1 + day)),
    close: [5, 20, 21, 19, 22, 24],
  }, { priceOnly: true, symbol: "INDEX" });
  const [symbol, own, array] = [run("B"), run(bars), run(prices)];
  const ratios = ({ statistics }: PortfolioResult): number[] => [
    statistics.alpha,
    statistics.beta,
    statistics.informationRatio,
  ];
  assertEquals(ratios(symbol), ratios(array));
  assertEquals(ratios(own), ratios(array));
  // Returns of A and B from bar to bar, the first left out.
  const [x, y] = [[10, 10, 12, 11, 13, 12], prices].map((closes) =>
    Array.from(closes).slice(1).map((close, t) => close / closes[t] - 1)
  );
  const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
  const product = (a: number[], b: number[]): number =>
    a.reduce((sum, value, t) => sum + (value - mean(a)) * (b[t] - mean(b)), 0);
  assertAlmostEquals(symbol.statistics.beta, product(x, y) / product(y, y), 1e-12);
  assertEquals([symbol, own, array, run()].map((result) => result.toJSON().run.benchmark), [
    "B",
    "INDEX",
    "",
    null,
  ]);
  assertStringIncludes(String(symbol), 'Against "B": alpha ');
  assertStringIncludes(String(array), "Against the benchmark: alpha ");
  assertEquals(run().statistics.beta, NaN);
});

Deno.test("A benchmark without a price at a sample gives no ratios, and says so", () => {
  const late = Float64Array.of(NaN, 21, 21, 19, 22, 24);
  const { statistics, statisticReasons } = run(late);
  assertEquals(statistics.alpha, NaN);
  assertStringIncludes(statisticReasons.alpha ?? "", "without a number above 0");
});

Deno.test("PortfolioResult.rolling() is that of the account's equity", () => {
  const { volatility, drawdown, index } = run().rolling({ window: 5 });
  assertEquals([volatility.length, index[5], volatility[3]], [6, 5, NaN]);
  assertEquals(drawdown[5], 11 / 12 - 1);
});
