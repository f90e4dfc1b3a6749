import { digestNumbers } from "../../data/digest.ts";
import type { OrderColumns, PortfolioLedger, PortfolioOutput, PortfolioTrades } from "../output.ts";

type Named = readonly [name: string, values: ArrayLike<number>];
/** Every key but some, so that a new one does not type-check until it is here. */
type All<Of, Without extends keyof Of> = Readonly<Record<Exclude<keyof Of, Without>, true>>;

const trades: All<PortfolioTrades, "count"> = {
  asset: true,
  side: true,
  quantity: true,
  entryIndex: true,
  entryPrice: true,
  exitIndex: true,
  exitPrice: true,
  reason: true,
  pnl: true,
  fees: true,
  slippage: true,
  financing: true,
  mfe: true,
  mae: true,
  ambiguous: true,
};
const ledger: All<PortfolioLedger, "count"> = {
  index: true,
  asset: true,
  cash: true,
  quantity: true,
};
const orders: All<OrderColumns, "count" | "tags"> = {
  asset: true,
  side: true,
  type: true,
  tif: true,
  kind: true,
  amount: true,
  limit: true,
  stop: true,
  status: true,
  reason: true,
  submitIndex: true,
  endIndex: true,
  filled: true,
  price: true,
  fee: true,
  parent: true,
};
const totals: All<PortfolioOutput, "equity" | "trades" | "ledger" | "orders" | "refused"> = {
  interest: true,
  ambiguousBars: true,
  ambiguousStake: true,
  reducedOrders: true,
  ruinIndex: true,
};

/** Fingerprint of all that an engine returned: equity, trades, fills, orders with their tags, and totals. */
export function digestOutput(output: PortfolioOutput): string {
  const { count, tags } = output.orders;
  return digestNumbers([
    ["equity", output.equity],
    ...columnsOf("trades", output.trades, keysOf(trades)),
    ...columnsOf("ledger", output.ledger, keysOf(ledger)),
    ...columnsOf("orders", output.orders, keysOf(orders)),
    ["tags", tags.slice(0, count).flatMap((tag) => [tag.length, ...codesOf(tag)])],
    ["refused", output.refused],
    ...keysOf(totals).map((name): Named => [name, [output[name]]]),
  ]);
}

function keysOf<Key extends string>(names: Readonly<Record<Key, true>>): Key[] {
  return Object.keys(names) as Key[];
}

/** Columns by name, as far as they are filled. */
function columnsOf<Key extends string>(
  table: string,
  columns: Readonly<Record<Key, Float64Array | Int32Array> & { count: number }>,
  keys: readonly Key[],
): Named[] {
  return keys.map((key) => [`${table} ${key}`, columns[key].subarray(0, columns.count)]);
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
