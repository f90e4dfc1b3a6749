import type { Shape } from "../program/shape.ts";
import { type Code, js } from "./code.ts";

/** A side of the market as the emitters see it: what mirrors between long and short. */
export interface SideWords {
  readonly isLong: boolean;
  /** Code for +1 or -1. */
  readonly sign: Code;
  /** Towards a loss: below for a long. */
  readonly below: Code;
  readonly atOrBelow: Code;
  /** Towards a gain. */
  readonly above: Code;
  readonly atOrAbove: Code;
  /** Minus for levels on the losing side of a long. */
  readonly minus: Code;
  readonly plus: Code;
  /** The bar's worst and best price for the holder. */
  readonly worst: Code;
  readonly best: Code;
}

/** Long: loses below. */
export const longSide: SideWords = {
  isLong: true,
  sign: js`1`,
  below: js`<`,
  atOrBelow: js`<=`,
  above: js`>`,
  atOrAbove: js`>=`,
  minus: js`-`,
  plus: js`+`,
  worst: js`lo`,
  best: js`hi`,
};

/** Short: loses above. */
export const shortSide: SideWords = {
  isLong: false,
  sign: js`-1`,
  below: js`>`,
  atOrBelow: js`>=`,
  above: js`<`,
  atOrAbove: js`<=`,
  minus: js`+`,
  plus: js`-`,
  worst: js`hi`,
  best: js`lo`,
};

/** The sides of a shape with their words. */
export function sidesOf(shape: Shape): readonly SideWords[] {
  return [...(shape.long ? [longSide] : []), ...(shape.short ? [shortSide] : [])];
}

/** Code for each side there is, chosen at run time by a word of +1 or -1 only where there are two. */
export function bySide(
  shape: Shape,
  word: Code,
  code: (side: SideWords) => Code,
): Code {
  const [first, second] = sidesOf(shape).map(code);
  if (second === undefined) return first;
  if (first.text + second.text === "") return first;
  if (first.text === "") {
    return js`if (${word} < 0) {
      ${second}
    }`;
  }
  if (second.text === "") {
    return js`if (${word} > 0) {
      ${first}
    }`;
  }
  return js`if (${word} > 0) {
      ${first}
    } else {
      ${second}
    }`;
}
