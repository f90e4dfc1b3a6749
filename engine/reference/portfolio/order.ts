import type {
  OrderPriority,
  OrderStatus,
  OrderType,
  PortfolioReason,
  QuantityKind,
  TimeInForce,
} from "../../portfolio/order_codes.ts";
import type { TrailDistance } from "../../portfolio/read_order.ts";
import type { Resting } from "../account.ts";
import type { EntryValues } from "../entry_values.ts";
import type { SideSign } from "../plan.ts";

/** Rules that an order brings, as they would be of a position. */
export type OwnRules = Partial<
  Pick<EntryValues, "stopLoss" | "takeProfit" | "trailingStop" | "trailPrices">
>;

/** An order of a run, changed by what happens to it. */
export interface LiveOrder {
  readonly number: number;
  readonly asset: number;
  /** Side as submitted; 0 of a target. */
  readonly side: SideSign | 0;
  readonly type: OrderType;
  readonly tif: TimeInForce;
  /** Of `gtd`: the last moment. */
  readonly until: number;
  readonly tag: string;
  readonly reduceOnly: boolean;
  /** Whether it closes what is held against it, over and above its quantity. */
  readonly reverse: boolean;
  readonly parent: number;
  readonly own: OwnRules;
  readonly kind: QuantityKind;
  amount: number;
  /** Equity when it was submitted, of `targetPercent`. */
  readonly equity: number;
  group: string;
  /** What it waits for, on the grid; nothing of a market order or one at an open or close. */
  resting: Resting | undefined;
  /** Limit and stop as the order table shows them. */
  limit: number;
  stop: number;
  trail: TrailDistance | undefined;
  /** Best price since a trailing stop was submitted; NaN before the asset has had one. */
  best: number;
  status: OrderStatus;
  reason: PortfolioReason | undefined;
  readonly submitIndex: number;
  /** First bar on which it works. */
  from: number;
  /** Local date of the first bar on which it worked; NaN before. */
  date: number;
  endIndex: number;
  /** Units of both legs, what was closed of them, price and commission. */
  filled: number;
  closed: number;
  price: number;
  fee: number;
  /** Side of what it bought or sold. */
  filledSide: SideSign | 0;
  /** Units of the opening leg. */
  opened: number;
  /** What a value or a risk came to with its first part, before the lot; NaN before, and of other orders. */
  units: number;
  /** Whether the volume of a bar was too small for all of it. */
  heldUp: boolean;
  /** Units of its bar's volume that are kept for the opening leg of a `fok` order. */
  kept: number;
  /** Whether it is a market order from now on: what was for a close, or a stop that has been reached, whose bar had too little volume. */
  queued: boolean;
}

/** Whether an order can still fill. */
export function isAlive({ status }: LiveOrder): boolean {
  return status === "working" || status === "waiting";
}

/** Whether an order fills at an open, whatever the price. */
export function isMarket({ type, queued }: LiveOrder): boolean {
  return type === "market" || type === "marketOnOpen" || queued;
}

/** Whether market orders are split into a leg that closes and one that opens. */
export function splitsLegs(priority: OrderPriority): boolean {
  return priority === "exitsFirst";
}
