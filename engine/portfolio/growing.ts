/** A column of zeros. */
export function newColumn(whole: boolean, length: number): Float64Array | Int32Array {
  return whole ? new Int32Array(length) : new Float64Array(length);
}

/**
 * Rows that tables of a run over so many bars of assets have room for at first: an eighth, between 1,024 and 262,144.
 * Memory that is never written to costs nothing, and growing copies what is there.
 */
export function firstRoom(cells: number): number {
  return Math.min(Math.max(Math.ceil(cells / 8), 1024), 2 ** 18);
}

/** A longer copy of a column. */
export function growColumn<C extends Float64Array | Int32Array>(column: C, length: number): C {
  const longer = newColumn(column instanceof Int32Array, length) as C;
  longer.set(column);
  return longer;
}

/** Names of columns in the order of generated code; whole numbers or not. */
type Names = readonly (readonly [name: string, whole: boolean])[];

/** Columns by name. */
export type ColumnsOf<List extends Names> = {
  readonly [C in List[number] as C[0]]: C[1] extends true ? Int32Array
    : C[1] extends false ? Float64Array
    : Float64Array | Int32Array;
};

/** The same columns by name. */
export function byName<List extends Names>(
  names: List,
  columns: readonly (Float64Array | Int32Array)[],
): ColumnsOf<List> {
  const entries = names.map(([name], index) => [name, columns[index]] as const);
  return Object.fromEntries(entries) as unknown as ColumnsOf<List>;
}
