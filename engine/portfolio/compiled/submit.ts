import {
  orderFlag,
  orderStatus,
  orderType,
} from "../../../codegen/emit/portfolio/order_columns.ts";
import type { LevelRule } from "../../../codegen/define/types.ts";
import { assetIndex } from "../asset_index.ts";
import { orderTypes, quantityKinds } from "../order_codes.ts";
import type { OrderChanges, OrderInput } from "../orders.ts";
import { readBracket } from "../read_bracket.ts";
import { refuseChanges } from "../read_changes.ts";
import { type ReadOrder, readOrder, readTrail } from "../read_order.ts";
import { equityNow } from "./account.ts";
import type { OrderExtras } from "./order_table.ts";
import { endOrder, isAlive } from "./order_ends.ts";
import { orderRow } from "./order_row.ts";
import { onGrid } from "./price_grid.ts";
import { levelNumbers, needsOf } from "./rule_columns.ts";
import { codeOf, lastClose, need, type RunState } from "./state.ts";
import { moveTrail } from "./trailing.ts";

/** Puts an order of user code into the table and returns its number. */
export function submit(run: RunState, input: OrderInput): number {
  if (run.phase === "ended") throw new TypeError("Cannot submit an order: the data have ended");
  const asset = assetIndex(run.panel, input.asset);
  const read = readOrder(input);
  const parent = input.parent === undefined ? -1 : rowOf(run, input.parent);
  const bracket = readBracket(input.bracket);
  const { side, kind, amount, type, tif } = read;
  const { tag = "", oco = "", reduceOnly = false } = input;
  const row = submitPlain(run, { asset, side, kind: quantityKinds.indexOf(kind), amount });
  const isPlain = type === "market" && tif === "gtc" && !reduceOnly && !read.reverse;
  if (!isPlain || parent >= 0 || bracket.length > 0) {
    writeRest(run, row, { input, read, parent, bracket });
  }
  if (tag !== "" || oco !== "") {
    const extras = run.table.makeExtras(row);
    extras.tag = tag;
    if (oco !== "") joinGroup(run, row, `name ${oco}`);
  }
  endAtOnce(run, row, parent);
  return row + 1;
}

/** Puts a market order that works until it is cancelled into the table, checked or not, and returns its row. */
export function submitPlain(
  run: RunState,
  { asset, side, kind, amount }: {
    readonly asset: number;
    readonly side: number;
    readonly kind: number;
    readonly amount: number;
  },
): number {
  const { table, now } = run;
  const row = table.add(now);
  const { at } = table;
  at.orderAsset[row] = asset;
  at.orderSide[row] = side;
  at.orderKind[row] = kind;
  at.orderAmount[row] = amount;
  at.orderEquity[row] = equityNow(run);
  at.orderStatus[row] = orderStatus.working;
  if (table.hasAll) at.orderFrom[row] = now + 1;
  run.alive.push(row);
  return row;
}

/** Ends an order that came too late, or for nothing. */
export function endAtOnce(run: RunState, row: number, parent: number): void {
  const { table: { at, hasAll }, phase } = run;
  const bar = Math.max(run.now, 0);
  if (phase === "told") {
    endOrder(run, row, { status: orderStatus.cancelled, reason: codeOf("endOfData"), bar });
  } else if (run.isRuined()) {
    endOrder(run, row, { status: orderStatus.rejected, reason: codeOf("liquidation"), bar });
  } else if (parent >= 0 && !isAlive(run, parent) && at.orderFilled[parent] === 0) {
    endOrder(run, row, { status: orderStatus.cancelled, reason: codeOf("parent"), bar });
  } else if (hasAll && (at.orderLimit[row] <= 0 || at.orderStop[row] <= 0)) {
    endOrder(run, row, { status: orderStatus.rejected, reason: codeOf("priceNotPositive"), bar });
  }
}

