import type { EntryValues } from "./entry_values.ts";
import { averageAfter } from "./fills.ts";
import { levelsAt, stopLevel } from "./levels.ts";
import type { Market } from "./plan.ts";
import type { Position } from "./position.ts";
import { stopInForce } from "./stops.ts";

/** The average price of a position after an addition, with its rules and levels. */
export type Added = Pick<
  Position,
  "average" | "values" | "levels" | "risk" | "mark" | "trail" | "trails"
>;

/** What an addition makes of a position; rules that come with it take the place of those that the position has. */
export function additionTo(
  position: Position,
  plan: Market,
  { fill, replaces }: {
    readonly fill: { readonly price: number; readonly quantity: number };
    readonly replaces: Partial<EntryValues>;
  },
): Position {
  const { side } = position;
  const average = averageAfter(position, fill);
  const values = { ...position.values, ...replaces };
  const trailed = replaces.trailingStop === undefined ? {} : {
    mark: fill.price,
    trail: stopLevel(plan, { ...replaces.trailingStop, base: fill.price, side }),
    trails: replaces.trailingStop.after === undefined,
  };
  const moved = { ...position, ...trailed, values, average };
  const { stopLoss } = levelsAt(plan, values, moved);
  const isNewRisk = replaces.stopLoss !== undefined || replaces.trailingStop !== undefined;
  const first = stopInForce({ ...moved, levels: { ...moved.levels, stopLoss } }, plan);
  const risk = isNewRisk && first !== undefined ? side * (average - first.level) : position.risk;
  return { ...moved, risk, levels: levelsAt(plan, values, { ...moved, risk }) };
}

/** Whether an addition would put a stop or the target at or beyond its own fill price. */
export function isBeyond(plan: Market, after: Position, price: number): boolean {
  const { side } = after;
  const stops = [after.levels.stopLoss, stopInForce(after, plan)?.level];
  const isBelow = (level: number): boolean => side === 1 ? level < price : level > price;
  const isAbove = (level: number): boolean => side === 1 ? level > price : level < price;
  const target = after.levels.takeProfit;
  return !stops.every((level) => level === undefined || isBelow(level)) ||
    !(target === undefined || isAbove(target));
}
