import { orderStatus } from "../../../codegen/emit/portfolio/order_columns.ts";
import { onGrid } from "./price_grid.ts";
import type { OrderTable } from "./order_table.ts";
import type { RunState } from "./state.ts";

/** Puts the level of a trailing stop behind its best price, on the grid, unless it would loosen. */
export function moveTrail(table: OrderTable, row: number, tick: number): void {
  const extras = table.extras(row);
  if (extras?.trail === undefined || extras.best !== extras.best) return;
  const { trail: { form, value }, best } = extras;
  const { orderStop } = table.at;
  // A sell protects a long position: its level lies below the best price, as the stop of a long.
  const sells = table.at.orderSide[row] < 0;
  const level = form === "distance"
    ? (sells ? best - value : best + value)
    : best * (sells ? 1 - value : 1 + value);
  const price = onGrid(level, tick, sells ? "down" : "up");
  const before = orderStop[row];
  orderStop[row] = before !== before
    ? price
    : sells
    ? Math.max(before, price)
    : Math.min(before, price);
}

/** Takes the highs and lows of a bar into the best prices of trailing stops, whose levels work from the next bar on. */
export function followTrails(run: RunState, t: number): void {
  if (run.trailing.length === 0) return;
  const { panel, table, ticks } = run;
  const { orderStatus: statuses, orderAsset, orderFrom, orderSide } = table.at;
  run.trailing = run.trailing.filter((row) =>
    statuses[row] === orderStatus.working || statuses[row] === orderStatus.waiting
  );
  for (const row of run.trailing) {
    const asset = orderAsset[row];
    const at = t * panel.assets + asset;
    if (statuses[row] !== orderStatus.working || orderFrom[row] > t) continue;
    if (panel.present[at] !== 1) continue;
    const extras = table.extras(row)!;
    const sells = orderSide[row] < 0;
    const reached = sells ? panel.high[at] : panel.low[at];
    const beats = sells ? reached > extras.best : reached < extras.best;
    if (extras.best !== extras.best || beats) extras.best = reached;
    moveTrail(table, row, ticks[asset]);
  }
}
