import type { OrderReason } from "../../codegen/define/reasons.ts";
import { type Account, countRefused, signedQuantity, type WaitingEntry } from "./account.ts";
import { additionTo, isBeyond } from "./additions.ts";
import { fillPrice } from "./costs.ts";
import { type EntryValues, entryValues } from "./entry_values.ts";
import { addToPosition, type EntryFill, type EntryOrder, openPosition } from "./fills.ts";
import { entryLevels } from "./levels.ts";
import type { Market, Plan, SideSign } from "./plan.ts";
import type { Position } from "./position.ts";
import { isSessionClosed } from "./session.ts";
import { rawQuantity, sizeEntry } from "./size.ts";
import { stopInForce } from "./stops.ts";
import { tracedEntry } from "./traced_orders.ts";

/** When and at what price, before slippage, an entry fills. */
export interface EntryMoment {
  readonly index: number;
  readonly base: number;
  /** The limit of a limit order. */
  readonly limit?: number | undefined;
  readonly at: Position["opened"];
}

/** What an entry from flat or an addition asks for. */
export interface EntryRequest {
  readonly side: SideSign;
  readonly moment: EntryMoment;
  /** The order of a signal that it is; left out: one of the user's code. */
  readonly order?: EntryOrder;
  /** The rules of the position that it opens. */
  readonly values: EntryValues;
  /** Rules that an addition puts in the place of those of the position. */
  readonly replaces?: Partial<EntryValues>;
  /** Buying power. */
  readonly available: number;
  /** The wanted quantity before the lot, with the stop that a risk is counted to. */
  readonly rawOf: (stop: number | undefined) => number;
  /** What fills now of the quantity after lot and bounds; left out: all of it. */
  readonly partOf?: (whole: number) => number;
}

/** Fills the entry or the addition of a signal, or refuses and counts it; it is gone either way. */
export function enter(
  account: Account,
  plan: Plan,
  { order, moment }: { readonly order: WaitingEntry; readonly moment: EntryMoment },
): void {
  const { side, signalIndex } = order;
  const { base } = moment;
  const equity = order.equity ?? account.cash;
  const done = fillEntry(account, plan, {
    side,
    moment,
    order: { signalIndex, type: order.resting?.type ?? "market" },
    values: entryValues(plan.rules, signalIndex),
    available: availableFor(account, plan, base),
    rawOf: (stop) => rawQuantity(plan, { equity, signalIndex, base, stop, trades: account.trades }),
  });
  if ("refused" in done) countRefused(account, done.refused, tracedEntry(account, order));
}

/**
 * Fills an entry from flat or an addition: session, trades of the day, price, levels, size and buying power are looked at
 * in this order, an addition's levels last.
 */
export function fillEntry(
  account: Account,
  plan: Market,
  request: EntryRequest,
): EntryFill | { readonly refused: OrderReason } {
  const { side, values, available, rawOf, partOf } = request;
  const { index, base, limit, at } = request.moment;
  const held = account.position;
  if (isSessionClosed(held?.values ?? values, index)) return { refused: "sessionClosed" };
  if (held === undefined && isDayFull(account, plan, index)) return { refused: "maxTradesPerDay" };
  const priceOf = (quantity: number | undefined): number =>
    fillPrice(plan, {
      base,
      direction: side,
      limit,
      share: quantity === undefined ? undefined : quantity / plan.bars.volume[index],
    });
  // Under impact the price depends on the quantity, which may depend on the levels: they are looked at twice.
  const first = priceOf(undefined);
  if (first <= 0) return { refused: "priceNotPositive" };
  const before = held === undefined ? entryLevels(plan, { side, values, price: first }) : undefined;
  if (before !== undefined && "refused" in before) return before;
  const stop = held === undefined ? before?.firstStop : stopInForce(held, plan)?.level;
  const sized = sizeEntry(plan, { raw: rawOf(stop), available, priceOf, partOf });
  if ("refused" in sized) return sized;
  const price = priceOf(sized.quantity);
  if (price <= 0) return { refused: "priceNotPositive" };
  const fill: EntryFill = {
    index,
    side,
    ...(request.order === undefined ? {} : { order: request.order }),
    quantity: sized.quantity,
    base,
    price,
    at,
    reduced: sized.reduced,
  };
  if (held === undefined) {
    const levels = entryLevels(plan, { side, values, price });
    if ("refused" in levels) return levels;
    openPosition(account, plan, { fill, levels });
  } else {
    const after = additionTo(held, plan, { fill, replaces: request.replaces ?? {} });
    if (isBeyond(plan, after, price)) return { refused: "levelBeyondEntry" };
    addToPosition(account, plan, { fill, after });
  }
  if (sized.reduced) account.reducedOrders++;
  return fill;
}

/** Whether as many positions as allowed have been opened on the local date of a bar. */
function isDayFull(account: Account, plan: Market, index: number): boolean {
  const { maxTradesPerDay } = plan.settings.execution;
  if (maxTradesPerDay === 0 || account.opened.date !== plan.local[index].date) return false;
  return account.opened.count >= maxTradesPerDay;
}

/** Buying power: what the equity allows, less what is held. */
function availableFor(account: Account, plan: Plan, base: number): number {
  const { leverage } = plan.settings;
  const held = account.position;
  if (held === undefined) return leverage * account.cash;
  return leverage * (account.cash + signedQuantity(account) * base) - held.quantity * base;
}
