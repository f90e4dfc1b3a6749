import { isWithoutVolume } from "../costs.ts";
import { fillOrder } from "./fill_order.ts";
import { missing } from "./missing.ts";
import { isMarket, type LiveOrder, splitsLegs } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import type { OrderMoment } from "./order_moment.ts";
import { type Asset, barAt, type Run } from "./state.ts";

/** The closing legs of market orders at the open, or whole orders where `orderPriority` does not split them. */
export function fillMarketOrders(run: Run, t: number): void {
  const opens = !splitsLegs(run.settings.orderPriority);
  fillEach(run, t, { orders: marketOrders(run, t), opens });
}

/** What is left of market orders at the open where `orderPriority` splits them. */
export function fillOpeningLegs(run: Run, t: number): void {
  if (!splitsLegs(run.settings.orderPriority)) return;
  fillEach(run, t, { orders: marketOrders(run, t), opens: true });
}

/** The market orders that fill at the close right after the callback that submitted them. */
export function fillAtClose(run: Run, t: number): void {
  if (run.settings.execution.fill !== "close") return;
  // A child whose parent fills here has to wait: its status was another when these were picked.
  const ready = run.alive.filter(({ type, status, submitIndex }) =>
    type === "market" && status === "working" && submitIndex === t
  );
  const { settings, panel } = run;
  const isLast = settings.execution.atEnd === "close" && t === panel.length - 1;
  const orders = sorted(run, ready, { t, field: "close" });
  const legs = splitsLegs(settings.orderPriority) ? [false, true] : [true];
  for (const opens of legs) {
    for (const order of orders) {
      const moment = momentOf(run, order, { t, field: "close" });
      if (moment === undefined || order.status !== "working") continue;
      // Data that end with everything closed leave nothing to open at their last close.
      fillOrder(run, order, { moment, opens: opens && !isLast });
    }
  }
  for (const order of orders) {
    const isOfOneBar = order.tif === "ioc" || order.tif === "fok";
    if (!isOfOneBar || !order.heldUp || order.status !== "working") continue;
    endOrder(run, order, { status: "expired", reason: "expired", t });
  }
}

/** Market orders held for additions end with the position that a rule has closed at the open. */
export function cancelAdditions(
  run: Run,
  asset: Asset,
  { t, side }: { readonly t: number; readonly side: 1 | -1 },
): void {
  for (const order of run.alive) {
    if (order.asset !== asset.index || order.status !== "working" || !isMarket(order)) continue;
    if (order.from > t || order.filled > 0) continue;
    const wanted = order.side === 0
      ? missing(run, order, asset.market.bars.open[asset.lastAt[t]])
      : order.side;
    if (wanted * side <= 0) continue;
    endOrder(run, order, { status: "cancelled", reason: "noPosition", t });
  }
}

function fillEach(
  run: Run,
  t: number,
  { orders, opens }: { readonly orders: readonly LiveOrder[]; readonly opens: boolean },
): void {
  for (const order of orders) {
    const moment = momentOf(run, order, { t, field: "open" });
    if (moment === undefined || order.status !== "working") continue;
    fillOrder(run, order, { moment, opens });
  }
}

/** The market orders that can fill at an open, in the order in which they do. */
function marketOrders(run: Run, t: number): readonly LiveOrder[] {
  const ready = run.alive.filter((order) =>
    isMarket(order) && order.status === "working" && order.from <= t &&
    barAt(run.assets[order.asset], t) !== undefined
  );
  return sorted(run, ready, { t, field: "open" });
}

/** Orders by `orderPriority`; what is equal stays in order of submission. */
function sorted(
  run: Run,
  orders: readonly LiveOrder[],
  { t, field }: { readonly t: number; readonly field: "open" | "close" },
): readonly LiveOrder[] {
  const priced = orders
    .filter((order) => barAt(run.assets[order.asset], t) !== undefined)
    .map((order) => {
      const asset = run.assets[order.asset];
      const { bars, multiplier } = asset.market;
      const base = bars[field][asset.lastAt[t]];
      const wanted = missing(run, order, base);
      return { order, wanted, value: Math.abs(wanted) * base * multiplier };
    });
  switch (run.settings.orderPriority) {
    case "exitsFirst":
    case "fifo":
      break;
    case "sellFirst":
      priced.sort((a, b) => (a.wanted < 0 ? 0 : 1) - (b.wanted < 0 ? 0 : 1));
      break;
    case "largestFirst":
      priced.sort((a, b) => compare(b.value, a.value));
      break;
    case "smallestFirst":
      priced.sort((a, b) => compare(a.value, b.value));
      break;
  }
  return priced.map(({ order }) => order);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where an order fills at an open or close; nothing where its asset has no bar, or none with the volume it needs. */
function momentOf(
  run: Run,
  order: LiveOrder,
  { t, field }: { readonly t: number; readonly field: "open" | "close" },
): OrderMoment | undefined {
  const asset = run.assets[order.asset];
  const k = barAt(asset, t);
  if (k === undefined || isWithoutVolume(asset.market, k)) return undefined;
  return { t, k, base: asset.market.bars[field][k], at: field };
}
