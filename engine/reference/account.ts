import { type ExitReason, type OrderReason, orderReasons } from "../../codegen/define/reasons.ts";
import type { PlannedOrder } from "./plan_order.ts";
import type { SideSign } from "./plan.ts";
import type { Position } from "./position.ts";
import type { FillEvent, Trace, TracedOrder } from "./trace.ts";

/** A market order that closes the position at the next open. */
export interface QueuedExit {
  readonly reason: ExitReason;
  /** Whether it is the first leg of a reversal. */
  readonly reversal: boolean;
}

/** An order other than a market order, with its prices on the grid. */
export interface Resting {
  readonly type: Exclude<PlannedOrder["type"], "market">;
  /** The limit of a limit order, the stop of a stop or stop-limit; NaN of an on-close order. */
  readonly price: number;
  /** The limit of a stop-limit. */
  readonly limit: number;
  /** The last bar on which it works. */
  readonly lastIndex: number;
}

/** An order that opens or adds to a position: at the next open, or when `resting` fills. */
export interface WaitingEntry {
  readonly side: SideSign;
  readonly signalIndex: number;
  /** Equity that it is sized with; left out: the cash when it fills. */
  readonly equity: number | undefined;
  readonly resting: Resting | undefined;
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
  readonly financing: number;
  readonly mfe: number;
  readonly mae: number;
  readonly ambiguous: number;
}

/** A fill and the account after it. */
export interface LedgerRow {
  readonly index: number;
  /** Units bought, negative: sold. */
  readonly change: number;
  readonly price: number;
  /** Commission of the fill. */
  readonly fee: number;
  readonly cash: number;
  readonly quantity: number;
}

/** The state of a run, changed by each step of each bar. */
export interface Account {
  cash: number;
  position: Position | undefined;
  queuedExit: QueuedExit | undefined;
  waitingExit: Resting | undefined;
  waitingEntry: WaitingEntry | undefined;
  /** First bar whose enters are read again after an exit. */
  cooldownEnd: number;
  /** Local date of the last position opened, and how many were opened on it. */
  opened: { readonly date: number; readonly count: number };
  /** The last bar with a fill, and the units of its fills. */
  traded: { readonly index: number; readonly quantity: number };
  readonly equity: Float64Array;
  readonly trades: Trade[];
  readonly ledger: LedgerRow[];
  interest: number;
  ambiguousBars: number;
  ambiguousStake: number;
  reducedOrders: number;
  readonly refused: number[];
  ruinIndex: number;
  /** Who watches the run. */
  readonly trace: Trace | undefined;
}

/** An account before its first bar. */
export function newAccount(
  cash: number,
  { bars, trace }: { readonly bars: number; readonly trace: Trace | undefined },
): Account {
  return {
    cash,
    position: undefined,
    queuedExit: undefined,
    waitingExit: undefined,
    waitingEntry: undefined,
    cooldownEnd: 0,
    opened: { date: NaN, count: 0 },
    traded: { index: -1, quantity: 0 },
    equity: new Float64Array(bars),
    trades: [],
    ledger: [],
    interest: 0,
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: 0,
    refused: orderReasons.map(() => 0),
    ruinIndex: -1,
    trace,
  };
}

/** Counts an order that was refused or cancelled. */
export function countRefused(account: Account, reason: OrderReason, order: TracedOrder): void {
  account.refused[orderReasons.indexOf(reason)]++;
  account.trace?.({ type: "refused", reason, order });
}

/** Writes what the account holds after a fill. */
export function writeFill(
  account: Account,
  index: number,
  fill: Omit<FillEvent, "type" | "held" | "cash">,
): void {
  const { cash } = account;
  const quantity = signedQuantity(account);
  const direction = (fill.side === "long") === (fill.what !== "exit") ? 1 : -1;
  const { price, fee } = fill;
  const before = account.traded.index === index ? account.traded.quantity : 0;
  account.traded = { index, quantity: before + fill.quantity };
  account.ledger.push({ index, change: direction * fill.quantity, price, fee, cash, quantity });
  account.trace?.({ type: "fill", ...fill, held: quantity, cash });
}

/** Units held, negative for a short. */
export function signedQuantity(account: Account): number {
  const position = account.position;
  return position === undefined ? 0 : position.side * position.quantity;
}
