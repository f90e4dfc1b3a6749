import { arrowBytes, loadArrow } from "../../files/arrow_bytes.ts";
import { csvText } from "../../files/csv_text.ts";
import type { FileColumn, FileTable } from "../../files/table.ts";
import { sweepStatistics } from "../metrics.ts";
import { paramColumn, type SetResults } from "./set_results.ts";

/** Which sets a table has, and how much of each. */
export interface SetsTableOptions {
  /** Numbers of the sets, a row each, as ranking gives them; all in the order of the grid where left out. */
  readonly sets?: readonly number[];
  /** Also count, sum and sum of squares of the sampled returns in 16 equal parts of the data. */
  readonly blocks?: boolean;
}

/**
 * Parameter sets as a table: `set`, `state`, a column for every parameter, and the statistics by their names in files. A
 * parameter of the name of another column, or of one that is read as a time, has `param.` before it.
 */
export function setsTable(
  results: SetResults,
  { sets, blocks = false }: SetsTableOptions = {},
): FileTable {
  const { grid } = results;
  const setOf = (row: number): number => sets === undefined ? row : sets[row];
  const columns: FileColumn[] = [
    { name: "set", kind: "index", at: setOf },
    { name: "state", kind: "text", at: (row) => results.state(setOf(row)) },
    ...grid.names.map((name): FileColumn => {
      const values = paramColumn(grid, name);
      return { name: paramKey(name), kind: "number", at: (row) => values[setOf(row)] };
    }),
    ...sweepStatistics.map(({ name, key, unit }): FileColumn => {
      const values = results.column(name);
      const at = (row: number): number => values[setOf(row)];
      if (unit !== "time") return { name: key, kind: "number", at };
      return { name: key, kind: "time", at: (row) => Number.isNaN(at(row)) ? null : at(row) };
    }),
  ];
  const rows = sets?.length ?? grid.count;
  return { rows, columns: blocks ? [...columns, ...blockColumns(results, setOf)] : columns };
}

/** Words that have a meaning of their own among columns: a column named for a time is read as one. */
const takenKeys = /^(?:set|state|block_\d.*|time|date|datetime|timestamp)$/i;

/** Name of a parameter's column. */
export function paramKey(name: string): string {
  const taken = takenKeys.test(name) ||
    sweepStatistics.some(({ key }) => key === name);
  return taken ? `param.${name}` : name;
}

/** Names of the columns of one of the equal parts. */
export function blockKeys(block: number): readonly [count: string, sum: string, squares: string] {
  return [`block_${block}_count`, `block_${block}_sum`, `block_${block}_squares`];
}

const parts = 16;

function blockColumns(results: SetResults, setOf: (row: number) => number): FileColumn[] {
  const known = new Map<number, ReturnType<SetResults["blocks"]>>();
  const blocksOf = (set: number): ReturnType<SetResults["blocks"]> => {
    const found = known.get(set) ?? (results.state(set) === "done" ? results.blocks(set) : []);
    known.set(set, found);
    return found;
  };
  return Array.from({ length: parts }, (_, block) => block).flatMap((block) => {
    const [count, sum, squares] = blockKeys(block);
    const read = (row: number): ReturnType<SetResults["blocks"]>[number] | undefined =>
      blocksOf(setOf(row))[block];
    return [
      { name: count, kind: "number", at: (row) => read(row)?.count ?? NaN },
      { name: sum, kind: "number", at: (row) => read(row)?.sum ?? NaN },
      { name: squares, kind: "number", at: (row) => read(row)?.squares ?? NaN },
    ] satisfies FileColumn[];
  });
}

/**
 * Parameters and statistics of sets as CSV, in pieces; numbers read back as the same doubles.
 *
 * @param options Which sets, and whether with the sums of returns.
 */
export function setsCsv(results: SetResults, options: SetsTableOptions = {}): Generator<string> {
  return csvText(setsTable(results, options));
}

/**
 * Parameters and statistics of sets as an Arrow file; loads the Arrow library.
 *
 * @param options Which sets, and whether with the sums of returns.
 * @throws {FileError} If the library cannot be fetched.
 */
export async function setsArrow(
  results: SetResults,
  options: SetsTableOptions = {},
): Promise<Uint8Array> {
  return arrowBytes(await loadArrow(), setsTable(results, options));
}
