import { reasonOfPositions } from "../../codegen/emit/portfolio/order_columns.ts";
import type { PortfolioOutput, PortfolioTrades } from "./output.ts";
import { portfolioReasons } from "./order_codes.ts";
import { panelExcursions, type PanelReach } from "./panel_excursions.ts";
import type { PortfolioLogs } from "./portfolio_logs.ts";

/** What a finished compiled run has left. */
export interface FinishedRun {
  readonly panel: PanelReach;
  readonly settings: unknown;
  readonly logs: PortfolioLogs;
  readonly trades: number;
  readonly fills: number;
  readonly orders: {
    readonly count: number;
    readonly columns: readonly (Float64Array | Int32Array)[];
    readonly submitted: Int32Array;
  };
  readonly reducedOrders: number;
  readonly refused: readonly number[];
  readonly ruinIndex: number;
  readonly interest: number;
  readonly refusedPositions: number;
}

/** The output of a compiled run: the same columns as the reference engine's. Excursions are computed when first read. */
export function marketOutput(run: FinishedRun): PortfolioOutput {
  const { logs, fills, orders } = run;
  const refused = [...run.refused];
  return {
    equity: logs.equity,
    trades: tradesOf(run),
    ledger: {
      count: fills,
      index: cut(logs.fills[0], fills) as Int32Array,
      asset: cut(logs.fillAsset, fills) as Int32Array,
      cash: cut(logs.fills[1], fills) as Float64Array,
      quantity: cut(logs.fills[2], fills) as Float64Array,
    },
    orders: ordersOf(orders),
    interest: run.interest,
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: run.reducedOrders,
    refused: portfolioReasons.map((reason, index) =>
      reason === "maxPositions" ? run.refusedPositions : refused[index] ?? 0
    ),
    ruinIndex: run.ruinIndex,
  };
}

function tradesOf({ logs, trades: count, panel }: FinishedRun): PortfolioTrades {
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
  let found: ReturnType<typeof panelExcursions> | undefined;
  const reach = (): ReturnType<typeof panelExcursions> =>
    found ??= panelExcursions(trades, moments, panel);
  return {
    ...trades,
    get mfe(): Float64Array {
      return reach().mfe;
    },
    get mae(): Float64Array {
      return reach().mae;
    },
  };
}

function ordersOf(
  { count, columns, submitted }: FinishedRun["orders"],
): PortfolioOutput["orders"] {
  const [asset, side, kind, status, reason, end, amount, , , filled, price, fee] = columns
    .map((column) => cut(column, count));
  const none = new Float64Array(count).fill(NaN);
  return {
    count,
    asset: asset as Int32Array,
    side: side as Int32Array,
    type: new Int32Array(count),
    tif: new Int32Array(count),
    kind: kind as Int32Array,
    amount: amount as Float64Array,
    limit: none,
    stop: none,
    status: status as Int32Array,
    reason: (reason as Int32Array).map((code) =>
      code === reasonOfPositions ? portfolioReasons.indexOf("maxPositions") : code
    ),
    submitIndex: cut(submitted, count) as Int32Array,
    endIndex: end as Int32Array,
    filled: filled as Float64Array,
    price: (price as Float64Array).map((value, row) => (filled[row] === 0 ? NaN : value)),
    fee: fee as Float64Array,
    parent: new Int32Array(count),
    tags: new Array<string>(count).fill(""),
  };
}

function cut(column: Float64Array | Int32Array, rows: number): Float64Array | Int32Array {
  return column.subarray(0, rows);
}
