import { type Account, cancelQueued, signedQuantity } from "./account.ts";
import { decide, type Decision } from "./decide.ts";
import { enter } from "./entries.ts";
import { exitAtMarket } from "./exits.ts";
import { takeIn } from "./fills.ts";
import type { Plan } from "./plan.ts";
import { exitIfJumped, exitIfTouched, followBar } from "./rules.ts";

/** One bar, in the order of section 4. */
export function stepBar(account: Account, plan: Plan, t: number): void {
  if (account.ruinIndex === -1) {
    fillQueuedExit(account, plan, t);
    exitIfJumped(account, plan, t);
    fillQueuedEntry(account, plan, t);
    exitInsideBar(account, plan, t);
    takeInBar(account, plan, t);
    const timeIsUp = isTimeUp(account, plan, t);
    readSignals(account, plan, { t, timeIsUp });
  }
  markEquity(account, plan, t);
  if (account.ruinIndex === -1) checkRuin(account, plan, t);
}

/** After the last bar: what is queued is cancelled, and `atEnd: "close"` closes the last trade. */
export function endData(account: Account, plan: Plan): void {
  const last = plan.bars.length - 1;
  if (last < 0) return;
  cancelQueued(account, "endOfData");
  if (plan.settings.execution.atEnd === "open" || account.position === undefined) return;
  const base = plan.bars.close[last];
  exitAtMarket(account, plan, { index: last, base, reason: "endOfData", atClose: true });
  account.equity[last] = account.cash;
}

/** Step 1. */
function fillQueuedExit(account: Account, plan: Plan, t: number): void {
  const order = account.queuedExit;
  account.queuedExit = undefined;
  if (order === undefined) return;
  exitAtMarket(account, plan, { index: t, base: plan.bars.open[t], ...order });
}

/** Step 3. */
function fillQueuedEntry(account: Account, plan: Plan, t: number): void {
  const order = account.queuedEntry;
  account.queuedEntry = undefined;
  if (order === undefined) return;
  const moment = { index: t, base: plan.bars.open[t], openedAtOpen: true };
  enter(account, plan, { order, moment });
}

/** Step 4. */
function exitInsideBar(account: Account, plan: Plan, t: number): void {
  const openedNow = account.position?.entryIndex === t;
  if (openedNow && !plan.settings.execution.entryBarStops) return;
  // Slippage can put a level of a new position between its open and its entry price.
  if (openedNow) exitIfJumped(account, plan, t);
  exitIfTouched(account, plan, t);
}

/** Step 5; excursions take in the bar under the same condition as the water mark. */
function takeInBar(account: Account, plan: Plan, t: number): void {
  const position = account.position;
  if (position === undefined) return;
  followBar(position, plan, t);
  takeIn(position, plan.bars.high[t]);
  takeIn(position, plan.bars.low[t]);
}

/** Step 6: whether the close of bar `t` queues, or under `fill: "close"` fills, the exit of the time rule. */
function isTimeUp(account: Account, plan: Plan, t: number): boolean {
  const position = account.position;
  if (position === undefined) return false;
  const held = t - position.entryIndex;
  return plan.settings.execution.fill === "close"
    ? held >= plan.timeStop
    : held >= plan.timeStop - 1;
}

/** Step 7. */
function readSignals(
  account: Account,
  plan: Plan,
  options: { readonly t: number; readonly timeIsUp: boolean },
): void {
  const decision = decide(account, plan, options);
  if (plan.settings.execution.fill === "close") fillAtClose(account, plan, options.t, decision);
  else queue(account, options.t, decision);
}

function queue(account: Account, t: number, decision: Decision): void {
  account.queuedExit = decision.exit;
  account.queuedEntry = decision.enter === undefined
    ? undefined
    : { side: decision.enter, signalIndex: t };
}

function fillAtClose(account: Account, plan: Plan, t: number, decision: Decision): void {
  const base = plan.bars.close[t];
  if (decision.exit !== undefined) {
    exitAtMarket(account, plan, { index: t, base, atClose: true, ...decision.exit });
  }
  const closing = plan.settings.execution.atEnd === "close" && t === plan.bars.length - 1;
  if (decision.enter === undefined || closing) return;
  enter(account, plan, {
    order: { side: decision.enter, signalIndex: t },
    moment: { index: t, base, openedAtOpen: false },
  });
}

/** Step 8. */
function markEquity(account: Account, plan: Plan, t: number): void {
  account.equity[t] = account.cash + signedQuantity(account) * plan.bars.close[t];
}

/** Step 9. */
function checkRuin(account: Account, plan: Plan, t: number): void {
  if (!(account.equity[t] <= 0)) return;
  account.ruinIndex = t;
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason: "liquidation", atClose: true });
  account.equity[t] = account.cash;
  cancelQueued(account, "liquidation");
}
