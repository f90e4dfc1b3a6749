import type { Program } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, join, js, when } from "./code.ts";
import type { Frame } from "./frame.ts";
import { followsMark, hasStop, stopInForce, trailFrom } from "./level.ts";
import { type Access, spanLevels } from "./names.ts";
import { emitQuietBar } from "./quiet.ts";
import { emitCatchUp, levelTests } from "./quiet_blocks.ts";
import type { SideWords } from "./side.ts";

/** Words of the extremes of prices in zones of 8 bars, or in spans of a chunk. */
export function zoneWords({ zoned, spans }: Pick<Program, "zoned" | "spans">): Frame["events"] {
  if (!zoned) return [];
  if (!spans) return [["highTop", "zones", 0], ["lowBottom", "zones", 1]];
  return [["spanTops", "spanTops"], ["spanBottoms", "spanBottoms"], ["chunk", "chunk"]];
}

/** Most bars that one test passes by spans: two of the longest that are kept, without the last bar of one. */
const mostBars = 2 ** spanLevels - 1;
/** Most bars that are tried once a test has failed. */
const fewerBars = 32;

/**
 * Bars on which a held position meets no rule, no wanted signal and no ruin, as `emitQuietHolding` has them; no equity is
 * stored, and many bars are passed at once by their extremes.
 *
 * The test of some bars holds their worst price against the level that their best price would raise, which is the hardest
 * that any of them could meet; rounding is monotone, so that passing them at once leaves the levels that they would leave.
 */
export function emitZoneHolding(
  side: SideWords,
  { shape, spans }: Pick<Program, "shape" | "spans">,
  at: Access,
): Code {
  const bar = emitQuietBar({ side, flags: 0 }, shape, at, false);
  if (shape.trail === "price") {
    return js`${level(side, shape, at)}
      holding: for (; i < quiet; i++) {
        ${bar}
      }`;
  }
  return js`${level(side, shape, at)}
      ${when(spans === true, () => js`let reach = ${mostBars};`)}
      holding: while (i < quiet) {
        ${spans ? emitSpans(side, shape, at) : emitZones(side, shape, at)}
        for (; i < near; i++) {
          ${bar}
        }
      }`;
}

/** Passes zones of 8 bars, from one that begins at bar `i`. */
function emitZones(side: SideWords, shape: Shape, at: Access): Code {
  return js`if ((i & 7) === 0 && i + 8 <= quiet) {
          // Zones in which nothing can happen
          do {
            const highest = highTop[i >> 3];
            const lowest = lowBottom[i >> 3];
            ${emitReached(side, shape, at)}
            if (${dangers(side, shape, at)}) break;
            ${emitPassed(shape, at)}
            i = i + 8 | 0;
          } while (i + 8 <= quiet);
          ${emitCatchUp(side, shape, at)}
        }
        const near = (i | 7) < quiet ? (i | 7) + 1 : quiet;`;
}

/** Passes spans of bars of any length. */
function emitSpans(side: SideWords, shape: Shape, at: Access): Code {
  return js`// Spans in which nothing can happen: all bars that are left, or half of them, and so on
        let bars = quiet - i < reach ? quiet - i | 0 : reach;
        do {
          // The longest span that fits, at both ends
          const order = 31 - Math.clz32(bars);
          const first = Math.imul(order, chunk) + i - from | 0;
          const second = first + bars - (1 << order) | 0;
          const top1 = spanTops[first], top2 = spanTops[second];
          const bottom1 = spanBottoms[first], bottom2 = spanBottoms[second];
          const highest = top1 > top2 ? top1 : top2;
          const lowest = bottom1 < bottom2 ? bottom1 : bottom2;
          ${emitReached(side, shape, at)}
          if (${dangers(side, shape, at)}) {
            bars = bars >> 1;
            reach = ${fewerBars};
          } else {
            ${emitPassed(shape, at)}
            i = i + bars | 0;
            if (quiet - i < bars) bars = quiet - i | 0;
          }
        } while (bars >= 8);
        ${emitCatchUp(side, shape, at)}
        const near = i + 8 < quiet ? i + 8 | 0 : quiet;`;
}

/** The level that the best of some prices would raise. */
function emitReached(side: SideWords, shape: Shape, at: Access): Code {
  const best = side.isLong ? js`highest` : js`lowest`;
  return when(
    followsMark(shape),
    () =>
      js`const reached = ${best} ${side.above} ${at.best} ? ${best} : ${at.best};
            const raised = ${trailFrom(js`reached`, side, shape, at)};`,
  );
}

/** What bars of which no price is above `highest` or below `lowest` may meet. */
function dangers(side: SideWords, shape: Shape, at: Access): Code {
  const worst = side.isLong ? js`lowest` : js`highest`;
  const ruin = js`${at.cash} + ${at.quantity} * ${worst} <= 0`;
  return join([...levelTests(side, shape, at), ruin], js` || `);
}

function emitPassed(shape: Shape, at: Access): Code {
  return js`${when(followsMark(shape), () => js`${at.best} = reached;`)}
            if (highest > heldTop) heldTop = highest;
            if (lowest < heldBottom) heldBottom = lowest;`;
}

function level(side: SideWords, shape: Shape, at: Access): Code {
  return when(hasStop(shape), () => {
    const declare = shape.trail === undefined ? js`const` : js`let`;
    return js`${declare} level = ${stopInForce(side, shape, at)};`;
  });
}
