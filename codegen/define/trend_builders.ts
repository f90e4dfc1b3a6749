import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** The outputs of {@linkcode adx}, each 0 to 100. */
export interface DirectionalIndex {
  /** Average of `dx`. */
  readonly adx: Expression;
  /** Movement up in percent of the true range. */
  readonly plusDi: Expression;
  /** Movement down in percent of the true range. */
  readonly minusDi: Expression;
  /** Difference of both in percent of their sum. */
  readonly dx: Expression;
}

/** Average directional index (Wilder): how one-sided the movement is, whichever way. */
export function adx(n: NumberInput = 14): DirectionalIndex {
  const output = (name: string): Expression => call("adx", [n], name);
  return {
    adx: output("adx"),
    plusDi: output("plusDi"),
    minusDi: output("minusDi"),
    dx: output("dx"),
  };
}

/** Lengths of {@linkcode ultimate}. */
export interface UltimateLengths {
  /** Length of the span that weighs 4. */
  readonly short?: NumberInput;
  /** Length of the span that weighs 2. */
  readonly medium?: NumberInput;
  /** Length of the span that weighs 1. */
  readonly long?: NumberInput;
}

/** Ultimate oscillator, 0 to 100: buying pressure over three spans; lengths 7, 14, 28 where left out. */
export function ultimate(
  { short = 7, medium = 14, long = 28 }: UltimateLengths = {},
): Expression {
  return call("ultimate", [short, medium, long]);
}

/** How fast {@linkcode psar} closes in. */
export interface PsarOptions {
  /** Share of the distance to the extreme that is closed on a bar, and what each new extreme adds to it. */
  readonly step?: NumberInput;
  /** Largest share. */
  readonly max?: NumberInput;
}

/** Parabolic stop and reverse (Wilder); 0.02 and 0.2 where left out. */
export function psar({ step = 0.02, max = 0.2 }: PsarOptions = {}): Expression {
  return call("psar", [step, max]);
}

/** Length and width of {@linkcode supertrend}. */
export interface SupertrendOptions {
  /** Length of the average true range. */
  readonly n?: NumberInput;
  /** Distance from the middle of the bar in average true ranges. */
  readonly k?: NumberInput;
}

/** Supertrend: a line that follows the trend, and 1 while it is below the price, -1 while above; 10 and 3 where left out. */
export function supertrend(
  { n = 10, k = 3 }: SupertrendOptions = {},
): { readonly line: Expression; readonly direction: Expression } {
  const output = (name: string): Expression => call("supertrend", [n, k], name);
  return { line: output("line"), direction: output("direction") };
}

/** The prices of {@linkcode heikinAshi}. */
export interface HeikinAshiBar {
  /** Middle of the body before. */
  readonly open: Expression;
  /** Highest of the bar's high and this open and close. */
  readonly high: Expression;
  /** Lowest of the bar's low and this open and close. */
  readonly low: Expression;
  /** Mean of the bar's four prices. */
  readonly close: Expression;
}

/** Heikin-Ashi bars: for signals; orders fill at real prices. */
export function heikinAshi(): HeikinAshiBar {
  const output = (name: string): Expression => call("heikinAshi", [], name);
  return {
    open: output("open"),
    high: output("high"),
    low: output("low"),
    close: output("close"),
  };
}
