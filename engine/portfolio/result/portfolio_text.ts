import { type CostReturn, costRows } from "../../run/cost_returns.ts";
import { benchmarkLine } from "../../run/result_text.ts";
import { costGroup } from "../../stats/cost_statistics.ts";
import { formatPrice, formatTime, formatValue } from "../../stats/format.ts";
import type { Statistics } from "../../stats/gather.ts";
import { statisticsTable } from "../../stats/statistics_table.ts";
import { alignedTable } from "../../stats/table.ts";
import type { AssetRow } from "./asset_rows.ts";
import { correlationsText } from "./correlations_text.ts";
import { plural } from "../../stats/plural.ts";
import { countsText } from "./counts_text.ts";
import { exposureSummary } from "./exposure_summary.ts";
import { multipliersOf } from "./holdings.ts";
import { ordersByStatus, partlyFilled } from "./order_rows.ts";
import type { PortfolioResult } from "./portfolio_result.ts";
import { portfolioTradeRows } from "./trade_rows.ts";

/** Trades that the page shows; assets as many, half of them the best. */
const shown = 10;

/** A run over a panel as a page of text. */
export function portfolioText(
  result: PortfolioResult,
  statistics: Statistics,
  costs: readonly CostReturn[],
): string {
  const more = { [costGroup.title]: costRows(costs) };
  const sections = [
    [titleLine(result), "", ...statisticsTable(statistics, { more })].join("\n"),
    result.why() ?? [
      attributionTable(result),
      groupTable(result),
      assetTable(result),
      correlationsText(result.correlations),
      lastTrades(result),
    ].filter((section) => section).join("\n\n"),
    [...benchmarkLines(result, statistics), ...noteLines(result)].join("\n"),
  ];
  return sections.filter((section) => section).join("\n\n");
}

function benchmarkLines({ benchmark }: PortfolioResult, { values }: Statistics): string[] {
  return benchmark === undefined ? [] : [benchmarkLine(benchmark.name, values)];
}

function titleLine({ panel, strategy: run }: PortfolioResult): string {
  const { symbols, length, time, priceOnly } = panel;
  const by = run === undefined ? "" : ` by ${run.strategy.name}`;
  return [
    `Portfolio of ${plural(symbols.length, "asset")}${by}`,
    ...(length ? [`${formatTime(time[0])} to ${formatTime(time[length - 1])}`] : []),
    plural(length, "bar"),
    ...(priceOnly ? ["closes only"] : []),
  ].join(", ");
}

function attributionTable({ attribution, settings: { cash } }: PortfolioResult): string {
  const { gross, fees, slippage, financing, interest, net } = attribution;
  const rows = [
    ["Gross profit", gross],
    ["Commissions", -fees],
    ["Slippage", -slippage],
    ["Financing", -financing],
    ["Interest", interest],
    ["Net profit", net],
  ] as const;
  const lines = rows.map(([name, money]) => [
    `  ${name}`,
    formatValue(money, "money"),
    formatValue(money / cash, "fraction"),
  ]);
  return `From gross to net, in money and over the starting cash\n${alignedTable(lines, "lrr")}`;
}

function assetTable({ assets }: PortfolioResult): string {
  const traded = assets.filter(({ trades }) => trades > 0);
  const ranked = traded.toSorted((one, other) => other.pnl - one.pnl);
  const half = shown / 2;
  const few = ranked.length <= shown;
  const rows = few ? ranked : [...ranked.slice(0, half), ...ranked.slice(-half)];
  const title = few
    ? "Assets by profit"
    : `Best ${half} and worst ${half} of ${plural(ranked.length, "traded asset")}`;
  return `${title}\n${rowTable("Symbol", rows.map((row) => [row.symbol, row]))}`;
}

function groupTable({ groups }: PortfolioResult): string {
  if (groups.length === 0) return "";
  const rows = groups.toSorted((one, other) => other.pnl - one.pnl);
  const table = rowTable("Group", rows.map((row) => [row.group || "(none)", row]));
  return `Groups by profit\n${table}`;
}

