import { type Account, writeFill } from "./account.ts";
import type { Added } from "./additions.ts";
import { feeOf } from "./costs.ts";
import type { EntryLevels } from "./levels.ts";
import type { PlannedOrder } from "./plan_order.ts";
import type { Market, SideSign } from "./plan.ts";
import type { Position } from "./position.ts";
import { sideName } from "./side_name.ts";
import type { FillEvent } from "./trace.ts";

/** An order of a signal. */
export interface EntryOrder {
  /** Bar of the signal. */
  readonly signalIndex: number;
  readonly type: PlannedOrder["type"];
}

/** A fill that opens a position or adds to one. */
export interface EntryFill {
  readonly index: number;
  readonly side: SideSign;
  /** The order of a signal that it was; left out: an order of the user's code. */
  readonly order?: EntryOrder;
  readonly quantity: number;
  readonly base: number;
  readonly price: number;
  /** When in the bar it fills. */
  readonly at: Position["opened"];
  /** Whether buying power made it smaller. */
  readonly reduced: boolean;
}

/** Opens a position; the account is flat. */
export function openPosition(
  account: Account,
  plan: Market,
  { fill, levels }: { readonly fill: EntryFill; readonly levels: EntryLevels },
): void {
  const { side, quantity, price, base, index } = fill;
  const fee = payEntry(account, plan, fill);
  account.position = {
    side,
    quantity,
    largest: quantity,
    average: price,
    entryIndex: index,
    opened: fill.at,
    additions: 0,
    addedAtOpen: -1,
    entryFee: fee,
    entrySlippage: Math.abs(price - base) * quantity * plan.multiplier,
    financing: 0,
    pnl: 0,
    values: levels.values,
    risk: levels.risk,
    levels: levels.levels,
    partsDone: 0,
    partOut: 0,
    trail: levels.trail,
    trails: levels.values.trailingStop !== undefined &&
      levels.values.trailingStop.after === undefined,
    breaksEven: false,
    mark: price,
    highest: -Infinity,
    lowest: Infinity,
  };
  countOpened(account, plan, index);
  writeEntry(account, fill, { what: "entry", fee });
}

/** Adds to the open position, whose rules and levels are those of `after` from then on. */
export function addToPosition(
  account: Account,
  plan: Market,
  { fill, after }: { readonly fill: EntryFill; readonly after: Added },
): void {
  const position = account.position;
  if (position === undefined) throw new Error("Cannot add to a position: the account is flat");
  const { quantity, price, base, index } = fill;
  const fee = payEntry(account, plan, fill);
  position.quantity = position.quantity + quantity;
  position.largest = Math.max(position.largest, position.quantity);
  position.entryFee = position.entryFee + fee;
  position.entrySlippage = position.entrySlippage +
    Math.abs(price - base) * quantity * plan.multiplier;
  position.additions++;
  if (fill.at === "open") position.addedAtOpen = index;
  position.average = after.average;
  position.values = after.values;
  position.levels = after.levels;
  position.risk = after.risk;
  position.mark = after.mark;
  position.trail = after.trail;
  position.trails = after.trails;
  writeEntry(account, fill, { what: "addition", fee });
}

/** The average price of a position after an addition. */
export function averageAfter(
  { average, quantity }: Position,
  fill: { readonly price: number; readonly quantity: number },
): number {
  return (average * quantity + fill.price * fill.quantity) / (quantity + fill.quantity);
}

function writeEntry(
  account: Account,
  fill: EntryFill,
  { what, fee }: Pick<FillEvent, "what" | "fee">,
): void {
  const { index, side, quantity, base, price, order, reduced } = fill;
  writeFill(account, index, {
    what,
    side: sideName(side),
    quantity,
    base,
    price,
    fee,
    reason: null,
    signalIndex: order?.signalIndex ?? null,
    order: order?.type ?? null,
    reduced,
    ambiguous: false,
  });
}

/** Takes price and commission of an entry from the cash; returns the commission. */
function payEntry(account: Account, plan: Market, fill: EntryFill): number {
  const { side, quantity, price } = fill;
  const fee = feeOf(quantity, price, plan);
  account.cash = (account.cash - side * quantity * price * plan.multiplier) - fee;
  return fee;
}

/** Counts a position for its local date. */
function countOpened(account: Account, plan: Market, index: number): void {
  const { date } = plan.local[index];
  const before = account.opened.date === date ? account.opened.count : 0;
  account.opened = { date, count: before + 1 };
}
