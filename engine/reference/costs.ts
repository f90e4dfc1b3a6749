import type { Commission, Slippage } from "../../codegen/define/types.ts";
import type { SideSign } from "./plan.ts";

/** The price of a market fill: the base moved against the trader. `direction` is 1 buying, -1 selling. */
export function slippedPrice(
  base: number,
  direction: SideSign,
  slippage: Slippage,
): number {
  return base + direction * (slippage.percent * base + slippage.fixed);
}

/** The commission of a fill of `quantity` units. */
export function feeOf(quantity: number, price: number, commission: Commission): number {
  const { perOrder, perUnit, percent, minimum } = commission;
  const fee = (perOrder + term(perUnit, quantity)) + term(percent, quantity * price);
  return minimum === 0 ? fee : Math.max(fee, minimum);
}

/** A term of a formula; left out where its setting is 0, whatever the other factor is. */
function term(setting: number, factor: number): number {
  return setting === 0 ? 0 : setting * factor;
}
