import type { Program, Signal, SignalName } from "../program/program.ts";
import { type Code, join, js, lines, name, nothing, when } from "./code.ts";
import { BarEmitter, before } from "./expression.ts";
import { emitFunction, type Frame } from "./frame.ts";
import { enterBits, signalBits } from "./names.ts";
import { ringWords } from "./rings.ts";
import { stagesOf } from "./stages.ts";
import { kernelState } from "./state.ts";
import { emitZoneSkip, rowWords } from "./zone_skip.ts";
import { emitZoneBars } from "./zone_turns.ts";

/**
 * The first pass over a chunk: indicators and signals as bits, with the values that entries want. Rare signals are listed
 * with their bars, and their number is returned; others are kept for every bar of the chunk.
 *
 * Two loops: one that heeds look-backs, up to the first bar on which all are complete, and one that need not.
 */
export function emitSignals(program: Program): string {
  const [warmUp, steady] = [new BarEmitter(program, false), new BarEmitter(program, true)];
  const kept = program.nodes.filter((node) => node.kept);
  const body = js`${when(program.listed, () => js`let count = 0;`)}
    let i = from | 0;
    const end = to | 0;
    ${when(kept.length > 0, () => js`const shift = (from | 0) - historyBars;`)}
    const warmEnd = end < steadyStart ? end : steadyStart;
    // Until every look-back is complete
    for (; i < warmEnd; i++) {
      ${bar(program, warmUp, false)}
    }
    ${steadyLoop(program, bar(program, steady, true))}
    ${
    lines(kept.map(({ word }) =>
      js`${name(`${word}History`)}.copyWithin(0, end - (from | 0), end - shift);`
    ))
  }`;
  return emitFunction(
    signalFrame(program),
    body,
    program.listed ? js`return count;` : js`return 0;`,
  );
}

/** The loop over bars whose look-backs are complete; zones in which no signal can be true are passed first. */
function steadyLoop(program: Program, body: Code): Code {
  const skip = emitZoneSkip(program);
  if (skip === undefined) {
    return js`for (; i < end; i++) {
      ${body}
    }`;
  }
  return js`while (i < end) {
      ${skip}
      ${emitZoneBars(program, body)}
    }`;
}

function bar(program: Program, emitter: BarEmitter, steady: boolean): Code {
  const { values, trailSeries } = program;
  const complete = ({ node, start }: Signal): Code =>
    steady ? emitter.read(node) : js`i >= ${name(start.word)} ? ${emitter.read(node)} : NaN`;
  const index = program.listed ? js`count` : js`i - from`;
  const wanted = [...values.values()].flatMap((value) =>
    value.kind === "series"
      ? [js`${name(`signalValues${value.index}`)}[${index}] = ${complete(value)};`]
      : []
  );
  const { always, signals, values: late, gates } = stagesOf(program);
  const flags = js`${emitter.computations(signals)}
    ${emitFlags(program, emitter, steady)}`;
  const keep = js`${emitter.computations(late)}
      ${lines(wanted)}`;
  const enters = when(wanted.length > 0, () =>
    js`if ((flags & ${wantedBits(program)}) !== 0) {
      ${keep}
    }`);
  const decide = program.listed
    ? js`${flags}
    if (flags !== 0) {
      ${enters}
      signalBars[count] = i;
      signalFlags[count] = flags;
      count++;
    }`
    : js`${flags}
    signalFlags[i - from] = flags;
    ${enters}`;
  const changed = gates.map((gate) => js`${name(gate.word)} !== ${before(gate)}`);
  return js`${emitter.computations(always)}
    ${trailSeries === undefined ? nothing : storeTrail(complete(trailSeries))}
    ${
    gates.length === 0 ? decide : js`if (${join(changed, js` || `)}) {
      ${decide}
    }`
  }
    ${emitter.memories()}`;
}

/** Bits of the signals whose orders want values. */
function wantedBits({ shape, values }: Program): number {
  const leaves = (side: "long" | "short"): boolean =>
    (["Price", "Limit"] as const).some((what) => values.has(`${side}Exit${what}`));
  return enterBits(shape) | (leaves("long") ? signalBits.longExit : 0) |
    (leaves("short") ? signalBits.shortExit : 0);
}

function storeTrail(level: Code): Code {
  return js`trailLevels[i - from] = ${level};`;
}

/** The signals of one bar as bits, enters on both sides settled by `conflict`. */
function emitFlags(program: Program, emitter: BarEmitter, steady: boolean): Code {
  const { signals, shape } = program;
  const conditions = [...signals].map(([signal, { node, start }]) => {
    const condition = emitter.read(node);
    const simple = /^\w+$/.test(condition.text) ? condition : js`(${condition})`;
    const gated = steady ? condition : js`(i >= ${name(start.word)}) & ${simple}`;
    return js`const ${name(signal)} = ${gated};`;
  });
  const bits = [...signals.keys()].map((signal) =>
    shifted(settled(signal, program), signalBits[signal])
  );
  const both = signals.has("longEnter") && signals.has("shortEnter") && shape.conflict === "none";
  return js`${lines(conditions)}
    ${when(both, () => js`const conflict = longEnter & shortEnter;`)}
    const flags = ${join(bits.map((bit) => js`(${bit})`), js` | `)};`;
}

/** A condition, true or false or 1 or 0, as the bit of its signal. */
function shifted(condition: Code, bit: number): Code {
  return bit === 1 ? js`${condition} | 0` : js`${condition} << ${Math.log2(bit)}`;
}

function settled(signal: SignalName, { signals, shape }: Program): Code {
  const word = name(signal);
  const enters = signal === "longEnter" || signal === "shortEnter";
  if (!enters || !signals.has("longEnter") || !signals.has("shortEnter")) return word;
  if (shape.conflict === "none") return js`(${word} & ~conflict)`;
  const preferred = shape.conflict === "long" ? "longEnter" : "shortEnter";
  return signal === preferred ? word : js`(${word} & ~${name(preferred)})`;
}

function signalFrame(program: Program): Frame {
  const kept = program.nodes.filter((node) => node.kept);
  return {
    name: "signals",
    columns: program.columns,
    numbers: program.numbers,
    state: kernelState(program),
    events: [
      ...eventWords(program),
      ...kept.map(({ word }, index) => [`${word}History`, "history", index] as const),
      ...ringWords(program),
      ...rowWords(program),
    ],
    out: [],
  };
}

/** The arrays that the first pass hands to the second. */
export function eventWords(program: Program): Frame["events"] {
  const series = [...program.values.values()].flatMap((value) =>
    value.kind === "series" ? [[`signalValues${value.index}`, "values", value.index] as const] : []
  );
  return [
    ["signalBars", "bars"],
    ["signalFlags", "flags"],
    ["trailLevels", "trailLevels"],
    ...series,
  ];
}
