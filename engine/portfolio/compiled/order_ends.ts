import type { OrderHost } from "../../../codegen/compile_portfolio.ts";
import {
  moment as moments,
  orderFlag,
  orderStatus,
  orderType,
  quantityKind,
} from "../../../codegen/emit/portfolio/order_columns.ts";
import { missing } from "./missing.ts";
import { orderRow } from "./order_row.ts";
import { codeOf, type RunState } from "./state.ts";
import { moveTrail } from "./trailing.ts";

/** Whether an order can still fill. */
export function isAlive({ table }: RunState, row: number): boolean {
  const status = table.at.orderStatus[row];
  return status === orderStatus.working || status === orderStatus.waiting;
}

/** Ends an order without a fill; its children end with it. */
export function endOrder(
  run: RunState,
  row: number,
  { status, reason, bar }: {
    readonly status: number;
    readonly reason: number;
    readonly bar: number;
  },
): void {
  const { at } = run.table;
  at.orderStatus[row] = status;
  at.orderReason[row] = reason;
  at.orderEnd[row] = bar;
  run.refused[reason]++;
  tell(run, row);
  cancelChildren(run, row, bar);
}

/** Cancels every order that has not ended. */
export function cancelEvery(run: RunState, reason: number, bar: number): void {
  const { at } = run.table;
  for (const row of run.alive) {
    if (!isAlive(run, row)) continue;
    if (at.orderFilled[row] > 0) {
      at.orderStatus[row] = orderStatus.filled;
      at.orderReason[row] = reason;
      at.orderEnd[row] = bar;
      run.refused[reason]++;
      tell(run, row);
    } else endOrder(run, row, { status: orderStatus.cancelled, reason, bar });
  }
}

/** What generated code asks for. */
export function orderHost(run: RunState): OrderHost {
  const { events, table } = run;
  return {
    filled: (row, asset, signed, price, fee, pnl, reason, moment, closed) => {
      const { bar } = run;
      if (events.ofFills) {
        events.addFill({ index: bar, asset, signed, price, fee, pnl, order: row + 1, reason });
      }
      if (row >= 0) cancelGroup(run, row, bar);
      if (closed) cancelReducing(run, { asset, except: row, bar });
      if (row >= 0) wakeChildren(run, row, { bar, moment });
    },
    ended: (row) => {
      tell(run, row);
      if (table.at.orderFilled[row] === 0) cancelChildren(run, row, run.bar);
    },
    end: (row, status, reason, bar) => endOrder(run, row, { status, reason, bar }),
    queue: (row, bar) => {
      table.at.orderFlags[row] |= orderFlag.queued;
      table.at.orderFrom[row] = bar + 1;
    },
    cancelAdditions: (asset, side, bar) => cancelAdditions(run, { asset, side, bar }),
    cancelEvery: (reason, bar) => cancelEvery(run, reason, bar),
  };
}

/** Cancels the group of an order that fills. */
function cancelGroup(run: RunState, row: number, bar: number): void {
  const group = run.table.extras(row)?.group ?? "";
  if (group === "") return;
  for (const other of run.groups.get(group) ?? []) {
    if (other === row || !isAlive(run, other)) continue;
    // An order can have been put into another group since.
    if (run.table.extras(other)?.group !== group) continue;
    endOrder(run, other, { status: orderStatus.cancelled, reason: codeOf("oco"), bar });
  }
  run.groups.delete(group);
}

/** Cancels the working orders of an asset that could only have closed the position that has gone. */
function cancelReducing(
  run: RunState,
  { asset, except, bar }: {
    readonly asset: number;
    readonly except: number;
    readonly bar: number;
  },
): void {
  const rows = run.reducing.get(asset);
  if (rows === undefined) return;
  const { orderStatus: statuses } = run.table.at;
  for (const row of rows) {
    if (row === except || statuses[row] !== orderStatus.working) continue;
    endOrder(run, row, { status: orderStatus.cancelled, reason: codeOf("noPosition"), bar });
  }
  run.reducing.set(asset, rows.filter((row) => isAlive(run, row)));
}

/** Sets the children of an order that has filled to work. */
function wakeChildren(
  run: RunState,
  row: number,
  { bar, moment }: { readonly bar: number; readonly moment: number },
): void {
  const { table, ticks } = run;
  const { at } = table;
  for (const child of table.extras(row)?.children ?? []) {
    if (at.orderStatus[child] !== orderStatus.waiting) continue;
    at.orderStatus[child] = orderStatus.working;
    const type = at.orderType[child];
    // What the open of this bar has filled is at work before the rest of the bar; a fill at an open needs the next one.
    const isOfOpen = type === orderType.market || type === orderType.marketOnOpen ||
      type === orderType.limitOnOpen;
    at.orderFrom[child] = moment === moments.open && !isOfOpen ? bar : bar + 1;
    table.extras(child)!.best = at.orderPrice[row];
    moveTrail(table, child, ticks[at.orderAsset[child]]);
    tell(run, child);
  }
}

/** Market orders for additions end with the position that a rule has closed at the open. */
function cancelAdditions(
  run: RunState,
  { asset, side, bar }: { readonly asset: number; readonly side: number; readonly bar: number },
): void {
  const { at } = run.table;
  const { panel, arrays, pickedCount } = run;
  for (let j = 0; j < pickedCount; j++) {
    const row = arrays.picked[j];
    if (at.orderAsset[row] !== asset || at.orderStatus[row] !== orderStatus.working) continue;
    if (at.orderFilled[row] > 0) continue;
    const wanted = at.orderKind[row] >= quantityKind.targetQuantity
      ? missing(run, row, panel.open[bar * panel.assets + asset])
      : at.orderSide[row];
    if (wanted * side <= 0) continue;
    endOrder(run, row, { status: orderStatus.cancelled, reason: codeOf("noPosition"), bar });
  }
}

function cancelChildren(run: RunState, row: number, bar: number): void {
  const children = run.table.extras(row)?.children;
  if (children === undefined) return;
  for (const child of children) {
    if (run.table.at.orderStatus[child] !== orderStatus.waiting) continue;
    endOrder(run, child, { status: orderStatus.cancelled, reason: codeOf("parent"), bar });
  }
}

/** Notes a change of status, which code is told of later. */
function tell({ events, table, panel }: RunState, row: number): void {
  if (events.ofOrders) events.addOrder(orderRow(table, row, panel.symbols));
}
