import { type Account, countRefused } from "./account.ts";
import { isWithoutVolume } from "./costs.ts";
import { enter } from "./entries.ts";
import { exitAtLimit, exitAtMarket } from "./exits.ts";
import { exitOpenedInside } from "./opened_inside.ts";
import type { Plan } from "./plan.ts";
import { lookAtOpen, type Looked, lookInside, type Reached } from "./reach.ts";
import { tracedEntry, tracedExit } from "./traced_orders.ts";

type Moment = "open" | "inside";

/** Fills the resting exit if the open of bar `t`, or its range, has reached it. */
export function fillRestingExit(
  account: Account,
  plan: Plan,
  { t, at }: { readonly t: number; readonly at: Moment },
): void {
  const { position, waitingExit } = account;
  if (position === undefined || waitingExit === undefined || isWithoutVolume(plan, t)) return;
  const direction = position.side === 1 ? -1 : 1;
  const { reached, resting } = looker(at)(plan, t, { resting: waitingExit, direction });
  account.waitingExit = reached === undefined ? resting : undefined;
  if (reached === undefined) {
    if (resting !== waitingExit) {
      account.trace?.({ type: "queued", order: tracedExit(account, resting) });
    }
    return;
  }
  const { base, limit } = reached;
  const exit = { index: t, base, reason: "signal" } as const;
  if (limit === undefined) return exitAtMarket(account, plan, exit);
  exitAtLimit(account, plan, { ...exit, quantity: position.quantity, limit });
}

/** Fills the resting entry if the open of bar `t`, or its range, has reached it; then rules for what it opened inside. */
export function fillRestingEntry(
  account: Account,
  plan: Plan,
  { t, at }: { readonly t: number; readonly at: Moment },
): void {
  const order = account.waitingEntry;
  if (order?.resting === undefined || isWithoutVolume(plan, t)) return;
  const { reached, resting } = looker(at)(plan, t, {
    resting: order.resting,
    direction: order.side,
  });
  const waiting = { ...order, resting };
  account.waitingEntry = reached === undefined ? waiting : undefined;
  if (reached === undefined) {
    if (resting !== order.resting) {
      account.trace?.({ type: "queued", order: tracedEntry(account, waiting) });
    }
    return;
  }
  const wasFlat = account.position === undefined;
  enter(account, plan, { order, moment: { index: t, ...momentOf(reached), at } });
  if (at === "inside" && wasFlat) {
    exitOpenedInside(account, plan, { t, base: reached.base, as: reached.as });
  }
}

/** Counts and takes out orders for which bar `t` was the last. */
export function expire(account: Account, t: number): void {
  const { waitingExit, waitingEntry } = account;
  if (waitingExit !== undefined && waitingExit.lastIndex <= t) {
    account.waitingExit = undefined;
    countRefused(account, "expired", tracedExit(account, waitingExit));
  }
  if (waitingEntry?.resting !== undefined && waitingEntry.resting.lastIndex <= t) {
    account.waitingEntry = undefined;
    countRefused(account, "expired", tracedEntry(account, waitingEntry));
  }
}

function looker(at: Moment): (...args: Parameters<typeof lookAtOpen>) => Looked {
  return at === "open" ? lookAtOpen : lookInside;
}

function momentOf({ base, limit }: Reached): Pick<Reached, "base" | "limit"> {
  return { base, limit };
}
