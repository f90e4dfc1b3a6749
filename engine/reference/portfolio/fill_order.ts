import type { LedgerRow } from "../account.ts";
import { signedQuantity } from "../account.ts";
import { closePosition } from "../close_position.ts";
import { fillPrice } from "../costs.ts";
import { type EntryRequest, fillEntry } from "../entries.ts";
import { roundEntry } from "../lot.ts";
import { exitOpenedInside } from "../opened_inside.ts";
import type { SideSign } from "../plan.ts";
import { fitting } from "../room.ts";
import type { PortfolioReason } from "../../portfolio/order_codes.ts";
import { holdUp } from "./held_up.ts";
import { missing, riskOf, unitsOf } from "./missing.ts";
import { openingOf } from "./opening_of.ts";
import type { LiveOrder } from "./order.ts";
import type { OrderMoment } from "./order_moment.ts";
import { endOrder, orderFilled, wakeChildren } from "./order_ends.ts";
import { rulesOf } from "./rules_of.ts";
import { act } from "./settle.ts";
import type { Run } from "./state.ts";
import { powerOf } from "./values.ts";

/** Fills the closing leg of an order and, if it may, its opening leg; what it finds nothing to do for ends. */
export function fillOrder(
  run: Run,
  order: LiveOrder,
  { moment, opens }: { readonly moment: OrderMoment; readonly opens: boolean },
): void {
  const { account, market } = run.assets[order.asset];
  const { t, k, base } = moment;
  const held = signedQuantity(account);
  const wanted = missing(run, order, base);
  const isTarget = order.kind.startsWith("target");
  if (isTarget && order.heldUp && order.filled > 0 && wanted * order.filledSide <= 0) {
    return orderFilled(run, order, { t });
  }
  const closes = Math.sign(held) * Math.sign(wanted) < 0;
  const [most, there] = [Math.abs(wanted), Math.abs(held)];
  // What the rounding of parts has left is nothing to turn round for, nor to leave behind.
  const isAll = order.filled > 0 && Math.abs(most - there) <= 1e-9 * (most + order.filled);
  const quantity = closes ? isAll ? there : Math.min(most, there) : 0;
  const turns = closes && (order.reverse || (most > there && !isAll)) && !order.reduceOnly;
  if (order.tif === "fok" && order.filled === 0 && (closes || opens)) {
    const opening = order.reduceOnly ? 0 : openingOf(run, order, { moment, left: most - quantity });
    const whole = quantity + opening;
    if (fitting(account, market, k, whole) < whole) return holdUp(run, order, t);
    if (turns && !opens) keepRoom(run, order, { k, quantity: opening });
  }
  if (closes) {
    const part = fitting(account, market, k, quantity);
    if (part > 0) closeLeg(run, order, { moment, quantity: part, turns });
    const isDone = quantity - part <= (quantity < there ? 1e-9 * (most + order.filled) : 0);
    if (!isDone) return holdUp(run, order, t);
    if (!turns) return orderFilled(run, order, { t });
  }
  if (isTarget && wanted === 0 && (opens || held !== 0)) return orderFilled(run, order, { t });
  if (!opens) return;
  if (order.reduceOnly) {
    return endOrder(run, order, { status: "cancelled", reason: "noPosition", t });
  }
  openLeg(run, order, moment);
}

/** Takes out what is held, or a part of it. */
function closeLeg(
  run: Run,
  order: LiveOrder,
  { moment, quantity, turns }: {
    readonly moment: OrderMoment;
    readonly quantity: number;
    readonly turns: boolean;
  },
): void {
  const asset = run.assets[order.asset];
  const { account, market } = asset;
  const { t, k, base, limit, at } = moment;
  const direction: SideSign = signedQuantity(account) > 0 ? -1 : 1;
  const share = quantity / market.bars.volume[k];
  const fill = {
    index: k,
    quantity,
    base,
    price: fillPrice(market, { base, direction, limit, share }),
    reason: turns || order.reverse ? "reverse" : "signal",
    atClose: at === "close",
    ambiguous: false,
    reversal: turns,
  } as const;
  const rows = act(run, asset, {
    t,
    order,
    happens: () => closePosition(account, market, fill),
  });
  if (order.kind === "value" && !order.reverse) order.units = unitsOf(run, order, base);
  order.closed = order.closed + quantity;
  take(run, order, { moment, rows });
}

