import { costGroup } from "../stats/cost_statistics.ts";
import type { Statistics } from "../stats/gather.ts";
import { formatPrice, formatTime, formatValue } from "../stats/format.ts";
import { plural } from "../stats/plural.ts";
import { statisticsTable } from "../stats/statistics_table.ts";
import { alignedTable } from "../stats/table.ts";
import { type CostReturn, costRows } from "./cost_returns.ts";
import { refusedText } from "./refused.ts";
import type { ResultFields } from "./result_fields.ts";
import { type TradeRow, tradeRows } from "./trade_rows.ts";
import { whyNoTrades } from "./why.ts";

/** Trades that the summary shows. */
const shown = 10;

/** A run as a page of text: title, statistics, last trades, and what the result hangs on. */
export function resultText(
  fields: ResultFields,
  statistics: Statistics,
  costs: readonly CostReturn[],
): string {
  const { count } = fields.output.trades;
  const more = { [costGroup.title]: costRows(costs) };
  const sections = [
    [...titleLines(fields), "", ...statisticsTable(statistics, { more })].join("\n"),
    count === 0 ? whyNoTrades(fields) : lastTrades(fields),
    [...benchmarkLines(fields, statistics), ...noteLines(fields)].join("\n"),
  ];
  return sections.filter((section) => section).join("\n\n");
}

function titleLines({ strategy, bars, params, direction }: ResultFields): string[] {
  const { length, time, symbol } = bars;
  const title = [
    symbol === "" ? strategy.name : `${strategy.name} on ${symbol}`,
    ...(length ? [`${formatTime(time[0])} to ${formatTime(time[length - 1])}`] : []),
    plural(length, "bar"),
    ...(direction === "BOTH" ? [] : [`${direction.toLowerCase()} side only`]),
  ].join(", ");
  const values = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  return values.length ? [title, values.join(", ")] : [title];
}

const headings = [
  "#",
  "Side",
  "Quantity",
  "Entry",
  "Price",
  "Exit",
  "Price",
  "Reason",
  "Profit",
  "Return",
  "Bars",
];

function lastTrades({ output, bars }: ResultFields): string {
  const { count } = output.trades;
  const rows = tradeRows(output, bars, { from: Math.max(0, count - shown) });
  const title = count > shown
    ? `Last ${shown} of ${formatValue(count, "count")} trades`
    : "All trades";
  return `${title} (times in UTC)\n${alignedTable([headings, ...rows.map(cells)], "rlrlrlrlrrr")}`;
}

function cells(row: TradeRow): string[] {
  return [
    String(row.trade),
    row.side,
    formatPrice(row.quantity),
    formatTime(row.entryTime),
    formatPrice(row.entryPrice),
    row.exitTime === null ? "open" : formatTime(row.exitTime),
    formatPrice(row.exitPrice),
    row.exitReason + (row.ambiguous ? " *" : ""),
    formatValue(row.pnl, "money"),
    formatValue(row.return, "fraction"),
    String(row.barsHeld),
  ];
}

function benchmarkLines({ benchmark }: ResultFields, { values }: Statistics): string[] {
  return benchmark === undefined ? [] : [benchmarkLine(benchmark, values)];
}

/** Alpha, beta and information ratio in one line. */
export function benchmarkLine(name: string, values: Statistics["values"]): string {
  const alpha = formatValue(values.alpha, "fraction");
  const [beta, ratio] = [values.beta, values.informationRatio].map((value) =>
    formatValue(value, "ratio")
  );
  const against = name === "" ? "the benchmark" : JSON.stringify(name);
  return `Against ${against}: alpha ${alpha} a year, beta ${beta}, information ratio ${ratio}`;
}

function noteLines({ output, bars, settings }: ResultFields): string[] {
  const { ambiguousBars, ambiguousStake, ruinIndex } = output;
  const refused = output.trades.count > 0 ? refusedText(output) : undefined;
  const lines: string[] = [];
  if (ambiguousBars > 0) {
    const stake = formatValue(ambiguousStake, "money");
    const { ambiguity } = settings.execution;
    lines.push(
      `Ambiguous bars (*): ${ambiguousBars}, decided by ambiguity "${ambiguity}", ${stake} at stake`,
    );
  }
  if (refused !== undefined) lines.push(`Orders refused or cancelled: ${refused}`);
  if (ruinIndex >= 0) {
    const when = `bar ${ruinIndex}, ${formatTime(bars.time[ruinIndex])}`;
    lines.push(`Ruin: equity was not above 0 at the close of ${when}, and trading stopped`);
  }
  return lines;
}
