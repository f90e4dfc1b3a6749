import type { Program, ValueKey } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, lines, name } from "./code.ts";
import type { WantedLevels } from "./level.ts";
import type { Access } from "./names.ts";

/** Where a value read at the signal is kept until its order fills. */
function places(at: Access): readonly (readonly [ValueKey, Code])[] {
  return [
    ["stopLoss", at.wantedStop],
    ["takeProfit", at.wantedTarget],
    ["trailingStop", at.wantedTrail],
    ["size", at.wantedSize],
    ["trailAfter", at.wantedTrailAfter],
    ["evenAfter", at.wantedEvenAfter],
    ["evenOffset", at.wantedEvenOffset],
  ];
}

/** Where the second pass finds the flags and values of bar `i`. */
export function signalIndex({ listed }: Program): Code {
  return listed ? js`next` : js`i - from`;
}

/** A value wanted at a signal: a number of the run, or what the first pass stored with it. */
export function signalValue(program: Program, key: ValueKey): Code {
  const value = program.values.get(key);
  if (value === undefined) return js`0`;
  return value.kind === "number"
    ? name(value.slot.word)
    : js`${name(`signalValues${value.index}`)}[${signalIndex(program)}]`;
}

/** Keeps what an entry wants until it fills. */
export function emitKeep(program: Program, at: Access): Code {
  return lines(
    places(at).filter(([key]) => program.values.get(key)?.kind === "series")
      .map(([key, word]) => js`${word} = ${signalValue(program, key)};`),
  );
}

function kept(program: Program, at: Access, key: ValueKey): Code {
  const place = places(at).find(([other]) => other === key)!;
  return program.values.get(key)?.kind === "series" ? place[1] : signalValue(program, key);
}

/** Levels wanted by an order that was submitted at an earlier close. */
export function keptWants(program: Program, at: Access): WantedLevels {
  return wants(program, (key) => kept(program, at, key));
}

/** Levels wanted by an order of this close. */
export function signalWants(program: Program): WantedLevels {
  return wants(program, (key) => signalValue(program, key));
}

function wants(program: Program, read: (key: ValueKey) => Code): WantedLevels {
  const rare = (["trailAfter", "evenAfter", "evenOffset"] as const)
    .filter((key) => program.values.has(key));
  return {
    stop: read("stopLoss"),
    target: read("takeProfit"),
    trail: read("trailingStop"),
    gains: Object.fromEntries(rare.map((key) => [key, read(key)])),
  };
}

/** The size wanted by an order that was submitted at an earlier close. */
export function keptSize(program: Program, at: Access): Code {
  return kept(program, at, "size");
}

/** Whether the equity at the signal must be kept, for it can be another when the order fills. */
export function needsEquity({ pyramid, financing }: Shape): boolean {
  return pyramid || financing.interest || financing.marginInterest;
}
