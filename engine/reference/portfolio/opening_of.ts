import { fillPrice } from "../costs.ts";
import { entryLevels } from "../levels.ts";
import { roundEntry } from "../lot.ts";
import { stopInForce } from "../stops.ts";
import { riskOf } from "./missing.ts";
import type { LiveOrder } from "./order.ts";
import type { OrderMoment } from "./order_moment.ts";
import { rulesOf } from "./rules_of.ts";
import type { Run } from "./state.ts";

/** Units that the opening leg of an order of which nothing has filled would come to, before costs; `left` without a risk. */
export function openingOf(
  run: Run,
  order: LiveOrder,
  { moment: { base, limit }, left }: { readonly moment: OrderMoment; readonly left: number },
): number {
  const asset = run.assets[order.asset];
  const { account: { position }, market } = asset;
  const { side } = order;
  const risk = riskOf(run, order, base);
  if (risk === undefined || side === 0) return roundEntry(left, market.settings);
  const price = fillPrice(market, { base, direction: side, limit });
  const levels = position?.side === side
    ? { firstStop: stopInForce(position, market)?.level }
    : entryLevels(market, { side, values: rulesOf(run, asset, order), price });
  // What will be refused needs no room.
  if ("refused" in levels || levels.firstStop === undefined) return 0;
  const units = risk / (Math.abs(base - levels.firstStop) * market.multiplier);
  return Number.isFinite(units) ? Math.max(0, roundEntry(units, market.settings)) : 0;
}
