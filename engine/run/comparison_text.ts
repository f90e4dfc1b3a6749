import { formatTime, formatValue } from "../stats/format.ts";
import { plural } from "../stats/plural.ts";
import { costGroup } from "../stats/cost_statistics.ts";
import { statisticSections } from "../stats/registry.ts";
import type { Unit } from "../stats/statistic.ts";
import { alignedTable } from "../stats/table.ts";
import type { Comparison } from "./compare.ts";
import type { TradeShare } from "./common_trades.ts";
import { costRows } from "./cost_returns.ts";
import type { FirstDecision } from "./decisions.ts";
import type { BacktestResult } from "./result.ts";

/** A comparison as a page of text: what is compared, statistics, where decisions part, and trades in common. */
export function comparisonText(comparison: Comparison): string {
  const { left, right } = comparison;
  const { symbol, length, time } = left.bars;
  const title = [
    symbol === "" ? "Comparison" : `Comparison on ${symbol}`,
    ...(length ? [`${formatTime(time[0])} to ${formatTime(time[length - 1])}`] : []),
    plural(length, "bar"),
  ].join(", ");
  return [
    [title, `  A  ${named(left)}`, `  B  ${named(right)}`].join("\n"),
    statisticsText(comparison),
    decisionText(comparison),
    tradesText(comparison),
    togetherText(comparison),
  ].join("\n\n");
}

function named({ strategy, params }: BacktestResult): string {
  const values = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  return [strategy.name, ...values].join(", ");
}

function statisticsText({ left, right, differences }: Comparison): string {
  const rows: string[][] = [["", "A", "B", "B - A"]];
  for (const { title, statistics } of statisticSections) {
    rows.push([title]);
    for (const { name, label, unit } of statistics) {
      const values = [left, right].map((result) => formatValue(result.statistics[name], unit));
      rows.push([`  ${label}`, ...values, changeText(differences[name], unit)]);
    }
    if (title !== costGroup.title) continue;
    const [ours, theirs] = [left, right].map((result) => costRows(result.costReturns));
    const changes = [left, right].map((result) =>
      result.costReturns.filter(({ factor }) => factor !== 1)
    );
    ours.forEach(([label, text], row) => {
      const [one, other] = changes.map((found) => found[row].totalReturn);
      rows.push([`  ${label}`, text, theirs[row][1], changeText(other - one, "fraction")]);
    });
  }
  return alignedTable(rows, "lrrr");
}

/** With its sign; between two times in days. */
function changeText(change: number, unit: Unit): string {
  const days = unit === "time";
  const text = formatValue(days ? change / 86_400_000 : change, days ? "days" : unit);
  return change > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function decisionText({ left, firstDecision, firstQuantity }: Comparison): string {
  const at = (title: string, { bar, left: ours, right: theirs }: FirstDecision): string[] => [
    `${title}: bar ${bar}, ${formatTime(left.bars.time[bar])} (bar of the fill, UTC)`,
    `  A  ${ours.join("; ") || "nothing"}`,
    `  B  ${theirs.join("; ") || "nothing"}`,
  ];
  return [
    ...(firstQuantity === undefined ? [] : at("First different quantity", firstQuantity)),
    ...(firstDecision === undefined
      ? ["Decisions: the same on every bar"]
      : at("First different decision", firstDecision)),
  ].join("\n");
}

function tradesText({ trades }: Comparison): string {
  const row = (label: string, share: TradeShare, has = [true, true]): string[] => [
    `  ${label}`,
    formatValue(share.trades, "count"),
    has[0] ? formatValue(share.left, "money") : "",
    has[1] ? formatValue(share.right, "money") : "",
  ];
  return alignedTable([
    ["Trades (parts of one as one)", "Number", "Profit of A", "Profit of B"],
    row("Same entry and exit", trades.same),
    row("Same entry only", trades.sameEntry),
    row("A only", trades.onlyLeft, [true, false]),
    row("B only", trades.onlyRight, [false, true]),
  ], "lrrr");
}

function togetherText({ sameSide, correlation }: Comparison): string {
  return [
    `Same side at the close: ${formatValue(sameSide, "fraction")} of bars`,
    `Correlation of sampled returns: ${formatValue(correlation, "ratio")}`,
  ].join("\n");
}
