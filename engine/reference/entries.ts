import { type Account, countRefused, type QueuedEntry } from "./account.ts";
import { slippedPrice } from "./costs.ts";
import { openPosition } from "./fills.ts";
import { entryLevels } from "./levels.ts";
import type { Plan } from "./plan.ts";
import { sizeEntry } from "./size.ts";

/** When and at what price, before slippage, an entry fills. */
export interface EntryMoment {
  readonly index: number;
  readonly base: number;
  readonly openedAtOpen: boolean;
}

/** Fills an entry from flat, or refuses and counts it: price, levels, size, buying power, in this order. */
export function enter(
  account: Account,
  plan: Plan,
  options: { readonly order: QueuedEntry; readonly moment: EntryMoment },
): void {
  const { side, signalIndex } = options.order;
  const { index, base, openedAtOpen } = options.moment;
  const price = slippedPrice(base, side, plan.settings.slippage);
  if (price <= 0) return countRefused(account, "priceNotPositive");
  const levels = entryLevels(plan, { side, signalIndex, price });
  if ("refused" in levels) return countRefused(account, levels.refused);
  const sized = sizeEntry(plan, { cash: account.cash, signalIndex, base, price });
  if ("refused" in sized) return countRefused(account, sized.refused);
  if (sized.reduced) account.reducedOrders++;
  openPosition(account, plan, {
    index,
    side,
    quantity: sized.quantity,
    base,
    price,
    openedAtOpen,
    levels,
  });
}
