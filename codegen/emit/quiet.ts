import type { Shape } from "../program/shape.ts";
import { type Code, join, js, when } from "./code.ts";
import { withPrices } from "./frame.ts";
import { followsMark, hasStop, stopInForce, trailFrom } from "./level.ts";
import { sidesOf } from "./side.ts";
import type { Access } from "./names.ts";
import { emitBlocks } from "./quiet_blocks.ts";
import { hasLevels } from "./rules.ts";
import { emitTrailing, type QuietHolding } from "./trail.ts";

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

/**
 * One bar on which a held position meets nothing, or the way out of the loop.
 *
 * @param curve Whether the equity is stored; otherwise the highest and lowest price while held are kept.
 */
export function emitQuietBar(
  { side, flags }: QuietHolding,
  shape: Shape,
  at: Access,
  curve = true,
): Code {
  const own = shape.ownBarTrails && followsMark(shape);
  const touched = [
    ...(flags === 0 ? [] : [js`(signalFlags[i - from] & ${flags}) !== 0`]),
    ...(hasStop(shape) ? [js`${side.worst} ${side.atOrBelow} level`] : []),
    ...(own ? [js`${side.worst} ${side.atOrBelow} ${trailFrom(side.best, side, shape, at)}`] : []),
    ...(shape.take === undefined ? [] : [js`${side.best} ${side.atOrAbove} ${at.target}`]),
  ];
  const inner = !curve || (hasLevels(shape) && shape.trail !== "price");
  const leave = inner ? js`break holding;` : js`break;`;
  return withPrices(
    js`${when(touched.length > 0, () => js`if (${join(touched, js` || `)}) ${leave}`)}
        const value = ${at.cash} + ${at.quantity} * cl;
        if (value <= 0) ${leave}
        ${emitTrailing(side, shape, at)}
        ${
      curve ? js`equity[i] = value;` : js`if (hi > heldTop) heldTop = hi;
        if (lo < heldBottom) heldBottom = lo;`
    }`,
  );
}
