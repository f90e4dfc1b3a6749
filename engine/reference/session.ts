import type { Account } from "./account.ts";
import { exitAtMarket } from "./exits.ts";
import type { Plan } from "./plan.ts";

/** Whether the local time of day of a bar is at or after the end of the session. */
export function isSessionClosed(plan: Plan, t: number): boolean {
  const session = plan.rules.sessionEnd;
  return session !== undefined && session.local[t].minute >= session.minute;
}

/** Out at the open where the local date has changed since the bar before: the session ended between them. */
export function endSessionAtOpen(account: Account, plan: Plan, t: number): void {
  const session = plan.rules.sessionEnd;
  if (session === undefined || t === 0) return;
  if (session.local[t].date === session.local[t - 1].date) return;
  exitAtMarket(account, plan, { index: t, base: plan.bars.open[t], reason: "sessionEnd" });
}

/** Out at the close of a bar at or after the end of the session. */
export function endSessionAtClose(account: Account, plan: Plan, t: number): void {
  if (!isSessionClosed(plan, t)) return;
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason: "sessionEnd", atClose: true });
}
