import type { Account } from "./account.ts";
import { isWithoutVolume } from "./costs.ts";
import { enter } from "./entries.ts";
import { exitAtMarket } from "./exits.ts";
import type { Plan } from "./plan.ts";
import { queueEntry } from "./queue_entry.ts";

/** Step 7: fills on-close orders at `close[t]`, the exit first; tells whether one filled. */
export function fillOnClose(account: Account, plan: Plan, t: number): boolean {
  const fills = account.ledger.length;
  fillExit(account, plan, t);
  fillEntry(account, plan, t);
  return account.ledger.length > fills;
}

function fillExit(account: Account, plan: Plan, t: number): void {
  if (account.waitingExit?.type !== "marketOnClose") return;
  account.waitingExit = undefined;
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason: "signal", atClose: true });
}

function fillEntry(account: Account, plan: Plan, t: number): void {
  const order = account.waitingEntry;
  if (order?.resting?.type !== "marketOnClose") return;
  // Data that end with everything closed leave nothing to open at their last close.
  if (plan.settings.execution.atEnd === "close" && t === plan.bars.length - 1) return;
  const isBlind = isWithoutVolume(plan, t);
  if (isBlind) return queueEntry(account, { ...order, resting: undefined });
  account.waitingEntry = undefined;
  enter(account, plan, { order, moment: { index: t, base: plan.bars.close[t], at: "close" } });
}
