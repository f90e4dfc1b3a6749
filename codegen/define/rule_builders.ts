import type { LevelInput, RuleInput, SizeInput } from "./rules.ts";
import type { ExpressionInput } from "./scope.ts";

/**
 * Out at a loss: a fraction of the entry price, `{ distance }` in price, or `{ price }` itself.
 *
 * Read at the close of the signal bar; for shorts the level lies above the entry.
 */
export function stopLoss(level: LevelInput): RuleInput {
  return { stopLoss: level };
}

/** Out at a gain: a fraction of the entry price, `{ distance }` in price, or `{ price }` itself. */
export function takeProfit(level: LevelInput): RuleInput {
  return { takeProfit: level };
}

/**
 * Out when the price falls back from its best since the entry: by a fraction, by a `{ distance }`, or below a `{ price }`
 * that is read at every close and never loosens.
 */
export function trailingStop(level: LevelInput): RuleInput {
  return { trailingStop: level };
}

/** Out after this many bars, a whole number >= 1 or a parameter. */
export function timeStop(bars: ExpressionInput): RuleInput {
  return { timeStop: { bars } };
}

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
