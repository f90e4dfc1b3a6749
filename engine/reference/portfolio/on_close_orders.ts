import { isWithoutVolume } from "../costs.ts";
import type { SideSign } from "../plan.ts";
import { fillOrder } from "./fill_order.ts";
import type { LiveOrder } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import { barAt, type Run } from "./state.ts";

/** Step 7: orders at the close of bar `t`, closing legs first, each in order of submission. */
export function fillOnCloseOrders(run: Run, t: number): void {
  const isLast = run.settings.execution.atEnd === "close" && t === run.panel.length - 1;
  for (const order of run.alive) {
    if (isReady(run, order, t) && isBeyondLimit(run, order, t)) {
      endOrder(run, order, { status: "expired", reason: "expired", t });
    }
  }
  for (const opens of [false, true]) {
    for (const order of run.alive) {
      if (!isReady(run, order, t)) continue;
      const { market } = run.assets[order.asset];
      const k = barAt(run.assets[order.asset], t);
      if (k === undefined) continue;
      if (isWithoutVolume(market, k)) {
        // It cannot fill at this close: at market it goes to the next open, with a limit to the next close.
        if (order.type === "marketOnClose") wait(order, t);
        continue;
      }
      const moment = {
        t,
        k,
        base: market.bars.close[k],
        limit: order.resting?.price,
        at: "close",
      } as const;
      // Data that end with everything closed leave nothing to open at their last close.
      fillOrder(run, order, { moment, opens: opens && !isLast });
    }
  }
}

function isReady(run: Run, order: LiveOrder, t: number): boolean {
  if (order.type !== "marketOnClose" && order.type !== "limitOnClose") return false;
  if (order.status !== "working" || order.from > t || order.queued) return false;
  return barAt(run.assets[order.asset], t) !== undefined;
}

function isBeyondLimit(run: Run, order: LiveOrder, t: number): boolean {
  const { market, lastAt } = run.assets[order.asset];
  if (order.resting === undefined || isWithoutVolume(market, lastAt[t])) return false;
  const close = market.bars.close[lastAt[t]];
  return (order.side as SideSign) === 1 ? close > order.resting.price : close < order.resting.price;
}

function wait(order: LiveOrder, t: number): void {
  order.queued = true;
  order.from = t + 1;
}
