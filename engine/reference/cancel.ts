import type { OrderReason } from "../../codegen/define/reasons.ts";
import { type Account, countRefused } from "./account.ts";

/** Takes out every order that is queued or waits; each is counted. */
export function cancelAll(account: Account, reason: OrderReason): void {
  if (account.queuedExit !== undefined) countRefused(account, reason);
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
  if (account.waitingEntry !== undefined) countRefused(account, reason);
  account.waitingEntry = undefined;
}

function cancelWaitingExit(account: Account, reason: OrderReason): void {
  if (account.waitingExit !== undefined) countRefused(account, reason);
  account.waitingExit = undefined;
}
