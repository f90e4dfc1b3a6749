import type { Column } from "../data/bars.ts";

/** Trades as columns, in order of exit, an open one last. Money in account currency. */
export interface TradeColumns {
  /** Number of rows in use; the columns may be longer. */
  count: number;
  /** 1 long, -1 short. */
  side: Int32Array;
  /** Units, > 0. */
  quantity: Float64Array;
  /** Bar of the entry fill. */
  entryIndex: Int32Array;
  /** Entry price with slippage. */
  entryPrice: Float64Array;
  /** Bar of the exit fill; -1: still open. */
  exitIndex: Int32Array;
  /** Exit price with slippage; of an open trade the last close. */
  exitPrice: Float64Array;
  /** Position in `exitReasons`; -1: still open. */
  reason: Int32Array;
  /** Profit after commissions; of an open trade at the last close, after the entry's commission. */
  pnl: Float64Array;
  /** Commissions of entry and exit. */
  fees: Float64Array;
  /** Money lost to slippage at entry and exit, `|fill - base| * quantity`. */
  slippage: Float64Array;
  /** Money paid for holding, borrowing costs and funding; negative: received. Zeros where the run has none. */
  financing: Float64Array;
  /** Largest gain against the entry price while held, >= 0. */
  readonly mfe: Float64Array;
  /** Largest loss against the entry price while held, <= 0. */
  readonly mae: Float64Array;
  /** 1 if the order of events inside the exit bar was decided by `ambiguity`. */
  ambiguous: Int32Array;
}

/** What the account held after each fill, in order of fills; a bar's last row holds from there on. */
export interface Ledger {
  /** Number of rows in use; the columns may be longer. */
  count: number;
  /** Bar of the fill. */
  index: Int32Array;
  /** Cash after the fill. */
  cash: Float64Array;
  /** Signed units after the fill. */
  quantity: Float64Array;
}

/** What an engine returns. Reference and compiled runs agree on every bit of it. */
export interface RunOutput {
  /** Account value at each close, after that bar's fills. */
  equity: Column;
  /** The trades. */
  trades: TradeColumns;
  /** What the account held after each fill. */
  ledger: Ledger;
  /** Sum of the interest earned on cash, less what was paid on cash below zero. */
  interest: number;
  /** Bars on which stop and target were both touched and neither was jumped by the open. */
  ambiguousBars: number;
  /** Sum of `|other price - chosen price| * quantity` over them. */
  ambiguousStake: number;
  /** Entries made smaller by `cashPolicy: "reduce"`. */
  reducedOrders: number;
  /** Orders refused or cancelled, by position in `orderReasons`. */
  refused: number[];
  /** Bar at whose close equity was <= 0 and trading stopped; -1: never. */
  ruinIndex: number;
}
