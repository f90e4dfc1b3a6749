import type { OrderReason } from "../../codegen/define/reasons.ts";
import { type Account, countRefused, signedQuantity, type WaitingEntry } from "./account.ts";
import { isBeyond } from "./additions.ts";
import { fillPrice } from "./costs.ts";
import { addToPosition, type EntryFill, openPosition } from "./fills.ts";
import { entryLevels } from "./levels.ts";
import type { Plan } from "./plan.ts";
import type { Position } from "./position.ts";
import { isSessionClosed } from "./session.ts";
import { sizeEntry } from "./size.ts";
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

/** Fills an entry from flat or an addition, or refuses and counts it; it is gone either way. */
export function enter(
  account: Account,
  plan: Plan,
  options: { readonly order: WaitingEntry; readonly moment: EntryMoment },
): void {
  const refused = fillOrRefuse(account, plan, options);
  if (refused !== undefined) countRefused(account, refused, tracedEntry(account, options.order));
}

/** Session, trades of the day, price, levels, size and buying power, in this order; an addition's levels last. */
function fillOrRefuse(
  account: Account,
  plan: Plan,
  { order, moment }: { readonly order: WaitingEntry; readonly moment: EntryMoment },
): OrderReason | undefined {
  const { side, signalIndex } = order;
  const { index, base, limit, at } = moment;
  const held = account.position;
  if (isSessionClosed(plan, index)) return "sessionClosed";
  if (held === undefined && isDayFull(account, plan, index)) return "maxTradesPerDay";
  const priceOf = (quantity: number | undefined): number =>
    fillPrice(plan, {
      base,
      direction: side,
      limit,
      share: quantity === undefined ? undefined : quantity / plan.bars.volume[index],
    });
  // Under impact the price depends on the quantity, which may depend on the levels: they are looked at twice.
  const first = priceOf(undefined);
  if (first <= 0) return "priceNotPositive";
  const before = held === undefined
    ? entryLevels(plan, { side, signalIndex, price: first })
    : undefined;
  if (before !== undefined && "refused" in before) return before.refused;
  const sized = sizeEntry(plan, {
    equity: order.equity ?? account.cash,
    signalIndex,
    base,
    stop: held === undefined ? before?.firstStop : stopInForce(held, plan)?.level,
    trades: account.trades,
    available: availableFor(account, plan, base),
    priceOf,
  });
  if ("refused" in sized) return sized.refused;
  const { quantity, reduced } = sized;
  const price = priceOf(quantity);
  if (price <= 0) return "priceNotPositive";
  const type = order.resting?.type ?? "market";
  const fill: EntryFill = {
    index,
    side,
    signalIndex,
    order: type,
    quantity,
    base,
    price,
    at,
    reduced,
  };
  if (held === undefined) {
    const levels = entryLevels(plan, { side, signalIndex, price });
    if ("refused" in levels) return levels.refused;
    openPosition(account, plan, { fill, levels });
  } else {
    if (isBeyond(plan, held, fill)) return "levelBeyondEntry";
    addToPosition(account, plan, fill);
  }
  if (reduced) account.reducedOrders++;
  return undefined;
}

/** Whether as many positions as allowed have been opened on the local date of a bar. */
function isDayFull(account: Account, plan: Plan, index: number): boolean {
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
