import type { LevelShape, Shape } from "../program/shape.ts";
import { type Code, join, js, lines, name, when } from "./code.ts";
import { toGrid } from "./cost.ts";
import type { Access } from "./names.ts";
import { bySide, type SideWords } from "./side.ts";
import { refuse } from "./size.ts";

/** The level at a fraction of, or a distance from, an anchor; or the price itself. */
export function levelFrom(
  form: LevelShape,
  { anchor, by, sign, risk = js`newRisk` }:
    & Record<"anchor" | "by" | "sign", Code>
    & { readonly risk?: Code },
): Code {
  if (form === "price") return by;
  if (form === "riskMultiple") return js`${anchor} ${sign} ${by} * ${risk}`;
  return form === "fraction" ? js`${anchor} * (1 ${sign} ${by})` : js`${anchor} ${sign} ${by}`;
}

/** Values wanted by the entry's levels, as code. */
export interface WantedLevels {
  readonly stop: Code;
  readonly target: Code;
  readonly trail: Code;
  /** Values of the rules that begin with a gain, where there are such. */
  readonly gains: Partial<Record<"trailAfter" | "evenAfter" | "evenOffset", Code>>;
}

/** Whether anything is measured in multiples of the risk taken at the entry. */
export function needsRisk({ take, trailAfter, breakEven, scaleOut }: Shape): boolean {
  return [take, trailAfter, breakEven, scaleOut?.form].includes("riskMultiple");
}

/** Whether the risk taken at the entry is read after it too. */
export function keepsRisk({ take, trailAfter, breakEven, scaleOut, pyramid }: Shape): boolean {
  return [pyramid ? take : undefined, trailAfter, breakEven, scaleOut?.form]
    .includes("riskMultiple");
}

/** Code for the stop that is in force first, from the new levels. */
export function firstStop(side: SideWords, shape: Shape): Code {
  const trails = shape.trail !== undefined && shape.trailAfter === undefined;
  if (shape.stop !== undefined && trails) {
    return js`(newTrail ${side.above} newStop ? newTrail : newStop)`;
  }
  return shape.stop === undefined ? js`newTrail` : js`newStop`;
}

interface NewLevel {
  readonly word: Code;
  readonly form: LevelShape;
  readonly by: Code;
  readonly gain: boolean;
}

function newLevels(wanted: WantedLevels, shape: Shape): NewLevel[] {
  return [
    ...(shape.stop ? [{ word: js`newStop`, form: shape.stop, by: wanted.stop, gain: false }] : []),
    ...(shape.take
      ? [{ word: js`newTarget`, form: shape.take, by: wanted.target, gain: true }]
      : []),
    ...(shape.trail
      ? [{ word: js`newTrail`, form: shape.trail, by: wanted.trail, gain: false }]
      : []),
  ];
}

/**
 * The first levels of a position filled at `fill`; refuses it if one is undefined or on the wrong side.
 *
 * `again` sets levels that are declared already, for a price that has changed since.
 */
export function emitLevels(
  wanted: WantedLevels,
  direction: Code,
  shape: Shape,
  again = false,
): Code {
  const rules = newLevels(wanted, shape);
  const { scaleOut } = shape;
  const gains = Object.values(wanted.gains);
  if (rules.length === 0 && scaleOut === undefined && gains.length === 0) return js``;
  const risk = needsRisk(shape);
  // What is set twice, on either side or again, must be declared before.
  const apart = (shape.long && shape.short) || shape.slippage.impact || shape.tick;
  const set = bySide(
    shape,
    direction,
    (side) => setLevels(rules, { side, shape, apart, risk }),
  );
  const words = [
    ...(apart ? rules.map(({ word }) => word) : []),
    ...(risk && apart ? [js`newRisk`] : []),
    ...(scaleOut !== undefined && apart ? [js`firstPart`, js`lastPart`] : []),
  ];
  const levels = [
    ...rules.map(({ word }) => word),
    ...(scaleOut === undefined ? [] : [js`lastPart`]),
    ...gains,
  ];
  const bad = bySide(shape, direction, ({ atOrAbove, atOrBelow }) => {
    const wrong = [
      ...rules.map(({ word, gain }) => js`${word} ${gain ? atOrBelow : atOrAbove} fill`),
      ...(scaleOut === undefined ? [] : [js`firstPart ${atOrBelow} fill`]),
    ];
    return wrong.length === 0
      ? js``
      : js`if (${join(wrong, js` || `)}) ${refuse("levelBeyondEntry")}`;
  });
  return js`// Levels
    ${
    when(
      !again && words.length > 0,
      () => js`let ${join(words.map((word) => js`${word} = 0`), js`, `)};`,
    )
  }
    ${set}
    if (${join(levels.map((word) => js`${word} - ${word} !== 0`), js` || `)}) ${
    refuse("levelUndefined")
  }
    ${bad}`;
}

interface SetLevels {
  readonly side: SideWords;
  readonly shape: Shape;
  /** Whether the words are declared before. */
  readonly apart: boolean;
  readonly risk: boolean;
}

/** Sets the new levels of a side: stops first, for others may be multiples of the risk. */
function setLevels(rules: readonly NewLevel[], { side, shape, apart, risk }: SetLevels): Code {
  const declareOnce = apart ? js`` : js`const `;
  const declare = apart ? js`` : js`let `;
  const { minus, plus } = side;
  const set = ({ word, form, by, gain }: NewLevel): Code => {
    const level = levelFrom(form, { anchor: js`fill`, by, sign: gain ? plus : minus });
    return js`${declare}${word} = ${level};
        ${when(shape.tick, () => levelToGrid(word, side, gain))}`;
  };
  const late = (rule: NewLevel): boolean => rule.form === "riskMultiple";
  const stop = risk ? firstStop(side, shape) : js``;
  return lines([
    ...rules.filter((rule) => !late(rule)).map(set),
    when(
      risk,
      () => js`${declareOnce}newRisk = ${side.isLong ? js`fill - ${stop}` : js`${stop} - fill`};`,
    ),
    ...rules.filter(late).map(set),
    when(shape.scaleOut !== undefined, () => {
      const { form, parts } = shape.scaleOut!;
      const part = (word: Code, index: number): Code =>
        js`${declareOnce}${word} = ${
          levelFrom(form, { anchor: js`fill`, by: name(`partAt${index}`), sign: plus })
        };
        ${when(shape.tick, () => levelToGrid(word, side, true))}`;
      return js`${part(js`firstPart`, 0)}
        ${part(js`lastPart`, parts - 1)}`;
    }),
  ]);
}

/** Puts a level of a held position on the grid: a stop against the trader, a target for the trader. */
export function levelToGrid(word: Code, side: SideWords, gain: boolean): Code {
  return toGrid(word, side.isLong === gain ? js`1` : js`-1`);
}

/** The level of a trail that follows a price: `mark*(1-f)` or `mark-d`, with `trailBy` kept from the entry. */
export function trailFrom(mark: Code, side: SideWords, shape: Shape, at: Access): Code {
  return shape.trail === "fraction"
    ? js`${mark} * ${at.trailBy}`
    : js`${mark} ${side.minus} ${at.trailBy}`;
}

/** Whether the trail follows the water mark (not a price expression). */
export function followsMark(shape: Shape): boolean {
  return shape.trail !== undefined && shape.trail !== "price";
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