type Row = Omit<AssetRow, "symbol" | "bars">;

const rowHeadings = [
  "Trades",
  "Won",
  "Profit",
  "Contribution",
  "Share",
  "Fees",
  "Exposure",
  "Turnover",
];

/** Rows by name; exposure is the mean without signs, turnover that of a year. */
function rowTable(heading: string, rows: readonly (readonly [string, Row])[]): string {
  const lines = rows.map(([name, row]) => [
    name,
    formatValue(row.trades, "count"),
    formatValue(row.wins, "count"),
    formatValue(row.pnl, "money"),
    formatValue(row.contribution, "fraction"),
    formatValue(row.share, "fraction"),
    formatValue(row.fees, "money"),
    formatValue(row.meanGross, "fraction"),
    formatValue(row.turnover, "ratio"),
  ]);
  return alignedTable([[heading, ...rowHeadings], ...lines], "lrrrrrrrr");
}

const headings = [
  "#",
  "Symbol",
  "Side",
  "Quantity",
  "Entry",
  "Price",
  "Exit",
  "Price",
  "Reason",
  "Profit",
  "Return",
];

function lastTrades({ output, panel, settings }: PortfolioResult): string {
  const { count } = output.trades;
  const rows = portfolioTradeRows(output, panel, {
    multipliers: multipliersOf(panel, settings),
    from: Math.max(0, count - shown),
  }).map((row) => [
    String(row.trade),
    row.symbol,
    row.side,
    formatPrice(row.quantity),
    formatTime(row.entryTime),
    formatPrice(row.entryPrice),
    row.exitTime === null ? "open" : formatTime(row.exitTime),
    formatPrice(row.exitPrice),
    row.exitReason + (row.ambiguous ? " *" : ""),
    formatValue(row.pnl, "money"),
    formatValue(row.return, "fraction"),
  ]);
  const title = count > shown
    ? `Last ${shown} of ${formatValue(count, "count")} trades`
    : "All trades";
  return `${title} (times in UTC)\n${alignedTable([headings, ...rows], "rllrlrlrlrr")}`;
}

function noteLines(result: PortfolioResult): string[] {
  const { output, panel, settings } = result;
  const lines: string[] = [];
  if (output.trades.count > 0) {
    const { meanLong, meanShort, meanGross, meanNet, maxGross } = exposureSummary(result);
    const [long, short, gross, net, most] = [meanLong, meanShort, meanGross, meanNet, maxGross].map(
      (value) => formatValue(value, "fraction"),
    );
    lines.push(
      `Exposure on average: long ${long}, short ${short}, gross ${gross} (at most ${most}), net ${net}`,
    );
  }
  const isIdle = output.trades.count === 0;
  if (output.orders.count > 0 && !isIdle) {
    const parts = partlyFilled(output);
    const note = parts === 0 ? "" : `; ${formatValue(parts, "count")} ended with a part filled`;
    lines.push(`Orders: ${countsText(ordersByStatus(output))}${note}`);
  }
  const rejected = countsText(result.rejected);
  if (rejected !== "" && !isIdle) lines.push(`Orders refused or cancelled: ${rejected}`);
  if (output.ambiguousBars > 0) {
    const stake = formatValue(output.ambiguousStake, "money");
    const { ambiguity } = settings.execution;
    lines.push(
      `Ambiguous bars (*): ${output.ambiguousBars}, decided by ambiguity "${ambiguity}", ${stake} at stake`,
    );
  }
  const { ruinIndex } = output;
  if (ruinIndex >= 0) {
    const when = `bar ${ruinIndex}, ${formatTime(panel.time[ruinIndex])}`;
    lines.push(`Ruin: equity was not above 0 at the close of ${when}, and trading stopped`);
  }
  return lines;
}
