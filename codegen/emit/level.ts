import type { LevelForm } from "../define/types.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, join, js, lines, when } from "./code.ts";
import type { Access } from "./names.ts";
import { refuse } from "./size.ts";

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

/** Code for each side there is, chosen at run time by a condition only where there are two. */
export function bySide(
  shape: Shape,
  isLong: Code,
  code: (side: SideWords) => Code,
): Code {
  const [first, second] = sidesOf(shape).map(code);
  if (second === undefined) return first;
  return js`if (${isLong}) {
      ${first}
    } else {
      ${second}
    }`;
}

/** The level at a fraction of, or a distance from, an anchor; or the price itself. */
function levelFrom(
  form: LevelForm,
  { anchor, by, sign }: Record<"anchor" | "by" | "sign", Code>,
): Code {
  if (form === "price") return by;
  return form === "fraction" ? js`${anchor} * (1 ${sign} ${by})` : js`${anchor} ${sign} ${by}`;
}

/** Values wanted by the entry's levels, as code. */
export interface WantedLevels {
  readonly stop: Code;
  readonly target: Code;
  readonly trail: Code;
}

/** The first levels of a position filled at `fill`; refuses it if one is undefined or on the wrong side. */
export function emitLevels(wanted: WantedLevels, isLong: Code, shape: Shape): Code {
  const rules = [
    ...(shape.stop ? [{ word: js`newStop`, form: shape.stop, by: wanted.stop, gain: false }] : []),
    ...(shape.take
      ? [{ word: js`newTarget`, form: shape.take, by: wanted.target, gain: true }]
      : []),
    ...(shape.trail
      ? [{ word: js`newTrail`, form: shape.trail, by: wanted.trail, gain: false }]
      : []),
  ];
  if (rules.length === 0) return js``;
  const two = shape.long && shape.short;
  const declare = two ? js`` : js`let `;
  const set = bySide(
    shape,
    isLong,
    ({ minus, plus }) =>
      lines(rules.map(({ word, form, by, gain }) => {
        const level = levelFrom(form, { anchor: js`fill`, by, sign: gain ? plus : minus });
        return js`${declare}${word} = ${level};`;
      })),
  );
  const words = rules.map(({ word }) => word);
  const bad = bySide(shape, isLong, ({ atOrAbove, atOrBelow }) => {
    const wrong = rules.map(({ word, gain }) => js`${word} ${gain ? atOrBelow : atOrAbove} fill`);
    return js`if (${join(wrong, js` || `)}) ${refuse("levelBeyondEntry")}`;
  });
  return js`// Levels
    ${when(two, () => js`let ${join(words.map((word) => js`${word} = 0`), js`, `)};`)}
    ${set}
    if (${join(words.map((word) => js`${word} - ${word} !== 0`), js` || `)}) ${
    refuse("levelUndefined")
  }
    ${bad}`;
}

/** The level of a trail that follows a price: `mark*(1-f)` or `mark-d`, with `trailBy` kept from the entry. */
export function trailFrom(mark: Code, side: SideWords, shape: Shape, at: Access): Code {
  return shape.trail === "fraction"
    ? js`${mark} * ${at.trailBy}`
    : js`${mark} ${side.minus} ${at.trailBy}`;
}

/** Whether the trail follows the water mark (not a price expression). */
export function followsMark(shape: Shape): boolean {
  return shape.trail === "fraction" || shape.trail === "distance";
}

/** The stop in force and its name where there is a stop or a trail. */
export function hasStop(shape: Shape): boolean {
  return shape.stop !== undefined || shape.trail !== undefined;
}

/** Code for the stop in force: the nearer of stop and trail. */
export function stopInForce(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.stop !== undefined && shape.trail !== undefined) {
    return js`${at.trail} ${side.above} ${at.stop} ? ${at.trail} : ${at.stop}`;
  }
  return shape.trail === undefined ? at.stop : at.trail;
}
