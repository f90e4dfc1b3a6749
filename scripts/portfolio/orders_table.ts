import type { OrderLogRow } from "../../engine/portfolio/result/order_rows.ts";
import { snakeCase } from "../../engine/stats/statistic.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

const kinds = {
  order: "index",
  symbol: "text",
  side: "text",
  type: "text",
  tif: "text",
  kind: "text",
  amount: "number",
  limit: "number",
  stop: "number",
  status: "text",
  reason: "text",
  submitIndex: "index",
  submitTime: "time",
  endIndex: "index",
  endTime: "time",
  filled: "number",
  price: "number",
  fee: "number",
  parent: "index",
  tag: "text",
} as const satisfies Record<keyof OrderLogRow, FileColumn["kind"]>;

/** The orders and what has become of them, in order of submission. */
export function ordersTable({ orders }: { readonly orders: readonly OrderLogRow[] }): FileTable {
  const columns = Object.entries(kinds).map(([name, kind]) => ({
    name: snakeCase(name),
    kind,
    at: (row: number) => orders[row][name as keyof OrderLogRow],
  }));
  // That each kind fits its field is seen above; the type of a pair of lists cannot say it.
  return { rows: orders.length, columns: columns as FileColumn[] };
}
