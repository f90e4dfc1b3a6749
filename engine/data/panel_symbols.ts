import type { DataProblem } from "./data_error.ts";
import { addProblem, type Problems } from "./row_problems.ts";

/** The most assets that a panel has. */
export const assetLimit = 100_000;

/** Characters of the longest symbol. */
const symbolLimit = 100;

/**
 * What is wrong with a symbol.
 *
 * @param symbol The symbol, of any type.
 * @returns What was found and expected; undefined where nothing is wrong.
 */
export function symbolProblem(symbol: unknown): DataProblem | undefined {
  if (typeof symbol !== "string") {
    return { column: "symbol", value: String(symbol), expected: "a text" };
  }
  if (symbol.trim() === "") return { column: "symbol", value: symbol, expected: "a symbol" };
  return symbol.length <= symbolLimit
    ? undefined
    : { column: "symbol", value: symbol, expected: `at most ${symbolLimit} characters` };
}

/** What is wrong with a number of assets. */
export function assetProblem(count: number): DataProblem | undefined {
  return count <= assetLimit
    ? undefined
    : { value: count, expected: `at most ${assetLimit.toLocaleString("en")} symbols` };
}

/**
 * Checks a list of symbols.
 *
 * @param symbols The symbols, of any type.
 * @returns What is wrong; `row` is the place in the list.
 */
export function symbolProblems(symbols: readonly unknown[]): Problems {
  const found: Problems = { problems: [], count: 0 };
  const tooMany = assetProblem(symbols.length);
  if (tooMany !== undefined) addProblem(found, tooMany);
  const first = new Map<unknown, number>();
  symbols.forEach((symbol, row) => {
    const before = first.get(symbol);
    const expected = `another symbol than in row ${before}`;
    const problem = before === undefined
      ? symbolProblem(symbol)
      : { column: "symbol", value: String(symbol), expected };
    if (problem !== undefined) addProblem(found, { row, ...problem });
    if (before === undefined) first.set(symbol, row);
  });
  return found;
}
