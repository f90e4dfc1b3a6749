/** Rows of some columns that are equal, as groups numbered in the order of their first rows. */
export interface RowGroups {
  /** Group of each row. */
  readonly of: Int32Array;
  /** First row of each group. */
  readonly first: readonly number[];
}

/** Puts rows with equal numbers in all columns together. */
export function groupRows(
  columns: readonly ArrayLike<number>[],
  length: number,
): RowGroups {
  let groups: RowGroups = { of: new Int32Array(length), first: length === 0 ? [] : [0] };
  for (const column of columns) {
    if (!isConstant(column)) groups = split(groups, column);
  }
  return groups;
}

function isConstant(column: ArrayLike<number>): boolean {
  for (let row = 1; row < column.length; row++) {
    if (!Object.is(column[row], column[0])) return false;
  }
  return true;
}

function split({ of, first: { length: count } }: RowGroups, column: ArrayLike<number>): RowGroups {
  const known = Array.from({ length: count }, () => new Map<number, number>());
  const groups = new Int32Array(of.length);
  const first: number[] = [];
  for (let row = 0; row < of.length; row++) {
    const values = known[of[row]];
    let group = values.get(column[row]);
    if (group === undefined) {
      group = first.push(row) - 1;
      values.set(column[row], group);
    }
    groups[row] = group;
  }
  return { of: groups, first };
}
