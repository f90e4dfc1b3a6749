import type { Program } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, when } from "./code.ts";
import { slipped } from "./cost.ts";
import { emitEntry } from "./entry.ts";
import { emitCooldown, emitExit, reasonCode } from "./fill.ts";
import { emitFilter } from "./filter.ts";
import { bySide, type SideWords } from "./side.ts";
import { type Access, enterBits, signalBits } from "./names.ts";
import { emitKeep, signalValue, signalWants } from "./wants.ts";

/** Bits that a holder of a side looks at. */
export function holdingBits(side: SideWords, shape: Shape): number {
  const long = side.isLong;
  const exit = long ? signalBits.longExit : signalBits.shortExit;
  const opposite = long ? signalBits.shortEnter : signalBits.longEnter;
  const reads = shape.opposite !== "ignore" && (long ? shape.short : shape.long);
  return exit | (reads ? opposite : 0);
}

/** Code for the first bar at whose close a time rule takes the position out. */
export function dueBar({ atClose }: Shape, at: Access): Code {
  return atClose ? js`${at.entryIndex} + holdBars` : js`${at.entryIndex} + holdBars - 1`;
}

/**
 * Time rules and signals at the close: what goes out and which side comes in.
 *
 * Under `nextOpen` both are queued for the next open, under `close` they fill here.
 */
export function emitDecisions(program: Program, at: Access): Code {
  const { shape } = program;
  const out = shape.atClose ? js`out` : at.queuedExit;
  const side = shape.atClose ? js`direction` : at.queuedEntry;
  const holding = bySide(
    shape,
    at.side,
    (words) => emitHolding({ words, out, side }, shape, at),
  );
  return js`// Time rules and signals
    ${emitFlagsOfBar(program)}
    ${when(shape.atClose, () => js`let out = 0;\nlet direction = 0;`)}
    if (${at.side} === 0) {
      if ((flags & ${enterBits(shape)}) !== 0 && i >= ${at.readyIndex}) ${side} = ${
    shape.long && shape.short
      ? js`(flags & ${signalBits.longEnter}) !== 0 ? 1 : -1`
      : shape.long
      ? js`1`
      : js`-1`
  };
    } else {
      ${holding}
    }
    ${shape.atClose ? emitAtClose(program, at) : emitWanted(program, at)}`;
}

/** Declares `flags`, the signals of the bar. */
export function emitFlagsOfBar({ listed, shape }: Program): Code {
  const declare = shape.filter === undefined ? js`const` : js`let`;
  const flags = listed
    ? js`while (next < count && signalBars[next] < i) next++;
    ${declare} flags = next < count && signalBars[next] === i ? signalFlags[next] : 0;`
    : js`${declare} flags = signalFlags[i - from];`;
  return js`${flags}
    ${emitFilter(shape)}`;
}

interface Decision {
  readonly words: SideWords;
  readonly out: Code;
  readonly side: Code;
}

function emitHolding({ words, out, side }: Decision, shape: Shape, at: Access): Code {
  const long = words.isLong;
  const exit = long ? signalBits.longExit : signalBits.shortExit;
  const opposite = long ? signalBits.shortEnter : signalBits.longEnter;
  const reads = shape.opposite !== "ignore" && (long ? shape.short : shape.long);
  const signalled = reads && shape.opposite === "close" ? exit | opposite : exit;
  const due = dueBar(shape, at);
  const reverse = reads && shape.opposite === "reverse";
  return js`if ((flags & ${signalled}) !== 0) ${out} = ${reasonCode("signal") + 1};
      ${
    when(reverse, () =>
      js`if ((flags & ${opposite}) !== 0) {
        ${out} = ${reasonCode("reverse") + 1};
        ${side} = ${long ? js`-1` : js`1`};
      }`)
  }
      ${when(shape.time, () => js`if (i === ${due}) ${out} = ${reasonCode("timeStop") + 1};`)}`;
}

/** Keeps for the next open what the entry wants. */
function emitWanted(program: Program, at: Access): Code {
  const kept = emitKeep(program, at);
  if (kept.text === "") return js``;
  return js`if (${at.queuedEntry} !== 0) {
      ${kept}
    }`;
}

/** Fills of `fill: "close"`: out first, then in. */
function emitAtClose(program: Program, at: Access): Code {
  const { shape } = program;
  const lastBar = shape.closeAtEnd ? js` && i !== lastIndex` : js``;
  const entry = emitEntry(
    {
      direction: js`direction`,
      base: js`cl`,
      levels: signalWants(program),
      size: signalValue(program, "size"),
    },
    shape,
    at,
  );
  return js`if (out !== 0) {
      // Out at the close
      const base = cl;
      const fill = ${slipped(js`base`, js`-${at.side}`, shape)};
      ${emitExit({ base: js`base`, fill: js`fill`, reason: js`out - 1` }, shape, at)}
      ${emitCooldown(shape, at, js`direction === 0`)}
    }
    if (direction !== 0${lastBar}) {
      // In at the close
      ${entry}
    }`;
}
