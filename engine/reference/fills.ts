import { type Account, writeFill } from "./account.ts";
import { feeOf } from "./costs.ts";
import { type EntryLevels, levelsAt } from "./levels.ts";
import type { PlannedOrder } from "./plan_order.ts";
import type { Plan, SideSign } from "./plan.ts";
import type { Position } from "./position.ts";
import { sideName } from "./side_name.ts";
import type { FillEvent } from "./trace.ts";

/** A fill that opens a position or adds to one. */
export interface EntryFill {
  readonly index: number;
  readonly side: SideSign;
  /** Bar of its signal, and the order that it was. */
  readonly signalIndex: number;
  readonly order: PlannedOrder["type"];
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
  plan: Plan,
  { fill, levels }: { readonly fill: EntryFill; readonly levels: EntryLevels },
): void {
  const { side, quantity, price, base, index } = fill;
  const entryFee = payEntry(account, plan, fill);
  account.position = {
    side,
    quantity,
    largest: quantity,
    average: price,
    entryIndex: index,
    opened: fill.at,
    additions: 0,
    addedAtOpen: -1,
    entryFee,
    entrySlippage: Math.abs(price - base) * quantity,
    financing: 0,
    pnl: 0,
    values: levels.values,
    risk: levels.risk,
    levels: levels.levels,
    partsDone: 0,
    trail: levels.trail,
    trails: levels.values.trailingStop !== undefined &&
      levels.values.trailingStop.after === undefined,
    breaksEven: false,
    mark: price,
    highest: -Infinity,
    lowest: Infinity,
  };
  countOpened(account, plan, index);
  writeEntry(account, fill, { what: "entry", fee: entryFee });
}

/** Adds to the open position, whose levels move with the average price. */
export function addToPosition(account: Account, plan: Plan, fill: EntryFill): void {
  const position = account.position;
  if (position === undefined) throw new Error("Cannot add to a position: the account is flat");
  const { quantity, price, base, index } = fill;
  const fee = payEntry(account, plan, fill);
  position.average = averageAfter(position, fill);
  position.quantity = position.quantity + quantity;
  position.largest = Math.max(position.largest, position.quantity);
  position.entryFee = position.entryFee + fee;
  position.entrySlippage = position.entrySlippage + Math.abs(price - base) * quantity;
  position.additions++;
  if (fill.at === "open") position.addedAtOpen = index;
  position.levels = levelsAt(plan, position.values, position);
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
  const { index, side, quantity, base, price, signalIndex, order, reduced } = fill;
  writeFill(account, index, {
    what,
    side: sideName(side),
    quantity,
    base,
    price,
    fee,
    reason: null,
    signalIndex,
    order,
    reduced,
    ambiguous: false,
  });
}

/** Takes price and commission of an entry from the cash; returns the commission. */
function payEntry(account: Account, plan: Plan, fill: EntryFill): number {
  const { side, quantity, price } = fill;
  const fee = feeOf(quantity, price, plan.settings.commission);
  account.cash = (account.cash - side * quantity * price) - fee;
  return fee;
}

/** Counts a position for its local date. */
function countOpened(account: Account, plan: Plan, index: number): void {
  const { date } = plan.local[index];
  const before = account.opened.date === date ? account.opened.count : 0;
  account.opened = { date, count: before + 1 };
}
