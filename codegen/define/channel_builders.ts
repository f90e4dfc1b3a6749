import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** The outputs of a channel: a line, and what lies above and below it. */
export interface Channel {
  /** The line above. */
  readonly upper: Expression;
  /** The line in the middle. */
  readonly middle: Expression;
  /** The line below. */
  readonly lower: Expression;
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
): Channel {
  return channel("bbands", [x, n, k]);
}

/** Donchian channel: highest high and lowest low of the last n bars, this one included, and their middle. */
export function donchian(n: NumberInput = 20): Channel {
  return channel("donchian", [n]);
}

/** Lengths and width of {@linkcode keltner}. */
export interface KeltnerOptions {
  /** Length of the close's average. */
  readonly n?: NumberInput;
  /** Width in average true ranges. */
  readonly k?: NumberInput;
  /** Length of the average true range. */
  readonly m?: NumberInput;
}

/** Keltner channel; an ema of 20 bars and 2 average true ranges of 10 where left out. */
export function keltner({ n = 20, k = 2, m = 10 }: KeltnerOptions = {}): Channel {
  return channel("keltner", [n, k, m]);
}

function channel(name: string, args: readonly NumberInput[]): Channel {
  const output = (line: string): Expression => call(name, args, line);
  return { upper: output("upper"), middle: output("middle"), lower: output("lower") };
}
