import { didYouMean } from "../../codegen/define/problem.ts";
import type { DataProblem } from "../data/data_error.ts";
import { columnName } from "../data/names.ts";

/** Where the columns of a file of weights are. */
export interface WeightsLayout {
  /** Position of the time. */
  readonly time: number;
  /** The time's name in the header. */
  readonly timeName: string;
  /** Positions of the symbol and the weight where a row is of one asset; undefined where each asset has a column. */
  readonly long?: { readonly symbol: number; readonly weight: number };
  /** The columns of single assets. */
  readonly columns: readonly {
    readonly asset: number;
    readonly symbol: string;
    readonly cell: number;
  }[];
  /** Number of all columns. */
  readonly width: number;
  /** What is wrong with the header. */
  readonly problems: readonly DataProblem[];
}

const timeNames = ["datetime", "timestamp", "unix", "date", "time"];
const symbolNames = ["symbol", "ticker", "asset"];

/**
 * Finds the columns of a file of weights by its header.
 *
 * @param header Names of the columns, as they stand.
 * @param symbols Index of each asset by symbol.
 * @returns The columns, or what is wrong with them.
 */
export function weightsLayout(
  header: readonly string[],
  symbols: ReadonlyMap<string, number>,
): WeightsLayout {
  const names = header.map((name) => name.trim());
  const plain = names.map((name) => name.toLowerCase());
  const time = timePosition(names);
  const timeName = names[time] || "1";
  const symbol = plain.findIndex((name) => symbolNames.includes(name));
  const weight = plain.indexOf("weight");
  const columns: { asset: number; symbol: string; cell: number }[] = [];
  const problems: DataProblem[] = [];
  if (time < 0) problems.push({ value: header.join(), expected: "also a column time or date" });
  if (names.length === 1) {
    problems.push({
      value: header[0],
      expected: "also columns symbol and weight, or a column a symbol",
    });
  }
  const isLong = symbol >= 0 && weight >= 0;
  names.forEach((name, cell) => {
    if (cell === time || (isLong && (cell === symbol || cell === weight))) return;
    const asset = isLong ? undefined : symbols.get(name);
    if (asset === undefined) {
      const expected = isLong ? "time, symbol and weight only" : unknownSymbol(name, symbols);
      problems.push({ column: name || String(cell + 1), value: name, expected });
    } else if (columns.some((other) => other.asset === asset)) {
      problems.push({ column: name, value: name, expected: "one column for each symbol" });
    } else {
      columns.push({ asset, symbol: name, cell });
    }
  });
  const long = isLong ? { long: { symbol, weight } } : {};
  return { time, timeName, columns, width: names.length, problems, ...long };
}

/** What a symbol that the panel does not have should have been. */
export function unknownSymbol(name: string, symbols: ReadonlyMap<string, number>): string {
  const some = [...symbols.keys()].slice(0, 5).join(", ");
  const { remedy } = didYouMean(name, symbols.keys());
  const more = symbols.size > 5 ? ", …" : "";
  return `a symbol of the panel (${some}${more})` + (remedy === undefined ? "" : `; ${remedy}`);
}

function timePosition(names: readonly string[]): number {
  const known = names.map(columnName);
  const name = timeNames.find((candidate) => known.includes(candidate));
  if (name !== undefined) return known.indexOf(name);
  return known[0] === "" ? 0 : -1;
}
