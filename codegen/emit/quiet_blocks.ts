import type { Shape } from "../program/shape.ts";
import { type Code, join, js, lines, name, when } from "./code.ts";
import { followsMark, hasStop, trailFrom } from "./level.ts";
import type { SideWords } from "./side.ts";
import type { Access } from "./names.ts";
import { emitRaise, type QuietHolding } from "./trail.ts";

/** Bars of a block: more make trades that end soon dearer, fewer leave more tests. */
const block = [0, 1, 2, 3];

/**
 * Passes blocks of quiet bars with one test each, and no branch that depends on single bars.
 *
 * A maximum is taken as `a + (d + |d|) / 2` with `d = b - a`, for V8 has none without a jump. Within a factor of two
 * d is exact (Sterbenz), so this is exact too; a block that leaves a window of less than that around the entry price is
 * left to the loop for single bars, as is one in which any bar may meet anything: the test holds the block's worst price
 * against the level that its best price would raise, which is the hardest that any of its bars could meet.
 */
export function emitBlocks(holding: QuietHolding, shape: Shape, at: Access): Code {
  const { side } = holding;
  const trails = followsMark(shape);
  const mark = side.isLong ? larger : smaller;
  return js`// Four at a time
        while (i <= lastBlock) {
          ${block.map((k) => js`const ${name(`h${k}`)} = high[${bar(k)}];`)}
          ${block.map((k) => js`const ${name(`l${k}`)} = low[${bar(k)}];`)}
          ${larger(js`h0`, js`h1`, "h01")}
          ${larger(js`h2`, js`h3`, "h23")}
          ${larger(js`h01`, js`h23`, "highest")}
          ${smaller(js`l0`, js`l1`, "l01")}
          ${smaller(js`l2`, js`l3`, "l23")}
          ${smaller(js`l01`, js`l23`, "lowest")}
          ${when(trails, () => mark(at.best, side.isLong ? js`highest` : js`lowest`, "reached"))}
          ${when(trails, () => js`const raised = ${trailFrom(js`reached`, side, shape, at)};`)}
          if (${join(tests(holding, shape, at), js` || `)}) break;
          ${when(trails, () => js`${at.best} = reached;`)}
          ${
    lines(block.map((k) => js`equity[${bar(k)}] = ${at.cash} + ${at.quantity} * close[${bar(k)}];`))
  }
          i += 4;
        }
        ${emitCatchUp(side, shape, at)}`;
}

function bar(k: number): Code {
  return k === 0 ? js`i` : js`i + ${k}`;
}

/** What may end the quiet in a block. */
function tests({ side, flags }: QuietHolding, shape: Shape, at: Access): Code[] {
  const worst = side.isLong ? js`lowest` : js`highest`;
  const nearest = hasStop(shape) ? js`${side.atOrBelow} level` : js`${side.atOrAbove} ${at.target}`;
  const signals = block.map((k) => js`signalFlags[${bar(k)} - from]`);
  return [
    ...(flags === 0 ? [] : [js`((${join(signals, js` | `)}) & ${flags}) !== 0`]),
    ...levelTests(side, shape, at),
    js`lowest < ${at.entryPrice} * 0.7`,
    js`highest > ${at.entryPrice} * 1.39`,
    js`${at.cash} + ${at.quantity} * ${worst} <= 0`,
    // Says nothing new: it keeps the opens in the cache, which are wanted when a level is met.
    js`open[i + 3] ${nearest}`,
  ];
}

/** Which levels prices from `lowest` to `highest` may meet; `raised` is where the best of them would bring the trail. */
export function levelTests(side: SideWords, shape: Shape, at: Access): Code[] {
  const [worst, best] = side.isLong ? [js`lowest`, js`highest`] : [js`highest`, js`lowest`];
  return [
    ...(followsMark(shape) ? [js`${worst} ${side.atOrBelow} raised`] : []),
    ...(hasStop(shape) ? [js`${worst} ${side.atOrBelow} level`] : []),
    ...(shape.take === undefined ? [] : [js`${best} ${side.atOrAbove} ${at.target}`]),
  ];
}

function larger(a: Code, b: Code, word: string): Code {
  const more = name(`${word}More`);
  return js`const ${more} = ${b} - ${a};
          const ${name(word)} = ${a} + 0.5 * (${more} + Math.abs(${more}));`;
}

function smaller(a: Code, b: Code, word: string): Code {
  const less = name(`${word}Less`);
  return js`const ${less} = ${a} - ${b};
          const ${name(word)} = ${a} - 0.5 * (${less} + Math.abs(${less}));`;
}

/** Brings the trail to where blocks of bars have taken the best price. */
export function emitCatchUp(side: SideWords, shape: Shape, at: Access): Code {
  return when(followsMark(shape), () =>
    js`const raised = ${trailFrom(at.best, side, shape, at)};
        if (raised ${side.above} ${at.trail}) {
          ${emitRaise(side, shape, at)}
        }`);
}
