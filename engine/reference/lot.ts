import type { Settings } from "../../codegen/define/types.ts";
import { roundHalfAway } from "./operators.ts";

/** The largest whole number of lots in a quantity; a quantity a hair below a whole number of lots counts as whole. */
export function roundToLot(quantity: number, lot: number): number {
  if (lot === 0) return quantity;
  const lots = quantity / lot;
  let whole = roundHalfAway(lots);
  if (Math.abs(lots - whole) > 1e-9 * Math.max(1, whole)) whole = Math.trunc(lots);
  return whole * lot;
}

/** The quantity of an entry in whole lots, at most `maxQuantity`. */
export function roundEntry(quantity: number, { lot, maxQuantity }: Settings): number {
  const rounded = roundToLot(quantity, lot);
  return maxQuantity > 0 && rounded > maxQuantity ? roundToLot(maxQuantity, lot) : rounded;
}
