import type { DataProblem } from "./data_error.ts";
import { assetProblem, symbolProblem } from "./panel_symbols.ts";
import { addProblem, type Problems } from "./row_problems.ts";

/** A column of symbols that is being filled. */
export interface SymbolColumn extends Problems {
  /** Index in `symbols` of each row; -1 where the row has none. */
  readonly ids: Int32Array;
  /** Symbols in order of their first rows. */
  readonly symbols: string[];
  /** Index of each text that has been read. */
  readonly known: Map<string, number>;
  /** Which asset last came after each. */
  readonly next: number[];
  /** The asset of the row before. */
  last: number;
}

/** Names of a column of symbols, in any case; the first of these that is there. */
const symbolNames = ["symbol", "ticker", "asset"];

/**
 * Finds the column of symbols.
 *
 * @param names Names of all columns, as given.
 * @returns Its position; -1 where there is none.
 */
export function symbolPosition(names: readonly string[]): number {
  const plain = names.map((name) => name.trim().toLowerCase());
  const name = symbolNames.find((candidate) => plain.includes(candidate));
  return name === undefined ? -1 : plain.indexOf(name);
}

/** What is wrong where there is no column of symbols. */
export function symbolMissing(names: readonly string[]): DataProblem {
  return { value: names.join(), expected: "also a column symbol, ticker or asset" };
}

/** Makes a column of symbols for so many rows. */
export function symbolColumn(length: number): SymbolColumn {
  const ids = new Int32Array(length).fill(-1);
  return { ids, symbols: [], known: new Map(), next: [], last: -1, problems: [], count: 0 };
}

/** Takes in the part of a text from `from` to `to` as the symbol of a row. */
export function takeSymbol(
  column: SymbolColumn,
  row: number,
  text: string,
  from: number,
  to: number,
): void {
  const { symbols, next, last } = column;
  // Rows are mostly in order of symbols or of times, so that a symbol comes after itself or after the same as before.
  if (isAt(symbols[last], text, from, to)) {
    column.ids[row] = last;
    return;
  }
  const expected = next[last];
  const id = isAt(symbols[expected], text, from, to)
    ? expected
    : idOf(column, text.slice(from, to), row);
  column.ids[row] = id;
  if (id < 0) return;
  if (last >= 0) next[last] = id;
  column.last = id;
}

/** Takes in a value of any type as the symbol of a row. */
export function takeSymbolValue(column: SymbolColumn, row: number, value: unknown): void {
  if (typeof value === "string") takeSymbol(column, row, value, 0, value.length);
  else addProblem(column, { row, ...symbolProblem(value) as DataProblem });
}

function isAt(symbol: string | undefined, text: string, from: number, to: number): boolean {
  return symbol !== undefined && symbol.length === to - from && text.startsWith(symbol, from);
}

function idOf(column: SymbolColumn, text: string, row: number): number {
  const { known, symbols } = column;
  const id = known.get(text);
  if (id !== undefined) return id;
  const problem = symbolProblem(text) ?? assetProblem(symbols.length + 1);
  if (problem !== undefined) {
    addProblem(column, { row, ...problem });
    return -1;
  }
  // A part of a text keeps the whole of it in memory, here a file; put together anew it does not.
  const symbol = [...text.trim()].join("");
  const same = known.get(symbol) ?? symbols.length;
  if (same === symbols.length) symbols.push(symbol);
  known.set(symbol, same);
  known.set(text, same);
  return same;
}
