import type { Program, SignalValue } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, name, when } from "./code.ts";
import { slipped } from "./cost.ts";
import { emitEntry, emitExit, reasonCode } from "./fill.ts";
import { bySide, type SideWords, type WantedLevels } from "./level.ts";
import { type Access, enterBits, signalBits } from "./names.ts";

/** Bits that a holder of a side looks at. */
export function holdingBits(side: SideWords, shape: Shape): number {
  const long = side.isLong;
  const exit = long ? signalBits.longExit : signalBits.shortExit;
  const opposite = long ? signalBits.shortEnter : signalBits.longEnter;
  const reads = shape.opposite !== "ignore" && (long ? shape.short : shape.long);
  return exit | (reads ? opposite : 0);
}

/** A value wanted at a signal: a number of the run, or what the first pass stored with it. */
export function signalValue(program: Program, value: SignalValue | undefined): Code {
  if (value === undefined) return js`0`;
  return value.kind === "number"
    ? name(value.slot.word)
    : js`${name(`signalValues${value.index}`)}[${signalIndex(program)}]`;
}

/** Where the second pass finds the flags and values of bar `i`. */
export function signalIndex({ listed }: Program): Code {
  return listed ? js`next` : js`i - from`;
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
    js`${at.side} > 0`,
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

function emitFlagsOfBar({ listed }: Program): Code {
  if (!listed) return js`const flags = signalFlags[i - from];`;
  return js`while (next < count && signalBars[next] < i) next++;
    const flags = next < count && signalBars[next] === i ? signalFlags[next] : 0;`;
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
  const due = shape.atClose ? js`${at.entryIndex} + holdBars` : js`${at.entryIndex} + holdBars - 1`;
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
  const { values, shape } = program;
  const series = [
    ["stopLoss", at.wantedStop],
    ["takeProfit", at.wantedTarget],
    ["trailingStop", at.wantedTrail],
    ["size", at.wantedSize],
  ] as const;
  const kept = series.filter(([key]) => values.get(key)?.kind === "series");
  if (kept.length === 0 || !(shape.long || shape.short)) return js``;
  return js`if (${at.queuedEntry} !== 0) {
      ${kept.map(([key, word]) => js`${word} = ${signalValue(program, values.get(key))};`)}
    }`;
}

/** Where an entry at the next open finds what it wants. */
export function wantedAtOpen(
  program: Program,
  at: Access,
): { levels: WantedLevels; size: Code } {
  const { values } = program;
  const from = (key: "stopLoss" | "takeProfit" | "trailingStop" | "size", word: Code): Code =>
    values.get(key)?.kind === "series" ? word : signalValue(program, values.get(key));
  return {
    levels: {
      stop: from("stopLoss", at.wantedStop),
      target: from("takeProfit", at.wantedTarget),
      trail: from("trailingStop", at.wantedTrail),
    },
    size: from("size", at.wantedSize),
  };
}

/** Fills of `fill: "close"`: out first, then in. */
function emitAtClose(program: Program, at: Access): Code {
  const { shape, values } = program;
  const lastBar = shape.closeAtEnd ? js` && i !== lastIndex` : js``;
  const entry = emitEntry(
    {
      direction: js`direction`,
      base: js`cl`,
      levels: {
        stop: signalValue(program, values.get("stopLoss")),
        target: signalValue(program, values.get("takeProfit")),
        trail: signalValue(program, values.get("trailingStop")),
      },
      size: signalValue(program, values.get("size")),
    },
    shape,
    at,
  );
  return js`if (out !== 0) {
      // Out at the close
      const base = cl;
      const fill = ${slipped(js`base`, js`-${at.side}`, shape)};
      ${emitExit({ base: js`base`, fill: js`fill`, reason: js`out - 1` }, shape, at)}
      ${when(shape.cooldown, () => js`if (direction === 0) ${at.readyIndex} = i + cooldownBars;`)}
    }
    if (direction !== 0${lastBar}) {
      // In at the close
      ${entry}
    }`;
}
