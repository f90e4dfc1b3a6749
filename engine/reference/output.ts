import type { RunOutput, TradeColumns } from "../run/output.ts";
import type { Account, LedgerRow, Trade } from "./account.ts";

/** The rows and counts of an account as columns, each exactly as long as its rows. */
export function outputOf(account: Account): RunOutput {
  const { trades, ledger } = account;
  const ledgerFloats = (name: keyof LedgerRow): Float64Array =>
    Float64Array.from(ledger, (row) => row[name]);
  return {
    equity: account.equity,
    trades: tradeColumns(trades),
    ledger: {
      count: ledger.length,
      index: Int32Array.from(ledger, (row) => row.index),
      cash: ledgerFloats("cash"),
      quantity: ledgerFloats("quantity"),
    },
    interest: account.interest,
    ambiguousBars: account.ambiguousBars,
    ambiguousStake: account.ambiguousStake,
    reducedOrders: account.reducedOrders,
    refused: [...account.refused],
    ruinIndex: account.ruinIndex,
  };
}

/** Rows of the trade log as columns. */
export function tradeColumns(trades: readonly Trade[]): TradeColumns {
  const ints = (name: keyof Trade): Int32Array => Int32Array.from(trades, (row) => row[name]);
  const floats = (name: keyof Trade): Float64Array => Float64Array.from(trades, (row) => row[name]);
  return {
    count: trades.length,
    side: ints("side"),
    quantity: floats("quantity"),
    entryIndex: ints("entryIndex"),
    entryPrice: floats("entryPrice"),
    exitIndex: ints("exitIndex"),
    exitPrice: floats("exitPrice"),
    reason: ints("reason"),
    pnl: floats("pnl"),
    fees: floats("fees"),
    slippage: floats("slippage"),
    financing: floats("financing"),
    mfe: floats("mfe"),
    mae: floats("mae"),
    ambiguous: ints("ambiguous"),
  };
}
