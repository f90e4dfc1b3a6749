import { isAlive, type LiveOrder } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import { barAt, type Run } from "./state.ts";

/** Orders whose last bar is behind leave before bar `t`: the time of `t` is not known before it. */
export function expireBefore(run: Run, t: number): void {
  for (const order of run.alive) {
    if (!isAlive(order)) continue;
    const isLate = order.tif === "gtd" && run.panel.time[t] > order.until;
    const isOtherDay = order.tif === "day" && !Number.isNaN(order.date) &&
      order.date !== run.local[t].date;
    if (isLate || isOtherDay) expire(run, order, t);
  }
}

/** Day orders take the date of the first bar on which they worked. */
export function startDays(run: Run, t: number): void {
  for (const order of run.alive) {
    if (hasWorked(run, order, t) && Number.isNaN(order.date)) order.date = run.local[t].date;
  }
}

/** Orders for one bar leave with it. */
export function expireAtOnce(run: Run, t: number): void {
  for (const order of run.alive) {
    if (order.tif !== "ioc" && order.tif !== "fok") continue;
    if (hasWorked(run, order, t)) expire(run, order, t);
  }
}

function hasWorked(run: Run, { status, from, asset }: LiveOrder, t: number): boolean {
  return status === "working" && from <= t && barAt(run.assets[asset], t) !== undefined;
}

function expire(run: Run, order: LiveOrder, t: number): void {
  endOrder(run, order, { status: "expired", reason: "expired", t });
}
