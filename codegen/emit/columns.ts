import type { ColumnsProgram, Signal } from "../program/program.ts";
import { type Code, js, lines, name, when } from "./code.ts";
import { BarEmitter } from "./expression.ts";
import { emitFunction } from "./frame.ts";
import { ringWords } from "./rings.ts";
import { nodeState } from "./state.ts";

/**
 * The function that stores the values of expressions for the bars of a chunk. Before its look-back a number is NaN and a
 * condition 0.
 *
 * @param index Where a bar's value is stored: at the bar itself, or at its place in the chunk.
 *
 * Two loops as in the first pass of a strategy: one that heeds look-backs, and one that need not.
 */
export function emitColumns(program: ColumnsProgram, index: Code = js`i`): string {
  const kept = program.nodes.filter((node) => node.kept);
  const body = js`let i = from | 0;
    const end = to | 0;
    ${when(kept.length > 0, () => js`const shift = (from | 0) - historyBars;`)}
    const warmEnd = end < steadyStart ? end : steadyStart;
    // Until every look-back is complete
    for (; i < warmEnd; i++) {
      ${bar(program, false, index)}
    }
    for (; i < end; i++) {
      ${bar(program, true, index)}
    }
    ${
    lines(kept.map(({ word }) =>
      js`${name(`${word}History`)}.copyWithin(0, end - (from | 0), end - shift);`
    ))
  }`;
  const frame = {
    name: "evaluate",
    columns: program.columns,
    numbers: program.numbers,
    state: nodeState(program),
    events: [
      ...kept.map(({ word }, index) => [`${word}History`, "history", index] as const),
      ...ringWords(program),
    ],
    out: program.results.map((_, index) => `result${index}`),
  } as const;
  return emitFunction(frame, body, js``);
}

function bar(program: ColumnsProgram, steady: boolean, index: Code): Code {
  const emitter = new BarEmitter(program, steady);
  const value = ({ node, start }: Signal): Code => {
    if (steady) return emitter.read(node);
    const blank = node.type === "boolean" ? js`0` : js`NaN`;
    return js`i >= ${name(start.word)} ? ${emitter.read(node)} : ${blank}`;
  };
  const stores = program.results.map((result, position) =>
    js`${name(`result${position}`)}[${index}] = ${value(result)};`
  );
  return js`${emitter.computations(new Set(program.nodes))}
    ${lines(stores)}
    ${emitter.memories()}`;
}
