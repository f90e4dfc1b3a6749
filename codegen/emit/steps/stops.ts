import { reasonCode } from "../fill.ts";
import { type Code, js, lines, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import { ownLevel } from "../own_level.ts";
import { followsMark } from "../level.ts";
import type { Steps } from "./context.ts";

/** Whether any rule of a shape can be a stop. */
export function hasStops({ shape }: Pick<Steps, "shape">): boolean {
  return (shape.stop ?? shape.trail ?? shape.breakEven) !== undefined;
}

/** Declares `level` and, where it is `named`, `stopReason`: the stop in force, or a level that no price reaches. */
export function declareStop({ shape, at, holder }: Steps, named = true): Code {
  const reason = (declare: Code): Code =>
    when(named, () => js`${declare} stopReason = ${reasonCode("stopLoss")};`);
  if ((shape.breakEven ?? shape.trail) === undefined) {
    return js`const level = ${at.stop};
      ${reason(js`const`)}`;
  }
  const raise = (level: Code, code: number, on?: Code): Code =>
    js`if (${when(on !== undefined, () => js`${on!} !== 0 && `)}${holder.above(level, js`level`)}) {
        level = ${level};
        ${when(named, () => js`stopReason = ${code};`)}
      }`;
  return lines([
    js`let level = ${shape.stop === undefined ? holder.nowhere : at.stop};`,
    reason(js`let`),
    when(
      shape.breakEven !== undefined,
      () => raise(at.even, reasonCode("breakEven"), at.evenOn),
    ),
    when(shape.trail !== undefined, () => {
      const on = shape.trailAfter === undefined ? undefined : at.trailOn;
      return raise(at.trail, reasonCode("trailingStop"), on);
    }),
  ]);
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
  const { own } = at;
  if (own !== undefined) return ownLevel(own.trailForm, own.trailBy, mark, js`${at.side} < 0`);
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
