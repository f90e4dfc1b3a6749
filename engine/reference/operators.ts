/**
 * The meaning of each operator that looks at one bar only, over numbers; conditions are 1 and 0.
 *
 * Operators that look back (`lag`, `crossOver`, `rising`, …) are in `evaluate.ts`.
 */
export const operators: ReadonlyMap<string, (...values: readonly number[]) => number> = new Map<
  string,
  (...values: readonly number[]) => number
>([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => b === 0 ? NaN : a / b],
  ["%", (a, b) => a % b],
  ["neg", (a) => -a],
  ["<", (a, b) => truth(a < b)],
  ["<=", (a, b) => truth(a <= b)],
  [">", (a, b) => truth(a > b)],
  [">=", (a, b) => truth(a >= b)],
  ["==", (a, b) => truth(a === b)],
  // `a !== b` would be true for NaN, and every comparison with NaN is false.
  ["!=", (a, b) => truth(a < b || a > b)],
  ["&&", (a, b) => truth(a === 1 && b === 1)],
  ["||", (a, b) => truth(a === 1 || b === 1)],
  ["!", (a) => truth(a !== 1)],
  ["?:", (condition, a, b) => condition === 1 ? a : b],
  ["abs", (a) => Math.abs(a)],
  ["min", (...values) => Math.min(...values)],
  ["max", (...values) => Math.max(...values)],
  ["sqrt", (a) => Math.sqrt(a)],
  ["log", (a) => a <= 0 ? NaN : Math.log(a)],
  ["exp", (a) => Math.exp(a)],
  ["floor", (a) => Math.floor(a)],
  ["round", roundHalfAway],
  ["sign", (a) => Math.sign(a)],
  ["nz", (a, b) => Number.isNaN(a) ? b : a],
  ["isNaN", (a) => truth(Number.isNaN(a))],
  ["between", (a, low, high) => truth(a >= low && a <= high)],
]);

/** Names of the calls that yield a condition; `?:` and `lag` yield what their argument is. */
export const conditionNames: ReadonlySet<string> = new Set([
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "&&",
  "||",
  "!",
  "isNaN",
  "between",
  "crossOver",
  "crossUnder",
  "rising",
  "falling",
  "newDay",
]);

/** The number that stands for a truth value: 1 or 0. */
export function truth(value: boolean): number {
  return value ? 1 : 0;
}

/** The nearest whole number; half away from zero. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}
