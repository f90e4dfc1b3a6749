import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { portfolio, type PortfolioResult } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const panel = closesPanel(["A", "B"], [[10, 20], [10, 20], [12, 22], [11, 18]]);
const costs = {
  cash: 1000,
  commission: { perOrder: 5 },
  assets: { B: { slippage: { fixed: 1 }, commission: { perOrder: 3 }, borrow: 0.1 } },
};
const factors = ({ costReturns }: PortfolioResult): number[] =>
  costReturns.map(({ factor }) => factor);

Deno.test("PortfolioResult.costReturns runs again at no and twice the costs, those of assets too", () => {
  const list = [
    { time: "2024-01-02", symbol: "A", side: "buy", quantity: 10 },
    { time: "2024-01-02", symbol: "B", side: "sell", quantity: 5 },
  ] as const;
  const { costReturns, statistics, equity } = portfolio(panel, costs).orders(list);
  assertEquals(costReturns.map(({ factor }) => factor), [0, 1, 2]);
  assertEquals(costReturns[1].totalReturn, equity[3] / 1000 - 1);
  assertEquals(costReturns[1].totalReturn, statistics.totalReturn);
  // 10 (11 - 10) of A, 5 (20 - 18) of B.
  assertAlmostEquals(costReturns[0].totalReturn, 20 / 1000, 1e-15);
  const cost = costReturns[0].totalReturn - costReturns[1].totalReturn;
  // Fees 5 + 3, slippage 5, borrowing 2 days.
  assert(cost > 13 / 1000 && cost < 13.2 / 1000, `${cost}`);
  assertAlmostEquals(costReturns[0].totalReturn - costReturns[2].totalReturn, 2 * cost, 1e-4);
});

Deno.test("PortfolioResult.costReturns has what weights come to, compiled or not", () => {
  const run = (options: object): PortfolioResult =>
    portfolio(panel, { cash: 1000, commission: { percent: 0.01 }, ...options })
      .weights(() => Float64Array.of(0.5, -0.3));
  assertEquals(run({}).costReturns, run({ simMode: "event" }).costReturns);
  assertStringIncludes(String(run({})), "Return at 2x costs");
  assertEquals(run({}).toJSON().costs.length, 3);
});

Deno.test("PortfolioResult.costReturns runs code again only where it is told how it is made", () => {
  let calls = 0;
  const handlers = () => {
    let held = false;
    return {
      onBar: (broker: { buy: (asset: string, quantity: number) => unknown }): void => {
        calls++;
        if (!held) broker.buy("A", 10);
        held = true;
      },
    };
  };
  const once = portfolio(panel, costs).run(handlers());
  assertEquals([factors(once), once.toJSON().costs.length, calls], [[1], 1, 4]);
  const made = portfolio(panel, costs).run(handlers);
  assertEquals([factors(made), made.costReturns[0].totalReturn], [[0, 1, 2], 1010 / 1000 - 1]);
  assertEquals(calls, 4 + 3 * 4);
  // Without costs no further run is needed.
  const free = portfolio(panel).run(handlers());
  assertEquals(factors(free), [0, 1, 2]);
});
