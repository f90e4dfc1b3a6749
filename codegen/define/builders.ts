import type { Call, ColumnFill, Expression } from "./expression.ts";

/** A number for a builder: an expression or a plain number. */
export type NumberInput = Expression | number;
/** A condition for a builder: an expression or a plain truth value. */
export type ConditionInput = Expression | boolean;

/** A call node of any function of the registry; checked when a strategy is made. */
export function call(
  name: string,
  args: readonly (NumberInput | ConditionInput)[],
  output?: string,
): Call {
  const given = args.map((arg) =>
    typeof arg === "number"
      ? Object.freeze({ tag: "number" as const, value: arg })
      : typeof arg === "boolean"
      ? Object.freeze({ tag: "boolean" as const, value: arg })
      : arg
  );
  const named = output === undefined ? {} : { output };
  return Object.freeze({ tag: "call", name, args: Object.freeze(given), ...named });
}

/**
 * A column of the bars by its name, a user's own too; or with a function a custom one, for what the language lacks.
 *
 * A strategy with a custom column runs in every mode but has no JSON form, and its hash ends in `+code`: it covers the
 * name and not the function.
 *
 * @param fill Fills `out[from]` to `out[to - 1]`, each from its own bar and those before it only; called once a run.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { backtest, barsFrom, column, gt } from "../../mod.ts";
 * const records = column("records", ({ close }, out, from, to) => {
 *   let best = 0;
 *   let count = 0;
 *   for (let t = from; t < to; t++) {
 *     if (close[t] > best) count++;
 *     best = Math.max(best, close[t]);
 *     out[t] = count;
 *   }
 * });
 * const bars = barsFrom({ time: [0, 1, 2, 3], close: [10, 11, 12, 12] }, { priceOnly: true });
 * const third = { name: "third record", long: { enter: gt(records, 2) }, size: { units: 1 } };
 * assertEquals(backtest(third, bars).trades[0].entryPrice, 12);
 * ```
 */
export function column(name: string, fill?: ColumnFill): Expression {
  if (fill === undefined) return Object.freeze({ tag: "column", name });
  return Object.freeze({ tag: "custom", name, fill });
}

/** The bar's opening price. */
export const open: Expression = column("open");
/** The bar's highest price. */
export const high: Expression = column("high");
/** The bar's lowest price. */
export const low: Expression = column("low");
/** The bar's closing price. */
export const close: Expression = column("close");
/** The bar's traded volume; NaN where unknown. */
export const volume: Expression = column("volume");

/** Sum. */
export function add(a: NumberInput, b: NumberInput): Expression {
  return call("+", [a, b]);
}

/** Difference. */
export function sub(a: NumberInput, b: NumberInput): Expression {
  return call("-", [a, b]);
}

/** Product. */
export function mul(a: NumberInput, b: NumberInput): Expression {
  return call("*", [a, b]);
}

/** Quotient; NaN where b is 0. */
export function div(a: NumberInput, b: NumberInput): Expression {
  return call("/", [a, b]);
}

/** Remainder with the sign of a; NaN where b is 0. */
export function mod(a: NumberInput, b: NumberInput): Expression {
  return call("%", [a, b]);
}

/** Negative. */
export function neg(x: NumberInput): Expression {
  return call("neg", [x]);
}

/** Whether a is less than b. */
export function lt(a: NumberInput, b: NumberInput): Expression {
  return call("<", [a, b]);
}

/** Whether a is less than or equal to b. */
export function le(a: NumberInput, b: NumberInput): Expression {
  return call("<=", [a, b]);
}

/** Whether a is greater than b. */
export function gt(a: NumberInput, b: NumberInput): Expression {
  return call(">", [a, b]);
}

/** Whether a is greater than or equal to b. */
export function ge(a: NumberInput, b: NumberInput): Expression {
  return call(">=", [a, b]);
}

/** Whether a equals b. */
export function eq(a: NumberInput, b: NumberInput): Expression {
  return call("==", [a, b]);
}

/** Whether a differs from b; false where either is NaN. */
export function ne(a: NumberInput, b: NumberInput): Expression {
  return call("!=", [a, b]);
}

/** Both conditions. */
export function and(p: ConditionInput, q: ConditionInput): Expression {
  return call("&&", [p, q]);
}

/** At least one of the conditions. */
export function or(p: ConditionInput, q: ConditionInput): Expression {
  return call("||", [p, q]);
}

/** The condition's opposite. */
export function not(p: ConditionInput): Expression {
  return call("!", [p]);
}

/** `a` where the condition holds, else `b`; both numbers or both conditions. */
export function ifElse(
  p: ConditionInput,
  a: NumberInput | ConditionInput,
  b: NumberInput | ConditionInput,
): Expression {
  return call("?:", [p, a, b]);
}

/** The value k bars ago; k is a whole number >= 0 or a parameter. */
export function lag(x: NumberInput, k: NumberInput = 1): Expression {
  return call("lag", [x, k]);
}

/** Absolute value. */
export function abs(x: NumberInput): Expression {
  return call("abs", [x]);
}

/** The smaller; NaN if either is. */
export function min(a: NumberInput, b: NumberInput): Expression {
  return call("min", [a, b]);
}

/** The larger; NaN if either is. */
export function max(a: NumberInput, b: NumberInput): Expression {
  return call("max", [a, b]);
}

/** Square root; NaN below 0. */
export function sqrt(x: NumberInput): Expression {
  return call("sqrt", [x]);
}

/** Natural logarithm; NaN at and below 0. */
export function log(x: NumberInput): Expression {
  return call("log", [x]);
}

/** Power of e. */
export function exp(x: NumberInput): Expression {
  return call("exp", [x]);
}

/** Largest whole number not above. */
export function floor(x: NumberInput): Expression {
  return call("floor", [x]);
}

/** Nearest whole number, halves away from zero. */
export function round(x: NumberInput): Expression {
  return call("round", [x]);
}

/** -1, 0 or 1. */
export function sign(x: NumberInput): Expression {
  return call("sign", [x]);
}

/** Whether a is above b and was not one bar ago. */
export function crossOver(a: NumberInput, b: NumberInput): Expression {
  return call("crossOver", [a, b]);
}

/** Whether a is below b and was not one bar ago. */
export function crossUnder(a: NumberInput, b: NumberInput): Expression {
  return call("crossUnder", [a, b]);
}

/** Whether there is no value. */
export function isNaN(x: NumberInput): Expression {
  return call("isNaN", [x]);
}

/** Whether low <= x <= high. */
export function between(x: NumberInput, low: NumberInput, high: NumberInput): Expression {
  return call("between", [x, low, high]);
}

/** Whether x rose on each of the last k bars. */
export function rising(x: NumberInput, k: NumberInput = 1): Expression {
  return call("rising", [x, k]);
}

/** Whether x fell on each of the last k bars. */
export function falling(x: NumberInput, k: NumberInput = 1): Expression {
  return call("falling", [x, k]);
}

/** y where x is NaN. */
export function nz(x: NumberInput, y: NumberInput = 0): Expression {
  return call("nz", [x, y]);
}
