import { signedQuantity } from "../account.ts";
import { roundToLot } from "../lot.ts";
import type { LiveOrder } from "./order.ts";
import type { Asset } from "./state.ts";

/** Signed units that an order still wants at a base price, given what is held now. */
export function missing(order: LiveOrder, asset: Asset, base: number): number {
  const { side, kind, amount, equity, closed } = order;
  const { market } = asset;
  const inLots = (value: number): number => {
    const units = value / (base * market.multiplier);
    return Math.sign(units) * roundToLot(Math.abs(units), market.settings.lot);
  };
  const held = signedQuantity(asset.account);
  switch (kind) {
    case "quantity":
      return side * (amount - closed);
    case "value":
      return side * (inLots(amount) - closed);
    case "targetQuantity":
      return amount - held;
    case "targetValue":
      return inLots(amount) - held;
    case "targetPercent":
      return inLots(amount * equity) - held;
  }
}
