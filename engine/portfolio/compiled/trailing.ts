import { onGrid } from "./price_grid.ts";
import type { OrderTable } from "./order_table.ts";

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

/** Takes the high or low of a bar into the best price of a trailing stop, which works from the next bar on. */
export function followTrail(
  table: OrderTable,
  row: number,
  { high, low, tick }: { readonly high: number; readonly low: number; readonly tick: number },
): void {
  const extras = table.extras(row)!;
  const sells = table.at.orderSide[row] < 0;
  const reached = sells ? high : low;
  const beats = sells ? reached > extras.best : reached < extras.best;
  if (extras.best !== extras.best || beats) extras.best = reached;
  moveTrail(table, row, tick);
}
