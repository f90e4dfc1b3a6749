import type { ExpressionInput } from "./scope.ts";
import type { KellyInput, SizeInput, VolatilityInput } from "./sizes.ts";

/** This many units at each entry. */
export function units(quantity: ExpressionInput): SizeInput {
  return { units: quantity };
}

/** Units worth this much at each entry, account currency. */
export function value(amount: ExpressionInput): SizeInput {
  return { value: amount };
}

/** Units worth this fraction of equity at each entry. */
export function percentOfEquity(fraction: ExpressionInput): SizeInput {
  return { percentOfEquity: fraction };
}

/**
 * Units that lose this fraction of equity if the stop is hit; needs a stopLoss or a trailingStop without `after`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const size = riskOfEquity(0.01);
 * const made = strategy({ name: "up", long: { enter: true }, risk: [{ stopLoss: 0.05 }], size });
 * assertEquals(made.size.type, "riskOfEquity");
 * ```
 */
export function riskOfEquity(fraction: ExpressionInput): SizeInput {
  return { riskOfEquity: fraction };
}

/**
 * Units worth the fraction of equity whose volatility is the target, by the returns of the last `window` bars.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const size = volatilityTarget({ target: 0.15, window: 20 });
 * assertEquals(strategy({ name: "up", long: { enter: true }, size }).size.type, "volatilityTarget");
 * ```
 */
export function volatilityTarget(target: VolatilityInput): SizeInput {
  return { volatilityTarget: target };
}

/**
 * Units worth a part of what Kelly's formula makes of the trades so far; `least` until there are enough of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const size = kelly({ fraction: 0.5, least: 0.1 });
 * assertEquals(strategy({ name: "up", long: { enter: true }, size }).size.type, "kelly");
 * ```
 */
export function kelly(formula: KellyInput): SizeInput {
  return { kelly: formula };
}
