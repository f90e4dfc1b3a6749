import type { Shape } from "../../program/shape.ts";
import { type Code, js } from "../code.ts";
import type { Access } from "../names.ts";

/**
 * The market as the holder of a side sees it: what is ahead is a gain, what is behind a loss.
 *
 * One text serves both sides where a shape has two: differences are multiplied by the side, which changes no bit.
 */
export interface View {
  /** Code for +1 or -1. */
  readonly sign: Code;
  readonly above: (a: Code, b: Code) => Code;
  readonly atOrAbove: (a: Code, b: Code) => Code;
  readonly atOrBelow: (a: Code, b: Code) => Code;
  /** The bar's extremes on the side of gains and of losses. */
  readonly ahead: Code;
  readonly behind: Code;
  /** `a` moved by `by` towards a loss, or a gain. */
  readonly back: (a: Code, by: Code) => Code;
  readonly forth: (a: Code, by: Code) => Code;
  /** Beyond every price towards losses, and towards gains. */
  readonly nowhere: Code;
  readonly anywhere: Code;
}

const long: View = {
  sign: js`1`,
  above: (a, b) => js`${a} > ${b}`,
  atOrAbove: (a, b) => js`${a} >= ${b}`,
  atOrBelow: (a, b) => js`${a} <= ${b}`,
  ahead: js`hi`,
  behind: js`lo`,
  back: (a, by) => js`${a} - ${by}`,
  forth: (a, by) => js`${a} + ${by}`,
  nowhere: js`-Infinity`,
  anywhere: js`Infinity`,
};

const short: View = {
  sign: js`-1`,
  above: (a, b) => js`${a} < ${b}`,
  atOrAbove: (a, b) => js`${a} <= ${b}`,
  atOrBelow: (a, b) => js`${a} >= ${b}`,
  ahead: js`lo`,
  behind: js`hi`,
  back: (a, by) => js`${a} + ${by}`,
  forth: (a, by) => js`${a} - ${by}`,
  nowhere: js`Infinity`,
  anywhere: js`-Infinity`,
};

/** The view of whoever holds the position, or of the order in a direction. */
export function viewOf({ long: buys, short: sells }: Shape, sign: Code): View {
  if (!(buys && sells)) return buys ? long : short;
  return {
    sign,
    above: (a, b) => js`(${a} - ${term(b)}) * ${sign} > 0`,
    atOrAbove: (a, b) => js`(${a} - ${term(b)}) * ${sign} >= 0`,
    atOrBelow: (a, b) => js`(${a} - ${term(b)}) * ${sign} <= 0`,
    ahead: js`(${sign} > 0 ? hi : lo)`,
    behind: js`(${sign} > 0 ? lo : hi)`,
    back: (a, by) => js`${a} - ${sign} * ${term(by)}`,
    forth: (a, by) => js`${a} + ${sign} * ${term(by)}`,
    nowhere: js`-${sign} * Infinity`,
    anywhere: js`${sign} * Infinity`,
  };
}

/** Code that may stand after any operator. */
function term(code: Code): Code {
  return /^[\w.]+(\[[^\]]*\])?$/.test(code.text) ? code : js`(${code})`;
}

/** The view of the holder. */
export function holderOf(shape: Shape, at: Access): View {
  return viewOf(shape, at.side);
}
