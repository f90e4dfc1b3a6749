import type { OrderReason } from "../../codegen/define/reasons.ts";
import { type Account, countRefused } from "./account.ts";
import { tracedEntry, tracedExit } from "./traced_orders.ts";

/** Takes out every order that is queued or waits; each is counted. */
export function cancelAll(account: Account, reason: OrderReason): void {
  const { queuedExit } = account;
  if (queuedExit !== undefined) countRefused(account, reason, tracedExit(account, queuedExit));
  account.queuedExit = undefined;
  cancelWaitingExit(account, reason);
  cancelEntry(account, reason);
}

/** Takes out what waits on a position that is going: its exit order, and an addition to it. */
export function cancelForExit(account: Account): void {
  cancelWaitingExit(account, "cancelled");
  cancelAddition(account);
}

/** Takes out an addition that waits. */
export function cancelAddition(account: Account): void {
  if (account.waitingEntry?.side === account.position?.side) cancelEntry(account, "cancelled");
}

/** Takes out the entry that waits. */
export function cancelEntry(account: Account, reason: OrderReason): void {
  const { waitingEntry } = account;
  if (waitingEntry !== undefined) countRefused(account, reason, tracedEntry(account, waitingEntry));
  account.waitingEntry = undefined;
}

function cancelWaitingExit(account: Account, reason: OrderReason): void {
  const { waitingExit } = account;
  if (waitingExit !== undefined) countRefused(account, reason, tracedExit(account, waitingExit));
  account.waitingExit = undefined;
}