/** Opens a position or adds to it, or ends the order with the reason why not. */
function openLeg(run: Run, order: LiveOrder, moment: OrderMoment): void {
  const asset = run.assets[order.asset];
  const { account, market } = asset;
  const { t, k, base, limit, at, as } = moment;
  keepRoom(run, order, { k, quantity: 0 });
  if (fitting(account, market, k, Infinity) === 0) return holdUp(run, order, t);
  const wasFlat = account.position === undefined;
  if (wasFlat && isFull(run)) return refuse(run, order, { t, reason: "maxPositions" });
  const wanted = missing(run, order, base);
  const risk = riskOf(run, order, base);
  const side = order.side === 0 ? (wanted < 0 ? -1 : 1) : order.side;
  // Bounds are about the whole leg: what its parts have filled counts.
  const raw = Math.abs(wanted) + order.opened;
  if (order.opened > 0 && roundEntry(raw, market.settings) <= order.opened) {
    return orderFilled(run, order, { t });
  }
  const isCounted = order.kind === "value" || order.kind === "equityFraction";
  let units = isCounted ? unitsOf(run, order, base) : order.units;
  let isLast = true;
  const request: EntryRequest = {
    side,
    moment: { index: k, base, limit, at },
    values: rulesOf(run, asset, order),
    // The first part has brought the bracket.
    replaces: order.opened > 0 ? {} : order.own,
    available: powerOf(run, asset, { base, side }),
    rawOf: (stop = NaN) => {
      if (risk === undefined || !Number.isNaN(order.units)) return raw;
      units = risk / (Math.abs(base - stop) * market.multiplier);
      return units;
    },
    partOf: (whole) => {
      const left = whole - order.opened;
      const part = fitting(account, market, k, left);
      isLast = left - part <= 1e-9 * whole;
      return part;
    },
  };
  let refused: PortfolioReason | undefined;
  const rows = act(run, asset, {
    t,
    order,
    happens: () => {
      const done = fillEntry(account, market, request);
      if ("refused" in done) refused = done.refused;
      else if (done.reduced) isLast = true;
    },
  });
  if (refused !== undefined) return refuse(run, order, { t, reason: refused });
  order.units = units;
  for (const { change } of rows) order.opened = order.opened + Math.abs(change);
  take(run, order, { moment, rows });
  if (isLast) orderFilled(run, order, { t });
  else holdUp(run, order, t);
  if (!wasFlat || at !== "inside" || as === undefined) return;
  act(run, asset, { t, happens: () => exitOpenedInside(account, market, { t: k, base, as }) });
}

/** Keeps so much of the bar's volume for the opening leg of an order, in the place of what was kept before. */
function keepRoom(
  run: Run,
  order: LiveOrder,
  { k, quantity }: { readonly k: number; readonly quantity: number },
): void {
  const { account } = run.assets[order.asset];
  const before = account.traded.index === k ? account.traded.quantity : 0;
  account.traded = { index: k, quantity: before - order.kept + quantity };
  order.kept = quantity;
}

/** Whether as many positions as allowed are open. */
function isFull({ settings: { maxPositions }, assets }: Run): boolean {
  if (maxPositions === 0) return false;
  return assets.filter(({ account }) => account.position !== undefined).length >= maxPositions;
}

/** An opening leg that is refused leaves what was closed. */
function refuse(
  run: Run,
  order: LiveOrder,
  { t, reason }: { readonly t: number; readonly reason: PortfolioReason },
): void {
  if (order.filled > 0) orderFilled(run, order, { t, reason });
  else endOrder(run, order, { status: "rejected", reason, t });
}

/** Takes a leg into its order; with the first one its children begin to work. */
function take(
  run: Run,
  order: LiveOrder,
  { moment: { t, at }, rows }: {
    readonly moment: OrderMoment;
    readonly rows: readonly LedgerRow[];
  },
): void {
  const isFirst = order.filled === 0;
  for (const { change, price, fee } of rows) {
    const quantity = Math.abs(change);
    order.price = order.filled === 0
      ? price
      : (order.price * order.filled + price * quantity) / (order.filled + quantity);
    order.filled = order.filled + quantity;
    order.fee = order.fee + fee;
    order.filledSide = change > 0 ? 1 : -1;
  }
  if (isFirst) wakeChildren(run, order, { t, at });
}
