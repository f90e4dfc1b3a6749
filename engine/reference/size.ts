import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Trade } from "./account.ts";
import { fits, type Power, reducedQuantity } from "./buying_power.ts";
import { kellyFraction } from "./kelly.ts";
import { roundEntry } from "./lot.ts";
import type { Market, Plan } from "./plan.ts";

/** What an entry asks for and what it may cost. */
export interface Purchase {
  /** Wanted quantity before the lot. */
  readonly raw: number;
  /** Buying power. */
  readonly available: number;
  /** The price of a fill of this quantity. */
  readonly priceOf: (quantity: number) => number;
  /** What fills now of the quantity after lot and bounds; left out: all of it. */
  readonly partOf?: ((whole: number) => number) | undefined;
}

/** What a strategy's size reads. */
export interface Sizing {
  /** Equity that fractions are of. */
  readonly equity: number;
  readonly signalIndex: number;
  /** Price before slippage. */
  readonly base: number;
  /** The stop that a risk is counted to. */
  readonly stop: number | undefined;
  /** The rows of the trade log when the entry fills. */
  readonly trades: readonly Trade[];
}

/** A quantity and whether buying power made it smaller, or why there is none. */
export type Sized =
  | { readonly quantity: number; readonly reduced: boolean }
  | { readonly refused: OrderReason };

/** The quantity of an entry after lot, bounds and buying power, section 6. */
export function sizeEntry(plan: Market, { raw, available, priceOf, partOf }: Purchase): Sized {
  const { settings } = plan;
  if (!Number.isFinite(raw)) return { refused: "sizeUndefined" };
  if (raw <= 0) return { refused: "sizeTooSmall" };
  const whole = roundEntry(raw, settings);
  if (whole <= 0 || whole < settings.minQuantity) return { refused: "sizeTooSmall" };
  const wanted = partOf === undefined ? whole : partOf(whole);
  const power: Power = { available, price: priceOf(wanted), market: plan };
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
export function rawQuantity({ size }: Plan, sizing: Sizing): number {
  const { equity, signalIndex, base, stop = NaN, trades } = sizing;
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
