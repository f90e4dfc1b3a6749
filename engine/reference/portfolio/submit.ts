import type { OrderChanges, OrderInput } from "../../portfolio/orders.ts";
import { onGrid } from "../grid.ts";
import { assetOf } from "./asset_of.ts";
import { isAlive, type LiveOrder } from "./order.ts";
import { endOrder, yieldToNewer } from "./order_ends.ts";
import { ownRules } from "./own_rules.ts";
import { refuseChanges } from "../../portfolio/read_changes.ts";
import { readOrder, readTrail } from "../../portfolio/read_order.ts";
import { type Asset, lastClose, type Run } from "./state.ts";
import { moveTrail } from "./trailing_order.ts";
import { equityAt } from "./values.ts";

/** Puts an order of user code into the table and returns its number. */
export function submit(run: Run, input: OrderInput): number {
  if (run.phase === "ended") throw new TypeError("Cannot submit an order: the data have ended");
  const asset = assetOf(run, input.asset);
  const read = readOrder(input);
  const parent = input.parent === undefined ? undefined : orderOf(run, input.parent);
  const { limit = NaN, stop = NaN, tag = "", reduceOnly = false, oco = "" } = input;
  const order: LiveOrder = {
    ...read,
    number: run.orders.length + 1,
    asset: asset.index,
    tag,
    reduceOnly,
    parent: parent?.number ?? 0,
    own: ownRules(input.bracket, asset),
    equity: equityAt(run, run.now),
    group: oco === "" ? "" : `name ${oco}`,
    resting: undefined,
    limit,
    stop,
    best: lastClose(asset, run.now),
    status: parent !== undefined && isAlive(parent) && parent.filled === 0 ? "waiting" : "working",
    reason: undefined,
    submitIndex: run.now,
    from: run.now + 1,
    date: NaN,
    endIndex: -1,
    filled: 0,
    closed: 0,
    price: NaN,
    fee: 0,
    filledSide: 0,
    opened: 0,
    units: NaN,
    heldUp: false,
    kept: 0,
    queued: false,
  };
  run.orders.push(order);
  run.alive.push(order);
  setPrices(order, asset);
  moveTrail(run, order);
  const t = Math.max(run.now, 0);
  if (run.phase === "told") {
    endOrder(run, order, { status: "cancelled", reason: "endOfData", t });
  } else if (run.ruinIndex !== -1) {
    endOrder(run, order, { status: "rejected", reason: "liquidation", t });
  } else if (parent !== undefined && !isAlive(parent) && parent.filled === 0) {
    endOrder(run, order, { status: "cancelled", reason: "parent", t });
  } else if (order.limit <= 0 || order.stop <= 0) {
    endOrder(run, order, { status: "rejected", reason: "priceNotPositive", t });
  }
  yieldToNewer(run, order.asset, t);
  return order.number;
}

/**
 * Changes an order in its place.
 *
 * @throws {TypeError} If it has ended, or does not have what is changed.
 * @throws {RangeError} If a number cannot be.
 */
export function modify(run: Run, order: LiveOrder, changes: OrderChanges): void {
  const { amount = order.amount, limit = order.limit, stop = order.stop } = changes;
  refuseChanges({
    ...order,
    isLimitNow: isLimitNow(order),
    isMarketNow: order.queued,
    taken: takenOf(order),
  }, changes);
  order.units = order.units * (amount / order.amount);
  order.amount = amount;
  if (changes.trail !== undefined) {
    order.trail = readTrail(changes.trail);
    moveTrail(run, order);
  }
  if (changes.limit === undefined && changes.stop === undefined) return;
  const isReached = isLimitNow(order);
  order.limit = limit;
  order.stop = stop;
  setPrices(order, run.assets[order.asset]);
  if (isReached && order.resting !== undefined) {
    order.resting = { ...order.resting, type: "limit", price: order.limit };
  }
  if (!(order.limit <= 0 || order.stop <= 0)) return;
  const t = Math.max(run.now, 0);
  endOrder(run, order, { status: "rejected", reason: "priceNotPositive", t });
}

/** What of the amount of an order has filled; 0 of a target, which counts what is held. */
function takenOf({ kind, amount, units, closed, opened, reverse }: LiveOrder): number {
  if (kind.startsWith("target")) return 0;
  const filled = reverse ? opened : closed + opened;
  return Number.isNaN(units) ? filled : amount * (filled / units);
}

/** Whether the stop of a stop-limit has been reached. */
function isLimitNow({ type, resting }: LiveOrder): boolean {
  return type === "stopLimit" && resting?.type === "limit";
}

/**
 * The order of a number.
 *
 * @throws {RangeError} If there is none.
 */
export function orderOf(run: Run, number: number): LiveOrder {
  const order = run.orders[number - 1];
  if (order === undefined) {
    throw new RangeError(
      `Cannot find an order: expected a number from 1 to ${run.orders.length} but found ${number}`,
    );
  }
  return order;
}

/** Puts the prices on the grid, limits for the trader and stops against, and what the order waits for after them. */
function setPrices(order: LiveOrder, { market }: Asset): void {
  if (order.type === "trailingStop") return;
  const { tick } = market.settings;
  const buys = order.side === 1;
  order.limit = Number.isNaN(order.limit) ? NaN : onGrid(order.limit, tick, buys ? "down" : "up");
  order.stop = Number.isNaN(order.stop) ? NaN : onGrid(order.stop, tick, buys ? "up" : "down");
  const { limit, stop } = order;
  switch (order.type) {
    case "limit":
    case "limitOnOpen":
    case "limitOnClose":
      order.resting = { type: "limit", price: limit, limit, lastIndex: Infinity };
      break;
    case "stop":
      order.resting = { type: "stop", price: stop, limit: stop, lastIndex: Infinity };
      break;
    case "stopLimit":
      order.resting = { type: "stopLimit", price: stop, limit, lastIndex: Infinity };
      break;
  }
}
