import { away, stopLevel, tighter } from "./levels.ts";
import type { Market } from "./plan.ts";
import type { Position } from "./position.ts";

/** A stop and what an exit at it is named. */
export interface Stop {
  readonly level: number;
  readonly reason: "stopLoss" | "breakEven" | "trailingStop";
}

/** The stop in force: the tightest of stopLoss, breakEven and trail; equal ones are named in this order. */
export function stopInForce(
  position: Position,
  plan: Market,
  trail: number | undefined = position.trail,
): Stop | undefined {
  let found: Stop | undefined;
  const look = (level: number | undefined, reason: Stop["reason"]): void => {
    if (level === undefined) return;
    if (found !== undefined && tighter(found.level, level, position.side) === found.level) return;
    found = { level, reason };
  };
  look(position.levels.stopLoss, "stopLoss");
  if (position.breaksEven) look(breakEvenLevel(position, plan), "breakEven");
  if (position.trails) look(trail, "trailingStop");
  return found;
}

/** The stop inside bar `t`: under `trailTiming: "current"` the bar's own best price moves the trail too. */
export function stopInside(position: Position, plan: Market, t: number): Stop | undefined {
  const rule = position.values.trailingStop;
  const isOwn = plan.settings.execution.trailTiming === "current" &&
    !(position.opened === "inside" && position.entryIndex === t);
  if (rule === undefined || position.trail === undefined || rule.form === "price" || !isOwn) {
    return stopInForce(position, plan);
  }
  const { side } = position;
  const mark = side === 1
    ? Math.max(position.mark, plan.bars.high[t])
    : Math.min(position.mark, plan.bars.low[t]);
  const level = stopLevel(plan, { ...rule, base: mark, side });
  return stopInForce(position, plan, tighter(position.trail, level, side));
}

/** The level of break-even on the average price. */
export function breakEvenLevel(position: Position, plan: Market): number | undefined {
  const rule = position.values.breakEven;
  if (rule === undefined) return undefined;
  const { side, average } = position;
  // An offset lies on the side of the gain: a stop that far on the other side of the average.
  return stopLevel(plan, { form: "fraction", value: -rule.offset, base: average, side });
}

/** Whether the water mark of a position has reached a gain. */
export function hasGained(
  position: Position,
  gain: { readonly form: "fraction" | "riskMultiple"; readonly value: number },
): boolean {
  const { side, average, risk, mark } = position;
  const level = away(average, { ...gain, up: side === 1, risk });
  return side === 1 ? mark >= level : mark <= level;
}
