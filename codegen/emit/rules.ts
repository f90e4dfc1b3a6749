import type { Shape } from "../program/shape.ts";
import { type Code, js, when } from "./code.ts";
import { slipped } from "./cost.ts";
import { emitCooldown, emitExit, reasonCode } from "./fill.ts";
import { followsMark, hasStop, stopInForce, trailFrom } from "./level.ts";
import { bySide, type SideWords } from "./side.ts";
import type { Access } from "./names.ts";

/** Whether a shape has rules whose level is a price. */
export function hasLevels(shape: Shape): boolean {
  return hasStop(shape) || shape.take !== undefined;
}

/**
 * Rules against the bar: first what the open has jumped, then what the range has touched; both touched is ambiguous.
 *
 * Serves positions held before the bar and, unless `entryBarStops` is off, one opened at this open.
 */
export function emitRules(shape: Shape, at: Access): Code {
  if (!hasLevels(shape)) return js``;
  const exposed = shape.entryBarStops || shape.atClose ? js`` : js` && ${at.entryIndex} !== i`;
  const unclear = hasStop(shape) && shape.take !== undefined;
  const body = bySide(shape, at.side, (side) => emitSideRules(side, shape, at));
  return js`// Rules
    if (${at.side} !== 0${exposed}) {
      let reason = -1;
      let base = 0;
      let fill = 0;
      ${when(unclear, () => js`let ambiguous = 0;`)}
      ${body}
      if (reason >= 0) {
        ${
    emitExit(
      {
        base: js`base`,
        fill: js`fill`,
        reason: js`reason`,
        ...(unclear ? { ambiguous: js`ambiguous` } : {}),
      },
      shape,
      at,
    )
  }
        ${emitCooldown(shape, at)}
      }
    }`;
}

function emitSideRules(side: SideWords, shape: Shape, at: Access): Code {
  const branches: Code[] = [];
  const own = shape.ownBarTrails && followsMark(shape);
  if (hasStop(shape)) {
    branches.push(js`if (op ${side.atOrBelow} level) {
        // The open has jumped the stop
        reason = ${stopReason(side, shape, at)};
        base = op;
      }`);
  }
  if (shape.take !== undefined) {
    branches.push(js`if (op ${side.atOrAbove} ${at.target}) {
        // The open has jumped the target
        reason = ${reasonCode("takeProfit")};
        base = op;
      }`);
  }
  const touches = emitTouches(side, shape, at);
  const inside = own
    ? js`{
        ${emitOwnTrail(side, shape, at)}
        ${touches}
      }`
    : touches;
  const chain = [...branches, inside].reduce((all, branch) => js`${all} else ${branch}`);
  return js`${
    when(hasStop(shape), () =>
      js`${own ? js`let` : js`const`} level = ${stopInForce(side, shape, at)};`)
  }
      ${when(own, () => js`let ownTrail = ${at.trail};`)}
      ${chain}
      ${emitExitPrice(side, shape, at)}`;
}

/** Lets the bar's own extreme raise the trail for what is touched inside the bar. */
function emitOwnTrail(side: SideWords, shape: Shape, at: Access): Code {
  return js`const own = ${trailFrom(side.best, side, shape, at)};
        if (own ${side.above} ownTrail) ownTrail = own;
        if (ownTrail ${side.above} level) level = ownTrail;`;
}

/** Name of the stop in force; equal levels are named stopLoss. */
function stopReason(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.trail === undefined) return js`${reasonCode("stopLoss")}`;
  if (shape.stop === undefined) return js`${reasonCode("trailingStop")}`;
  const trail = shape.ownBarTrails && followsMark(shape) ? js`ownTrail` : at.trail;
  return js`${trail} ${side.above} ${at.stop} ? ${reasonCode("trailingStop")} : ${
    reasonCode("stopLoss")
  }`;
}

function emitTouches(side: SideWords, shape: Shape, at: Access): Code {
  const stop = js`reason = ${stopReason(side, shape, at)};
        base = level;`;
  const take = js`reason = ${reasonCode("takeProfit")};
        base = ${at.target};`;
  if (!hasStop(shape)) return js`if (${side.best} ${side.atOrAbove} ${at.target}) {\n${take}\n}`;
  const stopped = js`${side.worst} ${side.atOrBelow} level`;
  if (shape.take === undefined) return js`if (${stopped}) {\n${stop}\n}`;
  return js`if (${stopped}) {
        if (${side.best} ${side.atOrAbove} ${at.target}) {
          // Both inside the bar: ambiguous
          ambiguous = 1;
          ${at.ambiguousBars}++;
          ${at.ambiguousStake} += Math.abs(${at.target} - level) * ${heldUnits(side, at)};
          ${settle(shape, at, stop, take)}
        } else {
          ${stop}
        }
      } else if (${side.best} ${side.atOrAbove} ${at.target}) {
        ${take}
      }`;
}

function heldUnits(side: SideWords, at: Access): Code {
  return side.isLong ? at.quantity : js`-${at.quantity}`;
}

/** Decides an ambiguous bar. */
function settle(shape: Shape, at: Access, ...[stop, take]: readonly Code[]): Code {
  if (shape.ambiguity === "stop") return stop;
  if (shape.ambiguity === "target") return take;
  return js`if (Math.abs(op - level) <= Math.abs(op - ${at.target})) {
            ${stop}
          } else {
            ${take}
          }`;
}

/** Sets `fill`: stops slip in full, a target not at all, or over a jump at most back to its level. */
function emitExitPrice(side: SideWords, shape: Shape, at: Access): Code {
  if (!shape.slippage.any) return js`fill = base;`;
  const market = slipped(js`base`, side.isLong ? js`-1` : js`1`, shape);
  if (shape.take === undefined) return js`fill = ${market};`;
  return js`fill = ${market};
        if (reason === ${
    reasonCode("takeProfit")
  } && fill ${side.below} ${at.target}) fill = ${at.target};`;
}

/** The water mark takes in the bar, and the trail follows it; or a trail in price form reads its level. */
export function emitMarks(shape: Shape, at: Access): Code {
  if (shape.trail === undefined) return js``;
  const trail = bySide(shape, at.side, (side) => emitTrailUpdate(side, shape, at));
  return js`// Water mark
    if (${at.side} !== 0) {
      ${trail}
    }`;
}

function emitTrailUpdate(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.trail === "price") {
    return js`const level = trailLevels[i - from];
        if (level - level === 0 && level ${side.above} ${at.trail}) ${at.trail} = level;`;
  }
  return js`if (${side.best} ${side.above} ${at.best}) ${at.best} = ${side.best};
        const level = ${trailFrom(at.best, side, shape, at)};
        if (level ${side.above} ${at.trail}) ${at.trail} = level;`;
}
