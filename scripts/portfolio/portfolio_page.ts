import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import { charts } from "../backtest/charts.ts";
import { type PageOptions, runLines } from "../backtest/result_page.ts";

/** Characters of the charts: with their axis as wide as the statistics. */
const width = 72;

/** A result as a page for a terminal: the result's own, charts, returns by month, and where the time went. */
export function portfolioPage(
  result: PortfolioResult,
  { phases, verified, out }: PageOptions,
): string {
  const gross = { label: "Gross exposure", values: result.curves.gross };
  const sections = [
    result.toString(),
    ...(result.panel.length === 0 ? [] : [
      ...charts(result, { width, more: [gross] }),
      `Returns by month and year\n${result.monthlyTable()}`,
    ]),
    [`Digest: ${result.digest}`, ...runLines({ verified, out }), phases.toString()].join("\n"),
  ];
  return sections.join("\n\n");
}
