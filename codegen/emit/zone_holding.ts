import type { Program } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, join, js, when } from "./code.ts";
import type { Frame } from "./frame.ts";
import { followsMark, hasStop, stopInForce, trailFrom } from "./level.ts";
import type { Access } from "./names.ts";
import { emitQuietBar } from "./quiet.ts";
import type { SideWords } from "./side.ts";
import { emitRaise } from "./trail.ts";

/** Words of the extremes of prices in zones of 8 bars. */
export function zoneWords({ zoned }: Pick<Program, "zoned">): Frame["events"] {
  if (!zoned) return [];
  return [["highTop", "zones", 0], ["lowBottom", "zones", 1]];
}

/**
 * Bars on which a held position meets no rule, no wanted signal and no ruin, as `emitQuietHolding` has them; no equity is
 * stored, and zones of 8 bars are passed by their extremes.
 *
 * The test of a zone holds its worst price against the level that its best price would raise, which is the hardest that any
 * of its bars could meet; rounding is monotone, so that passing it whole leaves the levels that its bars would leave.
 */
export function emitZoneHolding(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.trail === "price") {
    return js`${level(side, shape, at)}
      holding: for (; i < quiet; i++) {
        ${emitQuietBar({ side, flags: 0 }, shape, at, false)}
      }`;
  }
  const [best, worst] = side.isLong
    ? [js`highTop[zone]`, js`lowBottom[zone]`]
    : [js`lowBottom[zone]`, js`highTop[zone]`];
  const trails = followsMark(shape);
  const tests = [
    ...(trails ? [js`worst ${side.atOrBelow} raised`] : []),
    ...(hasStop(shape) ? [js`worst ${side.atOrBelow} level`] : []),
    ...(shape.take === undefined ? [] : [js`top ${side.atOrAbove} ${at.target}`]),
    js`${at.cash} + ${at.quantity} * worst <= 0`,
  ];
  return js`${level(side, shape, at)}
      holding: while (i < quiet) {
        if ((i & 7) === 0 && i + 8 <= quiet) {
          // Zones in which nothing can happen
          do {
            const zone = i >> 3;
            const worst = ${worst};
            ${when(trails || shape.take !== undefined, () => js`const top = ${best};`)}
            ${
    when(
      trails,
      () =>
        js`const reached = top ${side.above} ${at.best} ? top : ${at.best};
            const raised = ${trailFrom(js`reached`, side, shape, at)};`,
    )
  }
            if (${join(tests, js` || `)}) break;
            ${when(trails, () => js`${at.best} = reached;`)}
            if (highTop[zone] > heldTop) heldTop = highTop[zone];
            if (lowBottom[zone] < heldBottom) heldBottom = lowBottom[zone];
            i = i + 8 | 0;
          } while (i + 8 <= quiet);
          ${
    when(trails, () =>
      js`const raised = ${trailFrom(at.best, side, shape, at)};
          if (raised ${side.above} ${at.trail}) {
            ${emitRaise(side, shape, at)}
          }`)
  }
        }
        const near = (i | 7) < quiet ? (i | 7) + 1 : quiet;
        for (; i < near; i++) {
          ${emitQuietBar({ side, flags: 0 }, shape, at, false)}
        }
      }`;
}

function level(side: SideWords, shape: Shape, at: Access): Code {
  return when(hasStop(shape), () => {
    const declare = shape.trail === undefined ? js`const` : js`let`;
    return js`${declare} level = ${stopInForce(side, shape, at)};`;
  });
}
