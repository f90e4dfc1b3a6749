import { orderReasons } from "../../codegen/define/reasons.ts";
import type { Ledger, RunOutput, TradeColumns } from "../../engine/run/output.ts";

/** Why a trade was closed, as in `exitReasons`. */
export const reasons = {
  signal: 0,
  reverse: 1,
  stopLoss: 2,
  trailingStop: 3,
  takeProfit: 4,
  timeStop: 5,
} as const;

/** Position in `orderReasons` of orders that the end of the data cancels. */
export const endOfData = orderReasons.indexOf("endOfData");

/** The columns that a baseline reads. */
export interface BaselineBars {
  readonly length: number;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** A hand-written backtest of one strategy: fills an output that `allocateOutput` made. */
export type Baseline = (bars: BaselineBars, output: RunOutput) => void;

/** An output with room for a trade in every eighth bar, which the strategies measured here do not reach. */
export function allocateOutput(bars: number): RunOutput {
  const rows = Math.max(1024, bars >> 3);
  return {
    equity: new Float64Array(bars),
    trades: {
      count: 0,
      side: new Int32Array(rows),
      quantity: new Float64Array(rows),
      entryIndex: new Int32Array(rows),
      entryPrice: new Float64Array(rows),
      exitIndex: new Int32Array(rows),
      exitPrice: new Float64Array(rows),
      reason: new Int32Array(rows),
      pnl: new Float64Array(rows),
      fees: new Float64Array(rows),
      slippage: new Float64Array(rows),
      financing: new Float64Array(rows),
      mfe: new Float64Array(rows),
      mae: new Float64Array(rows),
      ambiguous: new Int32Array(rows),
    },
    ledger: {
      count: 0,
      index: new Int32Array(2 * rows),
      cash: new Float64Array(2 * rows),
      quantity: new Float64Array(2 * rows),
    },
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: 0,
    refused: orderReasons.map(() => 0),
    interest: 0,
    ruinIndex: -1,
  };
}

/** One value for each column of the trade log; there is no financing here. */
export type TradeValues = Readonly<
  Record<Exclude<keyof TradeColumns, "count" | "financing">, number>
>;

/**
 * Writes a row of the trade log.
 *
 * @throws {RangeError} If there is no such row.
 */
export function writeTrade(trades: TradeColumns, row: number, values: TradeValues): void {
  if (row >= trades.side.length) {
    throw new RangeError(`Cannot log trade ${row + 1}: expected at most ${trades.side.length}`);
  }
  trades.side[row] = values.side;
  trades.quantity[row] = values.quantity;
  trades.entryIndex[row] = values.entryIndex;
  trades.entryPrice[row] = values.entryPrice;
  trades.exitIndex[row] = values.exitIndex;
  trades.exitPrice[row] = values.exitPrice;
  trades.reason[row] = values.reason;
  trades.pnl[row] = values.pnl;
  trades.fees[row] = values.fees;
  trades.slippage[row] = values.slippage;
  trades.mfe[row] = values.mfe;
  trades.mae[row] = values.mae;
  trades.ambiguous[row] = values.ambiguous;
}

/** One value for each column of the ledger. */
export type FillValues = Readonly<Record<Exclude<keyof Ledger, "count">, number>>;

/** Writes a row of the ledger. */
export function writeFill(ledger: Ledger, row: number, values: FillValues): void {
  ledger.index[row] = values.index;
  ledger.cash[row] = values.cash;
  ledger.quantity[row] = values.quantity;
}

/** The rows in use, without copying them. */
export function trimOutput(output: RunOutput): RunOutput {
  return { ...output, trades: trimColumns(output.trades), ledger: trimColumns(output.ledger) };
}

function trimColumns<Columns extends TradeColumns | Ledger>(columns: Columns): Columns {
  const trimmed = Object.entries(columns).map(([key, column]) => [
    key,
    typeof column === "number" ? column : column.subarray(0, columns.count),
  ]);
  return Object.fromEntries(trimmed);
}
