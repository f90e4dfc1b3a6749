import { isHeldWhole, takeIn } from "./excursions.ts";
import { stopLevel, tighter } from "./levels.ts";
import type { Market } from "./plan.ts";
import type { Position } from "./position.ts";
import { hasGained } from "./stops.ts";

/** Step 6: takes bar `t` into the water mark, the trail and the excursions, then looks at gains that bring stops. */
export function followBar(position: Position, plan: Market, t: number): void {
  const { side, values } = position;
  const { high, low, close } = plan.bars;
  const ownBest = side === 1 ? high[t] : low[t];
  const best = isHeldWhole(position, t) ? ownBest : close[t];
  position.mark = side === 1 ? Math.max(position.mark, best) : Math.min(position.mark, best);
  moveTrail(position, plan, t);
  takeIn(position, plan, t);
  const after = values.trailingStop?.after;
  if (after !== undefined && hasGained(position, after)) position.trails = true;
  if (values.breakEven !== undefined && hasGained(position, values.breakEven.after)) {
    position.breaksEven = true;
  }
}

/** Moves the trail to the level of the water mark, or to the value of its price form, if that is tighter. */
function moveTrail(position: Position, plan: Market, t: number): void {
  const { side, mark, trail } = position;
  const rule = position.values.trailingStop;
  if (rule === undefined || trail === undefined) return;
  const value = rule.form === "price" ? position.values.trailPrices?.[t] ?? NaN : rule.value;
  const level = stopLevel(plan, { form: rule.form, value, base: mark, side });
  if (Number.isFinite(level)) position.trail = tighter(trail, level, side);
}