/** Writes what a plain market order does not have. */
function writeRest(
  run: RunState,
  row: number,
  { input, read, parent, bracket }: {
    readonly input: OrderInput;
    readonly read: ReadOrder;
    readonly parent: number;
    readonly bracket: readonly LevelRule[];
  },
): void {
  const { table, now } = run;
  table.needAll();
  const { at } = table;
  const asset = at.orderAsset[row];
  const { type, tif, until, trail } = read;
  at.orderType[row] = orderTypes.indexOf(type);
  at.orderFrom[row] = now + 1;
  at.orderLimit[row] = input.limit ?? NaN;
  at.orderStop[row] = input.stop ?? NaN;
  setPrices(run, row);
  if (input.reduceOnly === true) {
    at.orderFlags[row] |= orderFlag.reduceOnly;
    const others = run.reducing.get(asset);
    if (others === undefined) run.reducing.set(asset, [row]);
    else others.push(row);
    need(run, { told: true });
  }
  if (read.reverse) {
    at.orderFlags[row] |= orderFlag.reverse;
    need(run, { atFill: true });
  }
  if (tif !== "gtc") {
    Object.assign<OrderExtras, Partial<OrderExtras>>(table.makeExtras(row), { tif, until });
    run.timed.push(row);
  }
  if (trail !== undefined) {
    const best = lastClose(run, asset);
    Object.assign<OrderExtras, Partial<OrderExtras>>(table.makeExtras(row), { trail, best });
    run.trailing.push(row);
    moveTrail(table, row, run.ticks[asset]);
  }
  if (parent >= 0) {
    table.makeExtras(row).parent = parent;
    (table.makeExtras(parent).children ??= []).push(row);
    if (isAlive(run, parent)) at.orderStatus[row] = orderStatus.waiting;
    need(run, { told: true });
  }
  writeBracket(run, row, bracket);
  const isOnClose = type === "marketOnClose" || type === "limitOnClose";
  if (isOnClose) need(run, { onClose: true });
  else if (type !== "market" && type !== "marketOnOpen") need(run, { resting: true });
}

function writeBracket(run: RunState, row: number, bracket: readonly LevelRule[]): void {
  const { at } = run.table;
  for (const rule of bracket) {
    const { form, by } = levelNumbers(rule);
    switch (rule.type) {
      case "stopLoss":
        at.orderStopForm[row] = form;
        at.orderStopBy[row] = by;
        break;
      case "takeProfit":
        at.orderTakeForm[row] = form;
        at.orderTakeBy[row] = by;
        break;
      case "trailingStop":
        at.orderFollowForm[row] = form;
        at.orderFollowBy[row] = by;
        break;
    }
  }
  if (bracket.length > 0) need(run, needsOf(bracket));
}

/** Puts an order into a group. */
export function joinGroup(run: RunState, row: number, group: string): void {
  run.table.makeExtras(row).group = group;
  need(run, { told: true });
  const rows = run.groups.get(group);
  if (rows === undefined) {
    run.groups.set(group, [row]);
    return;
  }
  if (rows.includes(row)) return;
  rows.push(row);
  if (rows[rows.length - 2] > row) rows.sort((a, b) => a - b);
  // A name that is used for ever holds those that have ended no longer than this.
  if (rows.length % 64 === 0) run.groups.set(group, rows.filter((one) => isAlive(run, one)));
}

/**
 * Changes an order in its place.
 *
 * @throws {TypeError} If it has ended, or does not have what is changed.
 * @throws {RangeError} If a number cannot be.
 */
export function modify(run: RunState, row: number, changes: OrderChanges): void {
  const { table } = run;
  const { at, hasAll } = table;
  const isStopLimit = hasAll && at.orderType[row] === orderType.stopLimit;
  const isLimitNow = isStopLimit && at.orderReached[row] !== 0;
  refuseChanges({ ...orderRow(table, row, run.panel.symbols), isLimitNow }, changes);
  const { amount, limit, stop, trail } = changes;
  if (amount !== undefined) at.orderAmount[row] = amount;
  if (trail !== undefined) {
    table.extras(row)!.trail = readTrail(trail);
    moveTrail(table, row, run.ticks[at.orderAsset[row]]);
  }
  if (limit === undefined && stop === undefined) return;
  if (limit !== undefined) at.orderLimit[row] = limit;
  if (stop !== undefined) at.orderStop[row] = stop;
  setPrices(run, row);
  if (!(at.orderLimit[row] <= 0 || at.orderStop[row] <= 0)) return;
  const bar = Math.max(run.now, 0);
  endOrder(run, row, { status: orderStatus.rejected, reason: codeOf("priceNotPositive"), bar });
}

/** Puts prices on the grid: limits for the trader and stops against. */
function setPrices({ table: { at }, ticks }: RunState, row: number): void {
  if (at.orderType[row] === orderType.trailingStop) return;
  const tick = ticks[at.orderAsset[row]];
  const buys = at.orderSide[row] === 1;
  const { orderLimit, orderStop } = at;
  orderLimit[row] = onGrid(orderLimit[row], tick, buys ? "down" : "up");
  orderStop[row] = onGrid(orderStop[row], tick, buys ? "up" : "down");
}

/**
 * The row of an order's number.
 *
 * @throws {RangeError} If there is none.
 */
export function rowOf({ table: { count } }: RunState, number: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= count) return number - 1;
  throw new RangeError(
    `Cannot find an order: expected a number from 1 to ${count} but found ${number}`,
  );
}
