import type { Commission } from "../../codegen/define/types.ts";
import { onGrid } from "./grid.ts";
import type { Market, SideSign } from "./plan.ts";

/** A fill whose price is wanted. */
export interface Pricing {
  readonly base: number;
  /** 1 buying, -1 selling. */
  readonly direction: SideSign;
  /** The limit of a limit order, which the price never passes. */
  readonly limit?: number | undefined;
  /** What it takes of the bar's volume; left out where impact does not count. */
  readonly share?: number | undefined;
}

/** The price of a fill: the base moved against the trader, then put on the grid against the trader. */
export function fillPrice(plan: Market, { base, direction, limit, share }: Pricing): number {
  const { percent, fixed, spread, ticks, impact } = plan.settings.slippage;
  const { tick } = plan.settings;
  let distance = ((term(percent, base) + spread / 2) + fixed) + term(ticks, tick);
  if (impact > 0 && share !== undefined) distance = distance + impact * (share * share) * base;
  const slipped = within(base + direction * distance, limit, direction);
  return within(onGrid(slipped, tick, direction === 1 ? "up" : "down"), limit, direction);
}

/** Whether orders cannot fill on a bar because it has no volume to measure them by. */
export function isWithoutVolume(plan: Market, t: number): boolean {
  const asksFor = plan.settings.slippage.impact > 0 || plan.participation > 0;
  return asksFor && !(plan.bars.volume[t] > 0);
}

/** The commission of a fill of `quantity` units. */
export function feeOf(quantity: number, price: number, plan: Market): number {
  const { commission } = plan.settings;
  const { perOrder, perUnit, minimum, maximum } = commission;
  const value = quantity * price * plan.multiplier;
  const fee = (perOrder + term(perUnit, quantity)) + term(rateOf(value, commission), value);
  const least = minimum === 0 ? fee : Math.max(fee, minimum);
  return maximum === 0 ? least : Math.min(least, maximum);
}

/** The fraction that a fill of this value pays. */
function rateOf(value: number, { percent, tiers }: Commission): number {
  if (tiers.length === 0) return percent;
  return (tiers.find(({ upTo }) => value <= upTo) ?? tiers[tiers.length - 1]).percent;
}

/** A price no worse than the limit. */
function within(price: number, limit: number | undefined, direction: SideSign): number {
  if (limit === undefined) return price;
  return direction === 1 ? Math.min(price, limit) : Math.max(price, limit);
}

/** A term of a formula; left out where its setting is 0, whatever the other factor is. */
function term(setting: number, factor: number): number {
  return setting === 0 ? 0 : setting * factor;
}
