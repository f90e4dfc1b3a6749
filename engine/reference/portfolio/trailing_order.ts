import { stopLevel, tighter } from "../levels.ts";
import type { LiveOrder } from "./order.ts";
import { barAt, type Run } from "./state.ts";

/** Step 6 of a trailing-stop order: takes bar `t` into its best price and moves its level, which works from the next bar on. */
export function followOrder(run: Run, order: LiveOrder, t: number): void {
  const asset = run.assets[order.asset];
  const k = barAt(asset, t);
  if (order.type !== "trailingStop" || order.status !== "working") return;
  if (order.from > t || order.queued || k === undefined) return;
  const { high, low } = asset.market.bars;
  const best = order.side === -1 ? high[k] : low[k];
  const beats = order.side === -1 ? best > order.best : best < order.best;
  if (Number.isNaN(order.best) || beats) order.best = best;
  moveTrail(run, order);
}

/** Puts the level of a trailing stop behind its best price, on the grid, unless it would loosen. */
export function moveTrail(run: Run, order: LiveOrder): void {
  const { trail, best, side } = order;
  if (trail === undefined || side === 0 || Number.isNaN(best)) return;
  // A sell protects a long position: its level lies below the best price, as the stop of a long.
  const protects = side === -1 ? 1 : -1;
  const { market } = run.assets[order.asset];
  const level = stopLevel(market, { ...trail, base: best, side: protects });
  const price = Number.isNaN(order.stop) ? level : tighter(order.stop, level, protects);
  order.stop = price;
  order.resting = { type: "stop", price, limit: price, lastIndex: Infinity };
}
