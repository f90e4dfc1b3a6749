import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Trade } from "./account.ts";
import { fits, type Power, reducedQuantity } from "./buying_power.ts";
import { kellyFraction } from "./kelly.ts";
import { roundEntry } from "./lot.ts";
import type { Plan } from "./plan.ts";

/** What an entry is sized with. */
export interface Purchase {
  /** Equity that fractions are of. */
  readonly equity: number;
  readonly signalIndex: number;
  /** Price before slippage. */
  readonly base: number;
  /** The stop that a risk is counted to. */
  readonly stop: number | undefined;
  /** The rows of the trade log when the entry fills. */
  readonly trades: readonly Trade[];
  /** Buying power. */
  readonly available: number;
  /** The price of a fill of this quantity. */
  readonly priceOf: (quantity: number) => number;
}

/** A quantity and whether buying power made it smaller, or why there is none. */
export type Sized =
  | { readonly quantity: number; readonly reduced: boolean }
  | { readonly refused: OrderReason };

/** The quantity of an entry, section 6. */
export function sizeEntry(plan: Plan, purchase: Purchase): Sized {
  const { settings } = plan;
  const raw = rawQuantity(plan, purchase);
  if (!Number.isFinite(raw)) return { refused: "sizeUndefined" };
  if (raw <= 0) return { refused: "sizeTooSmall" };
  const wanted = roundEntry(raw, settings);
  if (wanted <= 0 || wanted < settings.minQuantity) return { refused: "sizeTooSmall" };
  const power: Power = {
    available: purchase.available,
    price: purchase.priceOf(wanted),
    settings,
  };
  if (settings.cashPolicy === "unlimited" || fits(wanted, power)) {
    return { quantity: wanted, reduced: false };
  }
  if (settings.cashPolicy === "reject") return { refused: "buyingPower" };
  const quantity = reducedQuantity(wanted, power);
  return quantity > 0 && quantity >= settings.minQuantity
    ? { quantity, reduced: true }
    : { refused: "buyingPower" };
}

/** The quantity that the strategy asks for, before the lot. */
function rawQuantity({ size }: Plan, purchase: Purchase): number {
  const { equity, signalIndex, base, stop = NaN, trades } = purchase;
  if (size.type === "kelly") return (kellyFraction(size, trades) * equity) / base;
  const value = size.values[signalIndex];
  switch (size.type) {
    case "units":
      return value;
    case "value":
      return value / base;
    case "percentOfEquity":
      return (value * equity) / base;
    case "riskOfEquity":
      return (value * equity) / Math.abs(base - stop);
  }
}
