import type { OrderStatus, PortfolioReason } from "../../portfolio/order_codes.ts";
import { isAlive, isMarket, type LiveOrder } from "./order.ts";
import { orderRow } from "./order_row.ts";
import { countRefused, type Run } from "./state.ts";
import { moveTrail } from "./trailing_order.ts";

/** Ends an order without a fill; its children end with it. */
export function endOrder(
  run: Run,
  order: LiveOrder,
  { status, reason, t }: {
    readonly status: OrderStatus;
    readonly reason: PortfolioReason;
    readonly t: number;
  },
): void {
  order.status = status;
  order.reason = reason;
  order.endIndex = t;
  countRefused(run, reason);
  tell(run, order);
  cancelChildren(run, order, t);
}

/** Ends an order that has filled, if only with a quantity of 0; the reason is that of an opening leg that was refused. */
export function orderFilled(
  run: Run,
  order: LiveOrder,
  { t, reason }: { readonly t: number; readonly reason?: PortfolioReason },
): void {
  order.status = "filled";
  order.endIndex = t;
  if (reason !== undefined) {
    order.reason = reason;
    countRefused(run, reason);
  }
  tell(run, order);
  if (order.filled === 0) cancelChildren(run, order, t);
}

/** Cancels the group of an order that fills. */
export function cancelGroup(run: Run, order: LiveOrder, t: number): void {
  if (order.group === "") return;
  for (const other of run.alive) {
    if (other === order || other.group !== order.group || !isAlive(other)) continue;
    endOrder(run, other, { status: "cancelled", reason: "oco", t });
  }
}

/** Sets the children of an order that has filled to work. */
export function wakeChildren(
  run: Run,
  order: LiveOrder,
  { t, at }: { readonly t: number; readonly at: "open" | "inside" | "close" },
): void {
  for (const child of run.alive) {
    if (child.parent !== order.number || child.status !== "waiting") continue;
    child.status = "working";
    // What the open of this bar has filled is at work before the rest of the bar; a fill at an open needs the next one.
    const isOfOpen = isMarket(child) || child.type === "limitOnOpen";
    child.from = at === "open" && !isOfOpen ? t : t + 1;
    child.best = order.price;
    moveTrail(run, child);
    tell(run, child);
    yieldToNewer(run, child.asset, t);
  }
}

/** Targets of an asset that volume has held up end where a newer one works. */
export function yieldToNewer(run: Run, asset: number, t: number): void {
  if (run.assets[asset].market.participation === 0) return;
  const working = run.alive.filter((order) =>
    order.asset === asset && order.status === "working" && order.kind.startsWith("target")
  );
  for (const order of working.slice(0, -1)) {
    if (order.heldUp) endOrder(run, order, { status: "cancelled", reason: "cancelled", t });
  }
}

/** Cancels the working orders of an asset that could only have closed the position that has gone, or were building it. */
export function cancelWithPosition(
  run: Run,
  { asset, except, t }: {
    readonly asset: number;
    readonly except: LiveOrder | undefined;
    readonly t: number;
  },
): void {
  for (const order of run.alive) {
    if (order === except || order.asset !== asset) continue;
    if (order.status !== "working" || !(order.reduceOnly || order.opened > 0)) continue;
    endOrder(run, order, { status: "cancelled", reason: "noPosition", t });
  }
}

/** Cancels every order that has not ended. */
export function cancelEvery(
  run: Run,
  { reason, t }: { readonly reason: PortfolioReason; readonly t: number },
): void {
  for (const order of run.alive) {
    if (!isAlive(order)) continue;
    if (order.filled > 0 && !order.heldUp) orderFilled(run, order, { t, reason });
    else endOrder(run, order, { status: "cancelled", reason, t });
  }
}

function cancelChildren(run: Run, order: LiveOrder, t: number): void {
  for (const child of run.alive) {
    if (child.parent !== order.number || child.status !== "waiting") continue;
    endOrder(run, child, { status: "cancelled", reason: "parent", t });
  }
}

/** Notes a change of status, which code is told of later. */
function tell(run: Run, order: LiveOrder): void {
  run.happened.push({ order: orderRow(run, order) });
}
