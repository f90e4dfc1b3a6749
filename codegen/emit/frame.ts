import type { ColumnSource, NumberSlot, StateSlot } from "../program/program.ts";
import { type Code, js, layOut, lines, name } from "./code.ts";

/** What a function of the kernel may refer to by word; only what its body really names is declared. */
export interface Frame {
  /** Fixed name of the function. */
  readonly name: string;
  /** Columns by position. */
  readonly columns: readonly ColumnSource[];
  readonly numbers: readonly NumberSlot[];
  readonly state: readonly StateSlot[];
  /** Arrays of `events`: word and property, or property and position. */
  readonly events: readonly (readonly [word: string, property: string, position?: number])[];
  /** Arrays of `out` by position. */
  readonly out: readonly string[];
  /** Further words of columns, with their positions. */
  readonly aliases?: readonly (readonly [word: string, position: number])[];
}

/**
 * A whole function of the kernel: declarations of the columns, numbers and state that the body names, the body, and
 * the stores of the state that it changes.
 */
export function emitFunction(frame: Frame, body: Code, result: Code): string {
  const words = wordsOf(js`${body}\n${result}`);
  const declare: Code[] = [];
  frame.columns.forEach((column, index) => {
    const word = columnWord(column, index);
    if (words.has(word)) declare.push(js`const ${name(word)} = columns[${index}];`);
  });
  for (const [word, position] of frame.aliases ?? []) {
    if (words.has(word)) declare.push(js`const ${name(word)} = columns[${position}];`);
  }
  frame.numbers.forEach(({ word, whole }, index) => {
    if (!words.has(word)) return;
    declare.push(js`const ${name(word)} = p[${index}]${whole ? js` | 0` : js``};`);
  });
  for (const [word, property, position] of frame.events) {
    if (!words.has(word)) continue;
    const at = position === undefined ? js`` : js`[${position}]`;
    declare.push(js`const ${name(word)} = events.${name(property)}${at};`);
  }
  frame.out.forEach((word, index) => {
    if (words.has(word)) declare.push(js`const ${name(word)} = out[${index}];`);
  });
  const store: Code[] = [];
  frame.state.forEach(({ word, whole }, index) => {
    if (!words.has(word)) return;
    declare.push(js`let ${name(word)} = s[${index}]${whole ? js` | 0` : js``};`);
    store.push(js`s[${index}] = ${name(word)};`);
  });
  return layOut(js`function ${name(frame.name)}(columns, p, s, events, out, from, to) {
    ${lines(declare)}
    ${body}
    ${lines(store)}
    ${result}
  }`);
}

/** The identifiers that code names, outside its comments. */
export function wordsOf(code: Code): ReadonlySet<string> {
  const text = code.text.replaceAll(/\/\/.*$/gm, "");
  return new Set(text.match(/[A-Za-z_$][A-Za-z0-9_$]*/g));
}

/** The prices of bar `i` that a body names, declared before it. */
export function withPrices(body: Code): Code {
  const words = wordsOf(body);
  const prices = [["op", "open"], ["hi", "high"], ["lo", "low"], ["cl", "close"]]
    .filter(([word]) => words.has(word));
  return js`${lines(prices.map(([word, column]) => js`const ${name(word)} = ${name(column)}[i];`))}
    ${body}`;
}

/** The word of a column: bar columns keep their names, others are numbered, so that no user text becomes code. */
export function columnWord(column: ColumnSource, index: number): string {
  if (column.kind === "time") return "time";
  if (column.kind === "localTime") return `local${index}`;
  if (column.kind === "custom") return `computed${index}`;
  const { name } = column;
  return ["open", "high", "low", "close", "volume"].includes(name) ? name : `user${index}`;
}
