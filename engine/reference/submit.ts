import { type Account, countRefused, signedQuantity, type WaitingEntry } from "./account.ts";
import { cancelAddition, cancelEntry, cancelForExit } from "./cancel.ts";
import { isWithoutVolume } from "./costs.ts";
import type { Decision } from "./decide.ts";
import { enter } from "./entries.ts";
import { exitAtMarket, queueExit } from "./exits.ts";
import { restingOrder } from "./order_prices.ts";
import type { Plan, SideSign } from "./plan.ts";
import { queueEntry } from "./queue_entry.ts";
import { tracedEntry, tracedExit } from "./traced_orders.ts";

/** Submits what the close of bar `t` asks for, the way out first; under `fill: "close"` market orders fill. */
export function submit(account: Account, plan: Plan, t: number, decision: Decision): void {
  if (decision.cancelsEntry === true) cancelEntry(account, "cancelled");
  // What is held at the signal counts for the size; the second leg of a reversal has the cash when it fills.
  const equity = decision.exit === undefined
    ? account.cash + signedQuantity(account) * plan.bars.close[t]
    : undefined;
  if (decision.exit !== undefined) submitExit(account, plan, t, decision.exit);
  if (decision.enter !== undefined) {
    submitEntry(account, plan, t, { side: decision.enter, equity });
  }
}

function submitExit(
  account: Account,
  plan: Plan,
  t: number,
  { reason, reversal, byOrder }: NonNullable<Decision["exit"]>,
): void {
  const { position } = account;
  if (position === undefined) return;
  if (byOrder) {
    const order = plan.sides[position.side].exitOrder;
    const direction = position.side === 1 ? -1 : 1;
    const submission = restingOrder(plan, t, { order, direction });
    if (submission !== undefined) {
      const { resting, refused } = submission;
      const traced = tracedExit(account, resting);
      if (refused !== undefined) return countRefused(account, refused, traced);
      cancelAddition(account);
      account.waitingExit = resting;
      account.trace?.({ type: "queued", order: traced });
      return;
    }
  }
  if (plan.settings.execution.fill === "nextOpen") {
    return queueExit(account, { reason, reversal });
  }
  cancelForExit(account);
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason, reversal, atClose: true });
}

function submitEntry(
  account: Account,
  plan: Plan,
  t: number,
  { side, equity }: { readonly side: SideSign; readonly equity: number | undefined },
): void {
  const { resting, refused } =
    restingOrder(plan, t, { order: plan.sides[side].entry, direction: side }) ?? {};
  const order: WaitingEntry = { side, signalIndex: t, equity, resting };
  if (refused !== undefined) return countRefused(account, refused, tracedEntry(account, order));
  const fillsNow = resting === undefined && plan.settings.execution.fill === "close";
  if (!fillsNow) return queueEntry(account, order);
  // Data that end with everything closed leave nothing to open at their last close.
  if (plan.settings.execution.atEnd === "close" && t === plan.bars.length - 1) return;
  if (isWithoutVolume(plan, t)) queueEntry(account, order);
  else enter(account, plan, { order, moment: { index: t, base: plan.bars.close[t], at: "close" } });
}
