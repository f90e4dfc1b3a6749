import { formatTime, formatValue } from "../../stats/format.ts";
import { plural } from "../../stats/plural.ts";
import { countsText } from "./counts_text.ts";
import { ordersByStatus, rejectedByReason } from "./order_rows.ts";
import type { PortfolioFields } from "./portfolio_fields.ts";
import { reasonSummaries } from "./reason_summaries.ts";

/**
 * Why a run has no trades: when weights were looked at and whether any was wanted, and what became of the orders. Undefined
 * for a run with trades.
 */
export function whyNoTrades(fields: PortfolioFields): string | undefined {
  const { output, panel } = fields;
  if (output.trades.count > 0) return undefined;
  if (panel.length === 0) return "No trades: there are no bars";
  const rejected = rejectedByReason(output);
  const reasons = Object.entries(reasonSummaries)
    .filter(([reason]) => rejected[reason as keyof typeof rejected] > 0);
  return [
    "No trades",
    ...planLines(fields),
    ordersLine(fields),
    `Orders refused or cancelled: ${countsText(rejected) || "none"}`,
    ...volumeLines(fields),
    ...reasons.map(([reason, summary]) => `  ${reason}: ${summary}`),
  ].join("\n  ");
}

function planLines({ planUse, panel }: PortfolioFields): string[] {
  if (planUse === undefined) return [];
  const { bars, first, firstWanted } = planUse;
  if (bars === 0) return ["Weights were wanted on no bar"];
  const at = (t: number): string => `bar ${t}, ${formatTime(panel.time[t])}`;
  const found = firstWanted < 0
    ? "all were 0 or missing"
    : `the first other than 0 was on ${at(firstWanted)}`;
  return [`Weights were looked at on ${plural(bars, "bar")}, from ${at(first)} on; ${found}`];
}

function volumeLines({ settings: { participation } }: PortfolioFields): string[] {
  if (participation === 0) return [];
  return [
    `Fills of an asset could take ${formatValue(participation, "fraction")} of a bar's volume`,
  ];
}

function ordersLine({ planUse, strategy, output }: PortfolioFields): string {
  const { count } = output.orders;
  if (count > 0) {
    return `Orders submitted: ${formatValue(count, "count")}: ${
      countsText(ordersByStatus(output))
    }`;
  }
  if (strategy !== undefined && output.refused.every((found) => found === 0)) {
    return "Orders submitted: none; no enter of the strategy was true where it was read";
  }
  return planUse !== undefined && planUse.firstWanted >= 0
    ? "Orders submitted: none; assets without a bar then, band and minTrade leave targets alone"
    : "Orders submitted: none";
}
