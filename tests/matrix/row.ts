/** The columns of the matrix. */
export const cellNames = ["builder", "text", "JSON", "reference", "compiled", "fuzz"] as const;

/** A column of the matrix. */
export type CellName = typeof cellNames[number];

/** A name of a registry, and how each cell of it is exercised. */
export interface Row {
  /** What kind of name, and the name. */
  readonly name: string;
  /** Throws if the cell is empty or wrong. Columns that the kind of name does not have are left out. */
  readonly cells: Readonly<Partial<Record<CellName, () => void>>>;
  /** What to do about an empty cell, by column. */
  readonly remedies: Readonly<Partial<Record<CellName, string>>>;
}

/** Thrown by a cell for which there is nothing to exercise. */
export class EmptyCell extends Error {
  override readonly name = "EmptyCell";
}

/** Asserts that every cell of the rows is exercised, and says of all names at once which are not. */
export function assertFull(rows: readonly Row[]): void {
  const report = reportRows(rows);
  if (report !== "") throw new Error(`Expected no empty or wrong cell of the matrix\n${report}`);
}

/** What is wrong with the rows, each name with all of its cells at once; no text if all is well. */
export function reportRows(rows: readonly Row[]): string {
  return rows.flatMap((row) => reportRow(row)).join("\n");
}

function reportRow({ name, cells, remedies }: Row): string[] {
  const empty: CellName[] = [];
  const wrong: string[] = [];
  for (const cell of cellNames) {
    try {
      cells[cell]?.();
    } catch (error) {
      if (error instanceof EmptyCell) empty.push(cell);
      else wrong.push(`${name}: ${cell}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (empty.length === 0) return wrong;
  const todo = [...new Set(empty.map((cell) => remedies[cell]))].filter((text) =>
    text !== undefined
  );
  return [`${name}: no ${empty.join(", ")}: ${todo.join("; ")}`, ...wrong];
}
