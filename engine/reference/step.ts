import { type Account, signedQuantity } from "./account.ts";
import { cancelAll } from "./cancel.ts";
import { isWithoutVolume } from "./costs.ts";
import { decide } from "./decide.ts";
import { enter } from "./entries.ts";
import { exitAtMarket } from "./exits.ts";
import { finance } from "./financing.ts";
import { followBar } from "./follow.ts";
import { fillOnClose } from "./on_close.ts";
import type { Plan } from "./plan.ts";
import { expire, fillRestingEntry, fillRestingExit } from "./resting.ts";
import { exitIfJumped, exitInsideBar, isTimeUp } from "./rules.ts";
import { endSessionAtClose, endSessionAtOpen } from "./session.ts";
import { submit } from "./submit.ts";
import { entersRead, signalsOf, traceLevels, traceMark } from "./traced.ts";

/** One bar, in the order of section 4. */
export function stepBar(account: Account, plan: Plan, t: number): void {
  account.trace?.({ type: "bar", index: t, signals: signalsOf(plan, t) });
  if (account.ruinIndex === -1) {
    traceLevels(account, plan, t);
    finance(account, plan, t);
    fillQueuedExit(account, plan, t);
    endSessionAtOpen(account, plan, t);
    exitIfJumped(account, plan, t);
    fillAtOpen(account, plan, t);
    exitInsideBar(account, plan, t);
    fillRestingExit(account, plan, { t, at: "inside" });
    fillRestingEntry(account, plan, { t, at: "inside" });
    expire(account, t);
    if (account.position !== undefined) followBar(account.position, plan, t);
    const filled = fillOnClose(account, plan, t);
    endSessionAtClose(account, plan, t);
    readSignals(account, plan, { t, filled });
  }
  markEquity(account, plan, t);
  if (account.ruinIndex === -1) checkRuin(account, plan, t);
  account.trace?.(traceMark(account, plan, t));
}

/** After the last bar: what waits is cancelled, and `atEnd: "close"` closes the last trade. */
export function endData(account: Account, plan: Plan): void {
  const last = plan.bars.length - 1;
  if (last < 0) return;
  cancelAll(account, "endOfData");
  if (plan.settings.execution.atEnd === "close" && account.position !== undefined) {
    closeAnyway(account, plan, { t: last, reason: "endOfData" });
  }
  account.trace?.(traceMark(account, plan, last));
}

/** Step 1. */
function fillQueuedExit(account: Account, plan: Plan, t: number): void {
  const order = account.queuedExit;
  if (order === undefined || isWithoutVolume(plan, t)) return;
  account.queuedExit = undefined;
  exitAtMarket(account, plan, { index: t, base: plan.bars.open[t], ...order });
}

/** Step 3. */
function fillAtOpen(account: Account, plan: Plan, t: number): void {
  fillQueuedEntry(account, plan, t);
  fillRestingExit(account, plan, { t, at: "open" });
  fillRestingEntry(account, plan, { t, at: "open" });
}

function fillQueuedEntry(account: Account, plan: Plan, t: number): void {
  const order = account.waitingEntry;
  if (order === undefined || order.resting !== undefined || isWithoutVolume(plan, t)) return;
  account.waitingEntry = undefined;
  enter(account, plan, { order, moment: { index: t, base: plan.bars.open[t], at: "open" } });
}

/** Step 8. */
function readSignals(
  account: Account,
  plan: Plan,
  { t, filled }: { readonly t: number; readonly filled: boolean },
): void {
  // An exit that waits for volume is waited for; a fill at the close is the last thing that happens at it.
  if (account.queuedExit !== undefined) return;
  if (filled && plan.settings.execution.fill === "close") return;
  account.trace?.({ type: "enters", read: entersRead(account, plan, t) });
  submit(account, plan, t, decide(account, plan, { t, timeIsUp: isTimeUp(account, plan, t) }));
}

/** Step 9. */
function markEquity(account: Account, plan: Plan, t: number): void {
  account.equity[t] = account.cash + signedQuantity(account) * plan.bars.close[t];
}

/** Step 10. */
function checkRuin(account: Account, plan: Plan, t: number): void {
  if (!(account.equity[t] <= 0)) return;
  account.ruinIndex = t;
  cancelAll(account, "liquidation");
  closeAnyway(account, plan, { t, reason: "liquidation" });
}

/** Closes what is held at the close of bar `t`, with or without volume; equity is the cash after it. */
function closeAnyway(
  account: Account,
  plan: Plan,
  { t, reason }: { readonly t: number; readonly reason: "liquidation" | "endOfData" },
): void {
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason, atClose: true, anyway: true });
  account.equity[t] = account.cash;
}
