import { type ExitReason, exitReasons } from "../../codegen/define/reasons.ts";
import type { Bars } from "../data/bars.ts";
import { tradeReturn } from "../stats/trade_totals.ts";
import type { RunOutput } from "./output.ts";

/**
 * One trade: a position, or the part of it that went out at once. Money in account currency; times in milliseconds since
 * the epoch.
 */
export interface TradeRow {
  /** Number of the trade, from 1. */
  readonly trade: number;
  /** Name of the instrument. */
  readonly symbol: string;
  /** Side of the market. */
  readonly side: "long" | "short";
  /** Units that went out, or are still held; > 0. */
  readonly quantity: number;
  /** Bar of the first entry fill. */
  readonly entryIndex: number;
  /** Time of that bar. */
  readonly entryTime: number;
  /** With slippage; the average where something was added. */
  readonly entryPrice: number;
  /** Bar of the exit fill; null: still open. */
  readonly exitIndex: number | null;
  /** Time of that bar; null: still open. */
  readonly exitTime: number | null;
  /** With slippage; of an open trade the last close. */
  readonly exitPrice: number;
  /** Empty: still open. */
  readonly exitReason: ExitReason | "";
  /** Profit after commissions and financing; of an open trade at the last close. */
  readonly pnl: number;
  /** `pnl / (quantity * entryPrice)`. */
  readonly return: number;
  /** Commissions of entry and exit; of a part its share of the entry's, as of slippage and financing. */
  readonly fees: number;
  /** Money lost to slippage at entry and exit. */
  readonly slippage: number;
  /** Paid for holding: borrowing and funding. */
  readonly financing: number;
  /** Largest gain while held, >= 0. */
  readonly mfe: number;
  /** Largest loss while held, <= 0. */
  readonly mae: number;
  /** Exit bar minus entry bar; of an open trade up to the last bar. */
  readonly barsHeld: number;
  /** Whether `ambiguity` decided what happened on the exit bar. */
  readonly ambiguous: boolean;
  /** Whether the trade was closed. */
  readonly status: "open" | "closed";
}

/**
 * The trade log as objects, in order of exit, an open trade last.
 *
 * @param output The trades of a run.
 * @param bars The bars it ran on.
 * @param options Rows `from` (0) to before `to` (all); cheaper than a slice of everything.
 */
export function tradeRows(
  output: Pick<RunOutput, "trades">,
  bars: Pick<Bars, "symbol" | "time" | "length">,
  options: { readonly from?: number; readonly to?: number } = {},
): TradeRow[] {
  const { trades } = output;
  const { from = 0, to = trades.count } = options;
  const rows: TradeRow[] = [];
  for (let row = from; row < to; row++) {
    const entryIndex = trades.entryIndex[row];
    const exitIndex = trades.exitIndex[row];
    const open = exitIndex < 0;
    rows.push({
      trade: row + 1,
      symbol: bars.symbol,
      side: trades.side[row] > 0 ? "long" : "short",
      quantity: trades.quantity[row],
      entryIndex,
      entryTime: bars.time[entryIndex],
      entryPrice: trades.entryPrice[row],
      exitIndex: open ? null : exitIndex,
      exitTime: open ? null : bars.time[exitIndex],
      exitPrice: trades.exitPrice[row],
      exitReason: open ? "" : exitReasons[trades.reason[row]],
      pnl: trades.pnl[row],
      return: tradeReturn(trades, row),
      fees: trades.fees[row],
      slippage: trades.slippage[row],
      financing: trades.financing[row],
      mfe: trades.mfe[row],
      mae: trades.mae[row],
      barsHeld: (open ? bars.length - 1 : exitIndex) - entryIndex,
      ambiguous: trades.ambiguous[row] !== 0,
      status: open ? "open" : "closed",
    });
  }
  return rows;
}
