/** A column of zeros. */
export function newColumn(whole: boolean, length: number): Float64Array | Int32Array {
  return whole ? new Int32Array(length) : new Float64Array(length);
}

/** A longer copy of a column. */
export function growColumn<C extends Float64Array | Int32Array>(column: C, length: number): C {
  const longer = newColumn(column instanceof Int32Array, length) as C;
  longer.set(column);
  return longer;
}
