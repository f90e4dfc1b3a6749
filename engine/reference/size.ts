import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Settings } from "../../codegen/define/types.ts";
import { feeOf } from "./costs.ts";
import { roundHalfAway } from "./operators.ts";
import type { Plan } from "./plan.ts";

/** What an entry would buy with. */
export interface Purchase {
  /** Cash before the fill, which is all equity of a flat account. */
  readonly cash: number;
  readonly signalIndex: number;
  /** Price before slippage. */
  readonly base: number;
  /** Price of the fill. */
  readonly price: number;
}

/** A quantity and whether buying power made it smaller, or why there is none. */
export type Sized =
  | { readonly quantity: number; readonly reduced: boolean }
  | { readonly refused: OrderReason };

/** The quantity of an entry from flat, section 6. */
export function sizeEntry(plan: Plan, purchase: Purchase): Sized {
  const raw = rawQuantity(plan, purchase);
  if (!Number.isFinite(raw)) return { refused: "sizeUndefined" };
  if (raw <= 0) return { refused: "sizeTooSmall" };
  const wanted = roundToLot(raw, plan.settings.lot);
  if (wanted <= 0) return { refused: "sizeTooSmall" };
  const policy = plan.settings.cashPolicy;
  if (policy === "unlimited" || fits(wanted, purchase, plan.settings)) {
    return { quantity: wanted, reduced: false };
  }
  if (policy === "reject") return { refused: "buyingPower" };
  const quantity = reducedQuantity(wanted, purchase, plan.settings);
  return quantity > 0 ? { quantity, reduced: true } : { refused: "buyingPower" };
}

/** The quantity that the strategy asks for, before the lot. */
function rawQuantity(plan: Plan, purchase: Purchase): number {
  const value = plan.sizes[purchase.signalIndex];
  switch (plan.sizeType) {
    case "units":
      return value;
    case "value":
      return value / purchase.base;
    case "percentOfEquity":
      return (value * purchase.cash) / purchase.base;
  }
}

/** The largest whole number of lots in a quantity; a quantity a hair below a whole number of lots counts as whole. */
function roundToLot(quantity: number, lot: number): number {
  if (lot === 0) return quantity;
  const lots = quantity / lot;
  let whole = roundHalfAway(lots);
  if (Math.abs(lots - whole) > 1e-9 * Math.max(1, whole)) whole = Math.trunc(lots);
  return whole * lot;
}

/** Whether a quantity is within buying power. */
function fits(quantity: number, purchase: Purchase, settings: Settings): boolean {
  const { price, cash } = purchase;
  const fee = feeOf(quantity, price, settings.commission);
  return quantity * price + settings.leverage * fee <= settings.leverage * cash;
}

/** The largest quantity within buying power, at most the wanted one; NaN or <= 0 where there is none. */
function reducedQuantity(wanted: number, purchase: Purchase, settings: Settings): number {
  const { price } = purchase;
  const { leverage, lot } = settings;
  const { percent, perUnit, perOrder, minimum } = settings.commission;
  const available = leverage * purchase.cash;
  const byFee = (available - leverage * perOrder) /
    (price * (1 + leverage * percent) + leverage * perUnit);
  const byMinimum = (available - leverage * minimum) / price;
  const most = minimum === 0 ? byFee : Math.min(byFee, byMinimum);
  let quantity = roundToLot(Math.min(most, wanted), lot);
  for (let step = 0; step <= 64 && quantity > 0; step++) {
    if (fits(quantity, purchase, settings)) return quantity;
    quantity = quantity - Math.max(lot, quantity * 2 ** -52);
  }
  return NaN;
}
