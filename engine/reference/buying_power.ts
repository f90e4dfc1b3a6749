import type { Commission } from "../../codegen/define/types.ts";
import { feeOf } from "./costs.ts";
import { roundEntry } from "./lot.ts";
import type { Market } from "./plan.ts";

/** What a quantity has to fit into. */
export interface Power {
  /** A: the value that may be bought or sold, commission taken `leverage` times. */
  readonly available: number;
  /** Fill price. */
  readonly price: number;
  readonly market: Market;
}

/** Whether a quantity is within buying power. */
export function fits(quantity: number, { available, price, market }: Power): boolean {
  const fee = feeOf(quantity, price, market);
  return quantity * price * market.multiplier + market.settings.leverage * fee <= available;
}

/** The largest quantity within buying power, at most the wanted one; NaN or <= 0 where there is none. */
export function reducedQuantity(wanted: number, power: Power): number {
  const { settings } = power.market;
  let quantity = roundEntry(Math.min(mostByTier(power), wanted), settings);
  for (let step = 0; step <= 64 && quantity > 0; step++) {
    if (fits(quantity, power)) return quantity;
    quantity = quantity - Math.max(settings.lot, quantity * 2 ** -52);
  }
  return NaN;
}

/** What fits at the rate of the tier that it falls into; tiers are tried from the last to the first. */
function mostByTier(power: Power): number {
  const { commission } = power.market.settings;
  const price = unitValue(power);
  const { tiers } = commission;
  if (tiers.length === 0) return mostAtRate(commission.percent, power);
  for (let tier = tiers.length - 1; tier > 0; tier--) {
    const most = cutToTier(mostAtRate(tiers[tier].percent, power), tier, power);
    if (most * price > tiers[tier - 1].upTo) return most;
  }
  return cutToTier(mostAtRate(tiers[0].percent, power), 0, power);
}

/** The last tier has no end: what is beyond its `upTo` pays its rate. */
function cutToTier(quantity: number, tier: number, power: Power): number {
  const { tiers } = power.market.settings.commission;
  if (tier === tiers.length - 1) return quantity;
  return Math.min(quantity, tiers[tier].upTo / unitValue(power));
}

/** What fits at one rate, with the minimum and maximum of a commission. */
function mostAtRate(percent: Commission["percent"], power: Power): number {
  const { available, market: { settings: { leverage, commission } } } = power;
  const price = unitValue(power);
  const { perUnit, perOrder, minimum, maximum } = commission;
  const byFee = (available - leverage * perOrder) /
    (price * (1 + leverage * percent) + leverage * perUnit);
  const least = minimum === 0 ? byFee : Math.min(byFee, (available - leverage * minimum) / price);
  return maximum === 0 ? least : Math.max(least, (available - leverage * maximum) / price);
}

/** The value of one unit at the fill price. */
function unitValue({ price, market }: Power): number {
  return price * market.multiplier;
}
