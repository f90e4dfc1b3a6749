import { isWithoutVolume } from "../costs.ts";
import { lookAtOpen, lookInside } from "../reach.ts";
import { fillOrder } from "./fill_order.ts";
import type { LiveOrder } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import { barAt, type Run } from "./state.ts";

/** Fills the resting orders that the open of bar `t`, or its range, has reached, in order of submission. */
export function fillRestingOrders(run: Run, t: number, at: "open" | "inside"): void {
  // Orders that wake while others fill come later in the list, as a child comes after its parent.
  for (const order of run.alive) {
    if (order.status !== "working" || order.from > t || order.queued) continue;
    if (order.type === "limitOnOpen") {
      if (at === "open") fillLimitOnOpen(run, order, t);
    } else fillResting(run, order, { t, at });
  }
}

function fillResting(
  run: Run,
  order: LiveOrder,
  { t, at }: { readonly t: number; readonly at: "open" | "inside" },
): void {
  const { market } = run.assets[order.asset];
  const k = barAt(run.assets[order.asset], t);
  if (order.resting === undefined || order.side === 0 || k === undefined) return;
  if (order.type === "limitOnClose" || isWithoutVolume(market, k)) return;
  const look = at === "open" ? lookAtOpen : lookInside;
  const { reached, resting } = look(market, k, { resting: order.resting, direction: order.side });
  order.resting = resting;
  if (reached === undefined) return;
  const { base, limit, as } = reached;
  fillOrder(run, order, { moment: { t, k, base, limit, at, as }, opens: true });
}

/** Fills at the open within its limit, or not at all. */
function fillLimitOnOpen(run: Run, order: LiveOrder, t: number): void {
  const { market } = run.assets[order.asset];
  const k = barAt(run.assets[order.asset], t);
  if (order.resting === undefined || order.side === 0 || k === undefined) return;
  if (isWithoutVolume(market, k)) return;
  const { reached } = lookAtOpen(market, k, { resting: order.resting, direction: order.side });
  if (reached === undefined) {
    return endOrder(run, order, { status: "expired", reason: "expired", t });
  }
  const { base, limit } = reached;
  fillOrder(run, order, { moment: { t, k, base, limit, at: "open" }, opens: true });
}
