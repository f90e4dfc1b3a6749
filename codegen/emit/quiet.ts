import type { Shape } from "../program/shape.ts";
import { type Code, join, js, when } from "./code.ts";
import { withPrices } from "./frame.ts";
import { followsMark, hasStop, sidesOf, type SideWords, stopInForce, trailFrom } from "./level.ts";
import type { Access } from "./names.ts";
import { emitBlocks } from "./quiet_blocks.ts";
import { hasLevels } from "./rules.ts";

/** A side that is held, and the signals that end its quiet bars where these are not listed. */
export interface QuietHolding {
  readonly side: SideWords;
  /** Bits to look for on each bar; 0: none. */
  readonly flags: number;
}

/**
 * Bars on which a held position meets no rule, no wanted signal and no ruin: only marks and equity change.
 *
 * Stops at the first bar on which anything else may happen, before having changed anything for it. Where levels are held
 * against the bar, four bars at a time are ruled out first; one by one only where one of the four may be it.
 */
export function emitQuietHolding(holding: QuietHolding, shape: Shape, at: Access): Code {
  const { side } = holding;
  const two = sidesOf(shape).length > 1;
  const title = two ? (side.isLong ? js`Long` : js`Short`) : js`Holding`;
  const level = when(hasStop(shape), () => {
    const declare = shape.trail === undefined ? js`const` : js`let`;
    return js`${declare} level = ${stopInForce(side, shape, at)};`;
  });
  if (!hasLevels(shape) || shape.trail === "price") {
    return js`// ${title}: quiet bars
      ${level}
      for (; i < quiet; i++) {
        ${emitQuietBar(holding, shape, at)}
      }`;
  }
  return js`// ${title}: quiet bars
      ${level}
      const lastBlock = ${at.entryPrice} < 1e300 ? quiet - 4 : -1;
      holding: while (i < quiet) {
        ${emitBlocks(holding, shape, at)}
        const near = i + 4 < quiet ? i + 4 : quiet;
        for (; i < near; i++) {
          ${emitQuietBar(holding, shape, at)}
        }
      }`;
}

function emitQuietBar({ side, flags }: QuietHolding, shape: Shape, at: Access): Code {
  const own = shape.ownBarTrails && followsMark(shape);
  const touched = [
    ...(flags === 0 ? [] : [js`(signalFlags[i - from] & ${flags}) !== 0`]),
    ...(hasStop(shape) ? [js`${side.worst} ${side.atOrBelow} level`] : []),
    ...(own ? [js`${side.worst} ${side.atOrBelow} ${trailFrom(side.best, side, shape, at)}`] : []),
    ...(shape.take === undefined ? [] : [js`${side.best} ${side.atOrAbove} ${at.target}`]),
  ];
  const leave = hasLevels(shape) && shape.trail !== "price" ? js`break holding;` : js`break;`;
  return withPrices(
    js`${when(touched.length > 0, () => js`if (${join(touched, js` || `)}) ${leave}`)}
        const value = ${at.cash} + ${at.quantity} * cl;
        if (value <= 0) ${leave}
        ${emitTrailing(side, shape, at)}
        equity[i] = value;`,
  );
}

/** Lets the trail follow the bar's best price, or its level in price form. */
function emitTrailing(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.trail === undefined) return js``;
  if (shape.trail === "price") {
    return js`const raised = trailLevels[i - from];
        if (raised - raised === 0 && raised ${side.above} ${at.trail}) {
          ${emitRaise(side, shape, at)}
        }`;
  }
  return js`if (${side.best} ${side.above} ${at.best}) {
          ${at.best} = ${side.best};
          const raised = ${trailFrom(at.best, side, shape, at)};
          if (raised ${side.above} ${at.trail}) {
            ${emitRaise(side, shape, at)}
          }
        }`;
}

/** Moves the trail to `raised`, and the level in force with it. */
export function emitRaise(side: SideWords, shape: Shape, at: Access): Code {
  const level = shape.stop === undefined
    ? js`level = raised;`
    : js`if (raised ${side.above} level) level = raised;`;
  return js`${at.trail} = raised;
            ${level}`;
}
