import { assertEquals, assertStringIncludes } from "@std/assert";
import { portfolio, portfolioReasons } from "../mod.ts";
import { reasonSummaries } from "../engine/portfolio/result/reason_summaries.ts";
import { closesPanel } from "./portfolio_panel.ts";

const panel = closesPanel(["A", "B"], [[10, 20], [11, 21], [12, 20]]);

Deno.test("PortfolioResult.why() says what was asked for and what became of the orders", () => {
  const low = [{ time: "2024-01-02", symbol: "A", side: "buy", quantity: 1, limit: 5 }] as const;
  const { orders: none } = portfolio(panel).onBar(() => {});
  assertEquals(none, []);
  const results = [
    portfolio(panel).orders(low),
    portfolio(panel, { minQuantity: 1e9 }).weights(() => Float64Array.of(0, 0.5)),
    portfolio(panel).weights(() => new Float64Array(2), { every: 2 }),
    portfolio(panel).weights(() => Float64Array.of(1, 0), { minTrade: 1e9 }),
    portfolio(panel).weights(new Float64Array(6).fill(NaN)),
    portfolio(closesPanel(["A"], [])).onBar(() => {}),
  ];
  assertEquals(results.map((result) => result.why()), [
    [
      "No trades",
      "  Orders submitted: 1: cancelled 1",
      "  Orders refused or cancelled: endOfData 1",
      "    endOfData: Still waiting at the last bar",
    ].join("\n"),
    [
      "No trades",
      "  Weights were looked at on 3 bars, from bar 0, 2024-01-01 on; the first other than 0 was on bar 0, 2024-01-01",
      "  Orders submitted: 3: cancelled 1, rejected 2",
      "  Orders refused or cancelled: sizeTooSmall 2, endOfData 1",
      "    sizeTooSmall: The size was not above 0, less than one lot, or below minQuantity",
      "    endOfData: Still waiting at the last bar",
    ].join("\n"),
    [
      "No trades",
      "  Weights were looked at on 2 bars, from bar 0, 2024-01-01 on; all were 0 or missing",
      "  Orders submitted: none",
      "  Orders refused or cancelled: none",
    ].join("\n"),
    [
      "No trades",
      "  Weights were looked at on 3 bars, from bar 0, 2024-01-01 on; the first other than 0 was on bar 0, 2024-01-01",
      "  Orders submitted: none; assets without a bar then, band and minTrade leave targets alone",
      "  Orders refused or cancelled: none",
    ].join("\n"),
    [
      "No trades",
      "  Weights were wanted on no bar",
      "  Orders submitted: none",
      "  Orders refused or cancelled: none",
    ].join("\n"),
    "No trades: there are no bars",
  ]);
  for (const result of results) assertStringIncludes(String(result), result.why() ?? "?");
});

Deno.test("PortfolioResult.why() is undefined for a run with trades", () => {
  assertEquals(portfolio(panel).weights(() => Float64Array.of(1, 0)).why(), undefined);
});

Deno.test("Every reason for which an order of a portfolio comes to nothing has a summary", () => {
  assertEquals(Object.keys(reasonSummaries), [...portfolioReasons]);
});

Deno.test("why() tells of a strategy whether its enters were true", () => {
  const panel = closesPanel(["A"], [[10], [11], [12]]);
  const why = (definition: { enter: string; units: string }): string | undefined =>
    portfolio(panel).strategy({
      name: "quiet",
      long: { enter: definition.enter },
      size: { units: definition.units },
    }).why();
  const none = why({ enter: "close > 20", units: "1" });
  assertStringIncludes(none ?? "", "no enter of the strategy was true where it was read");
  const unsized = why({ enter: "close > 10", units: "0 * close" });
  assertStringIncludes(unsized ?? "", "Orders submitted: none\n");
  assertStringIncludes(unsized ?? "", "sizeTooSmall 2");
});
