import type { Expression } from "../expression.ts";
import type { TextScope } from "../text.ts";

/** A stretch of the text, in characters from 0; `end` is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The reading of one text. */
export interface Reading {
  readonly text: string;
  /** Meanings of names, and the list of problems. */
  readonly scope: TextScope;
  /** Where each node made so far comes from. */
  readonly ranges: WeakMap<Expression, Range>;
  /** Sound expressions whose parents are not. */
  readonly pieces: Expression[];
  /** Levels of nodes above the one being read. */
  depth: number;
  /** Whether too many levels were found and reported. */
  tooDeep: boolean;
}

/** What is wrong and what to write instead. */
export interface Refusal {
  readonly message: string;
  /** What to write instead, where something can be said. */
  readonly remedy?: string;
}

/** Notes a problem of the text; gives `undefined` for the expression that is not there. */
export function refuse(reading: Reading, { start, end }: Range, refusal: Refusal): undefined {
  const { path, problems } = reading.scope;
  problems.push({ path, ...refusal, snippet: reading.text.slice(start, end), place: start });
}

/** The text of a node, as written. */
export function sourceOf(reading: Reading, { start, end }: Range): string {
  return reading.text.slice(start, end);
}

/** A code point as Unicode writes it: `U+0441`. */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
