import { signedQuantity } from "../account.ts";
import { roundToLot } from "../lot.ts";
import type { LiveOrder } from "./order.ts";
import type { Asset } from "./state.ts";

/** Signed units that an order still wants at a base price, given what is held now. */
export function missing(order: LiveOrder, asset: Asset, base: number): number {
  const { side, kind, amount, equity, closed } = order;
  const { market, account } = asset;
  const inLots = (value: number): number => {
    const units = value / (base * market.multiplier);
    return Math.sign(units) * roundToLot(Math.abs(units), market.settings.lot);
  };
  const held = signedQuantity(account);
  switch (kind) {
    case "quantity":
      return side * (amount - closed);
    case "value":
      return side * (inLots(amount) - closed);
    case "targetQuantity":
      return between(amount, held);
    case "targetValue":
      return between(inLots(amount), held);
    case "targetPercent":
      return between(inLots(amount * equity), held);
  }
}

/** What is missing to a target; the rounding of parts that went out is nothing to trade for. */
function between(target: number, held: number): number {
  const wanted = target - held;
  const isMet = Math.abs(wanted) < 1e-9 * Math.max(Math.abs(target), Math.abs(held));
  return isMet ? 0 : wanted;
}
