import { arrowColumns } from "../../data/arrow_columns.ts";
import { DataError } from "../../data/data_error.ts";
import { arrowBytes, type ArrowLibrary } from "../../files/arrow_bytes.ts";
import { FileError } from "../../files/file_error.ts";
import type { StatisticName } from "../../stats/registry.ts";
import { type Grid, gridOf } from "../../sweep/grid/grid.ts";
import type { SetState } from "../../sweep/job.ts";
import { sweepStatistics } from "../../sweep/metrics.ts";
import { blockKeys, paramKey, setsTable } from "../../sweep/report/sets_table.ts";
import type { ReturnBlock, SetResults } from "../../sweep/report/set_results.ts";
import { blockCount } from "../../sweep/totals/block_sums.ts";

/** Results of sets as the bytes of a file of a store. */
export function storedBytes(arrow: ArrowLibrary, results: SetResults): Uint8Array {
  return arrowBytes(arrow, setsTable(results, { blocks: true }));
}

/** Results of sets out of a file of a store. */
export class StoredSets implements SetResults {
  /** The sets. */
  readonly grid: Grid;
  readonly #columns: ReadonlyMap<string, ArrayLike<unknown>>;
  readonly #path: string;

  /**
   * Takes the columns of a file.
   *
   * @param names Parameters of the grid.
   * @throws {FileError} If it does not have them.
   */
  constructor(
    columns: ReadonlyMap<string, ArrayLike<unknown>>,
    { names, path }: { readonly names: readonly string[]; readonly path: string },
  ) {
    this.#columns = columns;
    this.#path = path;
    const params = names.map((name) => this.#numbers(paramKey(name)));
    const { length } = this.#texts("state");
    const matrix = new Float64Array(names.length * length);
    params.forEach((values, axis) =>
      values.forEach((value, set) => {
        matrix[set * names.length + axis] = value;
      })
    );
    this.grid = gridOf(names, matrix);
  }

  /** What became of a set. */
  state(set: number): SetState {
    return this.#texts("state")[set] as SetState;
  }

  /** A statistic of every set; NaN where it is not defined, and of sets that are not done. */
  column(name: StatisticName): Float64Array {
    const { key } = sweepStatistics.find((statistic) => statistic.name === name) ?? { key: name };
    return this.#numbers(key);
  }

  /** The sampled returns of a set in 16 equal parts of the data. */
  blocks(set: number): readonly ReturnBlock[] {
    return Array.from({ length: blockCount }, (_, block) => {
      const [count, sum, squares] = blockKeys(block).map((key) => this.#numbers(key)[set]);
      return { count, sum, squares };
    });
  }

  #numbers(key: string): Float64Array {
    const column = this.#columns.get(key);
    if (column instanceof Float64Array) return column;
    throw new FileError(`Cannot read ${this.#path}: expected numbers in a column ${key}`);
  }

  #texts(key: string): readonly string[] {
    const column = this.#columns.get(key);
    if (Array.isArray(column)) return column;
    throw new FileError(`Cannot read ${this.#path}: expected texts in a column ${key}`);
  }
}

/**
 * Reads results out of a file of a store; loads the Arrow library.
 *
 * @throws {FileError} If it is damaged.
 * @throws {Deno.errors.NotFound} If there is none.
 */
export async function readStoredSets(
  path: string,
  names: readonly string[],
): Promise<StoredSets> {
  const bytes = await Deno.readFile(path);
  try {
    return new StoredSets(await arrowColumns(bytes, { source: path }), { names, path });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new FileError(`Cannot read results: ${error.message}`, { cause: error });
  }
}
