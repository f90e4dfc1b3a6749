import { averageAfter } from "./fills.ts";
import { levelsAt } from "./levels.ts";
import type { Plan } from "./plan.ts";
import type { Position } from "./position.ts";
import { stopInForce } from "./stops.ts";

/** Whether an addition would put a stop or the target at or beyond its own fill price. */
export function isBeyond(
  plan: Plan,
  position: Position,
  fill: { readonly price: number; readonly quantity: number },
): boolean {
  const { side } = position;
  const average = averageAfter(position, fill);
  const after = {
    ...position,
    average,
    levels: levelsAt(plan, position.values, { ...position, average }),
  };
  const stops = [after.levels.stopLoss, stopInForce(after, plan)?.level];
  const isBelow = (level: number): boolean => side === 1 ? level < fill.price : level > fill.price;
  const isAbove = (level: number): boolean => side === 1 ? level > fill.price : level < fill.price;
  const target = after.levels.takeProfit;
  return !stops.every((level) => level === undefined || isBelow(level)) ||
    !(target === undefined || isAbove(target));
}
