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

/** Double exponential moving average, weight 2 / (n + 1). */
export function dema(x: NumberInput, n: NumberInput): Expression {
  return call("dema", [x, n]);
}

/** Triple exponential moving average, weight 2 / (n + 1). */
export function tema(x: NumberInput, n: NumberInput): Expression {
  return call("tema", [x, n]);
}

/** Hull moving average: follows closely and is smooth. */
export function hma(x: NumberInput, n: NumberInput): Expression {
  return call("hma", [x, n]);
}

/** Kaufman's adaptive moving average: fast where the last n changes went one way. */
export function kama(x: NumberInput, n: NumberInput = 10): Expression {
  return call("kama", [x, n]);
}

/** Population variance of the last n values. */
export function variance(x: NumberInput, n: NumberInput): Expression {
  return call("variance", [x, n]);
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

/** Chande momentum oscillator, -100 to 100. */
export function cmo(x: NumberInput, n: NumberInput = 14): Expression {
  return call("cmo", [x, n]);
}

/** Change over n bars. */
export function momentum(x: NumberInput, n: NumberInput = 10): Expression {
  return call("momentum", [x, n]);
}

/** Rate of change over n bars, in percent. */
export function roc(x: NumberInput, n: NumberInput = 10): Expression {
  return call("roc", [x, n]);
}

/** Change over one bar of a triple exponential average of n bars, in percent. */
export function trix(x: NumberInput, n: NumberInput = 30): Expression {
  return call("trix", [x, n]);
}

/** True range of the bar. */
export function trueRange(): Expression {
  return call("trueRange", []);
}

/** Average true range (Wilder). */
export function atr(n: NumberInput = 14): Expression {
  return call("atr", [n]);
}

/** Average true range in percent of the close. */
export function natr(n: NumberInput = 14): Expression {
  return call("natr", [n]);
}

/** Williams' %R, -100 to 0: how far the close lies below the top of the last n bars. */
export function willr(n: NumberInput = 14): Expression {
  return call("willr", [n]);
}

/** Commodity channel index; a bar costs n steps. */
export function cci(n: NumberInput = 20): Expression {
  return call("cci", [n]);
}

/** Aroon, 0 to 100: how new the highest high and the lowest low of the last n + 1 bars are. */
export function aroon(
  n: NumberInput = 14,
): { readonly up: Expression; readonly down: Expression } {
  const output = (name: string): Expression => call("aroon", [n], name);
  return { up: output("up"), down: output("down") };
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

/** Lengths of {@linkcode ppo}. */
export interface PpoLengths {
  /** Length of the fast average. */
  readonly fast?: NumberInput;
  /** Length of the slow average. */
  readonly slow?: NumberInput;
}

/** Percentage price oscillator; lengths 12 and 26 where left out. */
export function ppo(x: NumberInput, { fast = 12, slow = 26 }: PpoLengths = {}): Expression {
  return call("ppo", [x, fast, slow]);
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

/** Lengths of {@linkcode stochRsi}. */
export interface StochRsiLengths extends StochLengths {
  /** Length of the range, where it is not that of the rsi. */
  readonly m?: NumberInput;
}

/**
 * Stochastic of an rsi of n bars, 0 to 100; lengths 14, 3, 3 where left out, and a range as long as the rsi.
 *
 * TA-Lib's STOCHRSI(x, 14, 5, 3) is `stochRsi(x, { k: 1, m: 5 })`: its fastk is k, its fastd is d.
 */
export function stochRsi(
  x: NumberInput,
  { n = 14, k = 3, d = 3, m = 0 }: StochRsiLengths = {},
): { readonly k: Expression; readonly d: Expression } {
  const output = (name: string): Expression => call("stochRsi", [x, n, k, d, m], name);
  return { k: output("k"), d: output("d") };
}
