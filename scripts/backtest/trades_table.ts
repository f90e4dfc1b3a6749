import type { TradeRow } from "../../engine/run/trade_rows.ts";
import { snakeCase } from "../../engine/stats/statistic.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

const kinds = {
  trade: "index",
  symbol: "text",
  side: "text",
  quantity: "number",
  entryIndex: "index",
  entryTime: "time",
  entryPrice: "number",
  exitIndex: "index",
  exitTime: "time",
  exitPrice: "number",
  exitReason: "text",
  pnl: "number",
  return: "number",
  fees: "number",
  slippage: "number",
  financing: "number",
  mfe: "number",
  mae: "number",
  barsHeld: "index",
  ambiguous: "flag",
  status: "text",
} as const satisfies Record<keyof TradeRow, FileColumn["kind"]>;

/** The trades in order of exit, open ones last: without exit, at the last close. */
export function tradesTable({ trades }: { readonly trades: readonly TradeRow[] }): FileTable {
  const columns = Object.entries(kinds).map(([name, kind]) => ({
    name: snakeCase(name),
    kind,
    at: (row: number) => trades[row][name as keyof TradeRow],
  }));
  // That each kind fits its field is seen above; the type of a pair of lists cannot say it.
  return { rows: trades.length, columns: columns as FileColumn[] };
}
