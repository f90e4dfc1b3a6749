import type { Account } from "./account.ts";
import type { EntryValues } from "./entry_values.ts";
import { exitAtMarket } from "./exits.ts";
import type { Market } from "./plan.ts";

/** Whether the local time of day of a bar is at or after the end of the session. */
export function isSessionClosed({ sessionEnd: session }: EntryValues, t: number): boolean {
  return session !== undefined && session.local[t].minute >= session.minute;
}

/** Out at the open where the local date has changed since the bar before: the session ended between them. */
export function endSessionAtOpen(account: Account, plan: Market, t: number): void {
  const session = account.position?.values.sessionEnd;
  if (session === undefined || t === 0) return;
  if (session.local[t].date === session.local[t - 1].date) return;
  exitAtMarket(account, plan, { index: t, base: plan.bars.open[t], reason: "sessionEnd" });
}

/** Out at the close of a bar at or after the end of the session. */
export function endSessionAtClose(account: Account, plan: Market, t: number): void {
  if (account.position === undefined || !isSessionClosed(account.position.values, t)) return;
  const base = plan.bars.close[t];
  exitAtMarket(account, plan, { index: t, base, reason: "sessionEnd", atClose: true });
}
