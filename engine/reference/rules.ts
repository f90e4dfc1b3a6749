import type { Account, Position } from "./account.ts";
import { exitAtMarket, exitAtTarget } from "./exits.ts";
import { stopInForce, tighter, trailLevel } from "./levels.ts";
import type { Plan, SideSign } from "./plan.ts";

/** Takes the position out at the open where the open is at or beyond a level; the stop is looked at first. */
export function exitIfJumped(account: Account, plan: Plan, t: number): void {
  const position = account.position;
  if (position === undefined) return;
  const open = plan.bars.open[t];
  const stop = stopInForce(position, position.trail?.level);
  const target = position.takeProfit;
  if (stop !== undefined && atStop(open, stop.level, position.side)) {
    exitAtMarket(account, plan, { index: t, base: open, reason: stop.reason });
  } else if (target !== undefined && atTarget(open, target, position.side)) {
    exitAtTarget(account, plan, { index: t, level: target, jumped: true });
  }
}

/** Takes the position out at a level that the bar's range touches; the open has jumped none. */
export function exitIfTouched(account: Account, plan: Plan, t: number): void {
  const position = account.position;
  if (position === undefined) return;
  const { side } = position;
  const { low, high } = plan.bars;
  const stop = stopInForce(position, trailInside(position, plan, t));
  const target = position.takeProfit;
  const stopped = stop !== undefined && atStop(side === 1 ? low[t] : high[t], stop.level, side);
  const reached = target !== undefined && atTarget(side === 1 ? high[t] : low[t], target, side);
  const ambiguous = stopped && reached;
  if (ambiguous) {
    account.ambiguousBars++;
    // The distance is the same whichever level is chosen.
    account.ambiguousStake = account.ambiguousStake +
      Math.abs(target - stop.level) * position.quantity;
  }
  const stopFirst = stopped &&
    !(reached && targetFirst(plan, t, { stop: stop.level, target }));
  if (stopFirst) {
    exitAtMarket(account, plan, { index: t, base: stop.level, reason: stop.reason, ambiguous });
  } else if (reached) {
    exitAtTarget(account, plan, { index: t, level: target, jumped: false, ambiguous });
  }
}

/** Takes bar `t` into the water mark, the trail and the excursions of a position that stands through it. */
export function followBar(position: Position, plan: Plan, t: number): void {
  const { side, trail } = position;
  const best = side === 1 ? plan.bars.high[t] : plan.bars.low[t];
  position.mark = side === 1 ? Math.max(position.mark, best) : Math.min(position.mark, best);
  if (trail === undefined) return;
  const level = trail.form === "price" ? trail.values[t] : trailLevel(trail, position.mark, side);
  if (Number.isFinite(level)) trail.level = tighter(trail.level, level, side);
}

/** The level of the trail inside bar `t`: under `trailTiming: "current"` the bar's own best price counts too. */
function trailInside(position: Position, plan: Plan, t: number): number | undefined {
  const { trail, side } = position;
  if (trail === undefined || trail.form === "price") return trail?.level;
  if (plan.settings.execution.trailTiming === "previous") return trail.level;
  const mark = side === 1
    ? Math.max(position.mark, plan.bars.high[t])
    : Math.min(position.mark, plan.bars.low[t]);
  return tighter(trail.level, trailLevel(trail, mark, side), side);
}

/** Whether `ambiguity` lets the target come before the stop. */
function targetFirst(
  plan: Plan,
  t: number,
  levels: { readonly stop: number; readonly target: number },
): boolean {
  const open = plan.bars.open[t];
  switch (plan.settings.execution.ambiguity) {
    case "stop":
      return false;
    case "target":
      return true;
    case "nearestOpen":
      return Math.abs(open - levels.target) < Math.abs(open - levels.stop);
  }
}

/** Whether a price is at a stop or beyond it. */
function atStop(price: number, level: number, side: SideSign): boolean {
  return side === 1 ? price <= level : price >= level;
}

/** Whether a price is at a target or beyond it. */
function atTarget(price: number, level: number, side: SideSign): boolean {
  return side === 1 ? price >= level : price <= level;
}
