import type { Account, WaitingEntry } from "./account.ts";
import { tracedEntry } from "./traced_orders.ts";

/** Lets an entry wait for the next open, its price or the next close. */
export function queueEntry(account: Account, order: WaitingEntry): void {
  account.waitingEntry = order;
  account.trace?.({ type: "queued", order: tracedEntry(account, order) });
}
