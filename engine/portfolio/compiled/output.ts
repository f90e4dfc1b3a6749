import { counterWord } from "../../../codegen/emit/names.ts";
import { orderReasons } from "../../../codegen/define/reasons.ts";
import { portfolioReasons, timesInForce } from "../order_codes.ts";
import type { OrderColumns, PortfolioOutput, PortfolioTrades } from "../output.ts";
import { once, withExcursions } from "../../run/with_excursions.ts";
import { panelExcursions } from "../panel_excursions.ts";
import type { PortfolioLogs } from "../portfolio_logs.ts";
import type { OrderTable } from "./order_table.ts";
import type { RunState } from "./state.ts";

/** The columns of a finished run. Excursions, and what few orders have, are computed when first read. */
export function compiledOutput(
  run: RunState,
  { logs, read }: { readonly logs: PortfolioLogs; readonly read: (word: string) => number },
): PortfolioOutput {
  const fills = read("fills");
  const counted = new Map<string, number>(
    orderReasons.map((reason) => [reason, read(counterWord(reason))]),
  );
  counted.set("maxPositions", read("refusedPositions"));
  return {
    equity: logs.equity,
    trades: tradesOf(run, logs, read("trades")),
    ledger: {
      count: fills,
      index: cut(logs.fills[0], fills) as Int32Array,
      asset: cut(logs.fillAsset, fills) as Int32Array,
      cash: cut(logs.fills[1], fills) as Float64Array,
      quantity: cut(logs.fills[2], fills) as Float64Array,
    },
    orders: ordersOf(run.table),
    interest: read("interest"),
    ambiguousBars: read("ambiguousBars"),
    ambiguousStake: read("ambiguousStake"),
    reducedOrders: read("reducedOrders"),
    refused: portfolioReasons.map((reason, index) =>
      run.refused[index] + (counted.get(reason) ?? 0)
    ),
    ruinIndex: read("ruinIndex"),
  };
}

function tradesOf(
  { panel, multipliers }: RunState,
  logs: PortfolioLogs,
  count: number,
): PortfolioTrades {
  const t = (index: number): Float64Array => cut(logs.trades[index], count) as Float64Array;
  const w = (index: number): Int32Array => cut(logs.trades[index], count) as Int32Array;
  const trades = {
    count,
    side: w(0),
    quantity: t(1),
    entryIndex: w(2),
    entryPrice: t(3),
    exitIndex: w(4),
    exitPrice: t(5),
    reason: w(6),
    pnl: t(7),
    fees: t(8),
    slippage: t(9),
    ambiguous: w(10),
    financing: cut(logs.rare[0], count) as Float64Array,
    asset: cut(logs.rare[2], count) as Int32Array,
  };
  const moments = cut(logs.rare[1], count) as Int32Array;
  return withExcursions(trades, () => panelExcursions(trades, moments, { ...panel, multipliers }));
}

function ordersOf(table: OrderTable): OrderColumns {
  const { count, at, hasAll } = table;
  const rare = once(() => rareColumns(table));
  const all = (column: Int32Array): Int32Array =>
    hasAll ? column.subarray(0, count) : new Int32Array(count);
  const price = once(() =>
    at.orderPrice.subarray(0, count).map((value, row) => at.orderFilled[row] === 0 ? NaN : value)
  );
  const limit = once(() => pricesOf(table, at.orderLimit));
  const stop = once(() => pricesOf(table, at.orderStop));
  const type = once(() => all(at.orderType));
  return {
    count,
    asset: at.orderAsset.subarray(0, count),
    side: at.orderSide.subarray(0, count),
    get type(): Int32Array {
      return type();
    },
    get tif(): Int32Array {
      return rare().tif;
    },
    kind: at.orderKind.subarray(0, count),
    amount: at.orderAmount.subarray(0, count),
    get limit(): Float64Array {
      return limit();
    },
    get stop(): Float64Array {
      return stop();
    },
    status: at.orderStatus.subarray(0, count),
    reason: at.orderReason.subarray(0, count),
    submitIndex: table.submitted.subarray(0, count),
    endIndex: at.orderEnd.subarray(0, count),
    filled: at.orderFilled.subarray(0, count),
    get price(): Float64Array {
      return price();
    },
    fee: at.orderFee.subarray(0, count),
    get parent(): Int32Array {
      return rare().parent;
    },
    get tags(): readonly string[] {
      return rare().tags;
    },
  };
}

function rareColumns(table: OrderTable): Pick<OrderColumns, "tif" | "parent" | "tags"> {
  const tif = new Int32Array(table.count).fill(timesInForce.indexOf("gtc"));
  const parent = new Int32Array(table.count);
  const tags = new Array<string>(table.count).fill("");
  for (const [row, extras] of table.withExtras()) {
    tif[row] = timesInForce.indexOf(extras.tif);
    parent[row] = extras.parent + 1;
    tags[row] = extras.tag;
  }
  return { tif, parent, tags };
}

function pricesOf({ count, hasAll }: OrderTable, column: Float64Array): Float64Array {
  return hasAll ? column.subarray(0, count) : new Float64Array(count).fill(NaN);
}

function cut(column: Float64Array | Int32Array, rows: number): Float64Array | Int32Array {
  return column.subarray(0, rows);
}
