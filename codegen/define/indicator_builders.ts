import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** Simple moving average of the last n values. */
export function sma(x: NumberInput, n: NumberInput): Expression {
  return call("sma", [x, n]);
}

/** Exponential moving average, weight 2 / (n + 1). */
export function ema(x: NumberInput, n: NumberInput): Expression {
  return call("ema", [x, n]);
}

/** Linearly weighted moving average of the last n values. */
export function wma(x: NumberInput, n: NumberInput): Expression {
  return call("wma", [x, n]);
}

/** Wilder's moving average, weight 1 / n. */
export function rma(x: NumberInput, n: NumberInput): Expression {
  return call("rma", [x, n]);
}

/** Population standard deviation of the last n values. */
export function stdev(x: NumberInput, n: NumberInput): Expression {
  return call("stdev", [x, n]);
}

/** Highest of the last n values. */
export function highest(x: NumberInput, n: NumberInput): Expression {
  return call("highest", [x, n]);
}

/** Lowest of the last n values. */
export function lowest(x: NumberInput, n: NumberInput): Expression {
  return call("lowest", [x, n]);
}

/** Distance from the simple mean in population standard deviations. */
export function zscore(x: NumberInput, n: NumberInput): Expression {
  return call("zscore", [x, n]);
}

/** Relative strength index, 0 to 100 (Wilder). */
export function rsi(x: NumberInput, n: NumberInput = 14): Expression {
  return call("rsi", [x, n]);
}

/** Rate of change over n bars, in percent. */
export function roc(x: NumberInput, n: NumberInput = 10): Expression {
  return call("roc", [x, n]);
}

/** True range of the bar. */
export function trueRange(): Expression {
  return call("trueRange", []);
}

/** Average true range (Wilder). */
export function atr(n: NumberInput = 14): Expression {
  return call("atr", [n]);
}

/** Lengths of {@linkcode macd}. */
export interface MacdLengths {
  /** Length of the fast average. */
  readonly fast?: NumberInput;
  /** Length of the slow average. */
  readonly slow?: NumberInput;
  /** Length of the signal's average. */
  readonly signal?: NumberInput;
}

/** Moving average convergence divergence; lengths 12, 26, 9 where left out. */
export function macd(
  x: NumberInput,
  { fast = 12, slow = 26, signal = 9 }: MacdLengths = {},
): { readonly line: Expression; readonly signal: Expression; readonly histogram: Expression } {
  const output = (name: string): Expression => call("macd", [x, fast, slow, signal], name);
  return { line: output("line"), signal: output("signal"), histogram: output("histogram") };
}

/** Length and width of {@linkcode bbands}. */
export interface BandOptions {
  /** Length. */
  readonly n?: NumberInput;
  /** Width in standard deviations. */
  readonly k?: NumberInput;
}

/** Bollinger bands; 20 bars and 2 standard deviations where left out. */
export function bbands(
  x: NumberInput,
  { n = 20, k = 2 }: BandOptions = {},
): { readonly upper: Expression; readonly middle: Expression; readonly lower: Expression } {
  const output = (name: string): Expression => call("bbands", [x, n, k], name);
  return { upper: output("upper"), middle: output("middle"), lower: output("lower") };
}

/** Lengths of {@linkcode stoch}. */
export interface StochLengths {
  /** Length of the range. */
  readonly n?: NumberInput;
  /** Length of the first average. */
  readonly k?: NumberInput;
  /** Length of the second average. */
  readonly d?: NumberInput;
}

/** Slow stochastic of the bars; lengths 14, 3, 3 where left out. */
export function stoch(
  { n = 14, k = 3, d = 3 }: StochLengths = {},
): { readonly k: Expression; readonly d: Expression } {
  const output = (name: string): Expression => call("stoch", [n, k, d], name);
  return { k: output("k"), d: output("d") };
}
