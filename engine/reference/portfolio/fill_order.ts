import type { LedgerRow } from "../account.ts";
import { signedQuantity } from "../account.ts";
import { closePosition } from "../close_position.ts";
import { fillPrice } from "../costs.ts";
import { type EntryRequest, fillEntry } from "../entries.ts";
import { exitOpenedInside } from "../opened_inside.ts";
import type { SideSign } from "../plan.ts";
import type { PortfolioReason } from "../../portfolio/order_codes.ts";
import { missing, riskOf } from "./missing.ts";
import type { LiveOrder } from "./order.ts";
import { endOrder, orderFilled, wakeChildren } from "./order_ends.ts";
import { rulesOf } from "./rules_of.ts";
import { act } from "./settle.ts";
import type { Run } from "./state.ts";
import { powerOf } from "./values.ts";

/** When and at what price, before slippage, an order fills. */
export interface OrderMoment {
  /** Bar of the panel. */
  readonly t: number;
  /** The same bar as one of the asset. */
  readonly k: number;
  readonly base: number;
  readonly limit?: number | undefined;
  readonly at: "open" | "inside" | "close";
  /** How the price came to it inside the bar. */
  readonly as?: "limit" | "stop";
}

/** Fills the closing leg of an order and, if it may, its opening leg; what it finds nothing to do for ends. */
export function fillOrder(
  run: Run,
  order: LiveOrder,
  { moment, opens }: { readonly moment: OrderMoment; readonly opens: boolean },
): void {
  const { account } = run.assets[order.asset];
  const { t, base } = moment;
  const held = signedQuantity(account);
  const wanted = missing(run, order, base);
  if (Math.sign(held) * Math.sign(wanted) < 0) {
    const quantity = Math.min(Math.abs(wanted), Math.abs(held));
    const turns = (order.reverse || Math.abs(wanted) > Math.abs(held)) && !order.reduceOnly;
    closeLeg(run, order, { moment, quantity, turns });
    if (!turns) return orderFilled(run, order, { t });
  }
  const isMet = order.kind.startsWith("target") && wanted === 0;
  if (isMet && (opens || held !== 0)) return orderFilled(run, order, { t });
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
  order.closed = order.closed + quantity;
  take(run, order, { moment, rows });
}

/** Opens a position or adds to it, or ends the order with the reason why not. */
function openLeg(run: Run, order: LiveOrder, moment: OrderMoment): void {
  const asset = run.assets[order.asset];
  const { account, market } = asset;
  const { t, k, base, limit, at, as } = moment;
  const wasFlat = account.position === undefined;
  if (wasFlat && isFull(run)) return refuse(run, order, { t, reason: "maxPositions" });
  const wanted = missing(run, order, base);
  const risk = riskOf(run, order, base);
  const side = order.side === 0 ? (wanted < 0 ? -1 : 1) : order.side;
  const request: EntryRequest = {
    side,
    moment: { index: k, base, limit, at },
    values: rulesOf(run, asset, order),
    replaces: order.own,
    available: powerOf(run, asset, { base, side }),
    rawOf: (stop = NaN) =>
      risk === undefined ? Math.abs(wanted) : risk / (Math.abs(base - stop) * market.multiplier),
  };
  let refused: PortfolioReason | undefined;
  const rows = act(run, asset, {
    t,
    order,
    happens: () => {
      const done = fillEntry(account, market, request);
      if ("refused" in done) refused = done.refused;
    },
  });
  if (refused !== undefined) return refuse(run, order, { t, reason: refused });
  take(run, order, { moment, rows });
  orderFilled(run, order, { t });
  if (!wasFlat || at !== "inside" || as === undefined) return;
  act(run, asset, { t, happens: () => exitOpenedInside(account, market, { t: k, base, as }) });
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
