import { type ExitReason, type OrderReason, orderReasons } from "../../codegen/define/reasons.ts";
import type { LevelRule } from "../../codegen/define/types.ts";
import type { SideSign } from "./plan.ts";

/** A trailing stop at work. */
export interface Trail {
  readonly form: LevelRule["form"];
  /** Fraction or distance, read at the signal bar; unused by the price form. */
  readonly value: number;
  /** The values of the rule, read at every close by the price form. */
  readonly values: Float64Array;
  /** The level in force; it never loosens. */
  level: number;
}

/** An open position. */
export interface Position {
  readonly side: SideSign;
  /** Units, > 0. */
  readonly quantity: number;
  readonly entryIndex: number;
  readonly entryPrice: number;
  readonly entryBase: number;
  readonly entryFee: number;
  /** Whether it was opened at the open of its bar, not at the close. */
  readonly openedAtOpen: boolean;
  readonly stopLoss: number | undefined;
  readonly takeProfit: number | undefined;
  readonly trail: Trail | undefined;
  /** Water mark of the trail: the best price of the bars that count. */
  mark: number;
  /** Highest price that excursions take in. */
  highest: number;
  /** Lowest price that excursions take in. */
  lowest: number;
}

/** A market order that closes the position at the next open. */
export interface QueuedExit {
  readonly reason: ExitReason;
  /** Whether it is the first leg of a reversal. */
  readonly reversal: boolean;
}

/** A market order that opens a position at the next open. */
export interface QueuedEntry {
  readonly side: SideSign;
  readonly signalIndex: number;
}

/** A row of the trade log. */
export interface Trade {
  readonly side: SideSign;
  readonly quantity: number;
  readonly entryIndex: number;
  readonly entryPrice: number;
  readonly exitIndex: number;
  readonly exitPrice: number;
  readonly reason: number;
  readonly pnl: number;
  readonly fees: number;
  readonly slippage: number;
  readonly mfe: number;
  readonly mae: number;
  readonly ambiguous: number;
}

/** The account after a fill. */
export interface LedgerRow {
  readonly index: number;
  readonly cash: number;
  readonly quantity: number;
}

/** The state of a run, changed by each step of each bar. */
export interface Account {
  cash: number;
  position: Position | undefined;
  queuedExit: QueuedExit | undefined;
  queuedEntry: QueuedEntry | undefined;
  /** First bar whose enters are read again after an exit. */
  cooldownEnd: number;
  readonly equity: Float64Array;
  readonly trades: Trade[];
  readonly ledger: LedgerRow[];
  ambiguousBars: number;
  ambiguousStake: number;
  reducedOrders: number;
  readonly refused: number[];
  ruinIndex: number;
}

/** An account before its first bar. */
export function newAccount(cash: number, bars: number): Account {
  return {
    cash,
    position: undefined,
    queuedExit: undefined,
    queuedEntry: undefined,
    cooldownEnd: 0,
    equity: new Float64Array(bars),
    trades: [],
    ledger: [],
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: 0,
    refused: orderReasons.map(() => 0),
    ruinIndex: -1,
  };
}

/** Counts an order that was refused or cancelled. */
export function countRefused(account: Account, reason: OrderReason): void {
  account.refused[orderReasons.indexOf(reason)]++;
}

/** Units held, negative for a short. */
export function signedQuantity(account: Account): number {
  const position = account.position;
  return position === undefined ? 0 : position.side * position.quantity;
}

/** Takes the queued orders out, unfilled; each is counted. */
export function cancelQueued(account: Account, reason: OrderReason): void {
  if (account.queuedExit !== undefined) countRefused(account, reason);
  if (account.queuedEntry !== undefined) countRefused(account, reason);
  account.queuedExit = undefined;
  account.queuedEntry = undefined;
}
