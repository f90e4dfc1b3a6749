import { reasonCode } from "../fill.ts";
import { type Code, js, lines, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import { followsMark } from "../level.ts";
import type { Steps } from "./context.ts";

/** Whether any rule of a shape can be a stop. */
export function hasStops({ shape }: Pick<Steps, "shape">): boolean {
  return (shape.stop ?? shape.trail ?? shape.breakEven) !== undefined;
}

/** Declares `level` and `stopReason`: the stop in force, or a level that no price reaches. */
export function declareStop({ shape, at, holder }: Steps): Code {
  const raise = (level: Code, reason: Code): Code =>
    js`if (${holder.above(level, js`level`)}) {
          level = ${level};
          stopReason = ${reason};
        }`;
  if ((shape.breakEven ?? shape.trail) === undefined) {
    return js`const level = ${at.stop};
      const stopReason = ${reasonCode("stopLoss")};`;
  }
  return js`let level = ${shape.stop === undefined ? holder.nowhere : at.stop};
      let stopReason = ${reasonCode("stopLoss")};
      ${
    lines([
      when(shape.breakEven !== undefined, () =>
        js`if (${at.evenOn} !== 0) {
        ${raise(at.even, js`${reasonCode("breakEven")}`)}
      }`),
      when(shape.trail !== undefined, () => {
        const inForce = raise(at.trail, js`${reasonCode("trailingStop")}`);
        return shape.trailAfter === undefined ? inForce : js`if (${at.trailOn} !== 0) {
        ${inForce}
      }`;
      }),
    ])
  }`;
}

/** Lets the bar's own extreme raise the trail for what is touched inside the bar. */
export function emitOwnTrail(steps: Steps): Code {
  const { shape, at, holder } = steps;
  if (!shape.ownBarTrails || !followsMark(shape)) return js``;
  const raised = js`let own = ${trailLevel(holder.ahead, steps)};
        ${when(shape.tick, () => gridStop(js`own`, steps))}
        if (${holder.above(js`own`, js`level`)}) {
          level = own;
          stopReason = ${reasonCode("trailingStop")};
        }`;
  return shape.trailAfter === undefined
    ? js`{
        ${raised}
      }`
    : js`if (${at.trailOn} !== 0) {
        ${raised}
      }`;
}

/** The level of a trail that follows a price. */
export function trailLevel(mark: Code, { shape, at, holder }: Steps): Code {
  return shape.trail === "fraction" ? js`${mark} * ${at.trailBy}` : holder.back(mark, at.trailBy);
}

/** Puts a stop of the position on the grid, against the trader. */
export function gridStop(word: Code, { holder }: Steps): Code {
  return toGrid(word, opposite(holder.sign));
}

/** The direction of the order that closes the position. */
export function opposite(sign: Code): Code {
  if (sign.text === "1") return js`-1`;
  return sign.text === "-1" ? js`1` : js`-${sign}`;
}
