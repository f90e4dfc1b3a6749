/**
 * Rows of cells as aligned lines, two spaces between columns and none at the end of a line.
 *
 * @param rows Cells; a row may be short.
 * @param align `l` or `r` for each column; left beyond its end.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(alignedTable([["side", "pnl"], ["long", "1,250.00"]], "lr"), "side       pnl\nlong  1,250.00");
 * ```
 */
export function alignedTable(rows: readonly (readonly string[])[], align: string): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row.map((cell, column) =>
      align[column] === "r" ? cell.padStart(widths[column]) : cell.padEnd(widths[column])
    ).join("  ").trimEnd()
  ).join("\n");
}

/**
 * Puts two blocks of lines beside each other.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(besides(["a", "bcd"], ["e"]), ["a      e", "bcd"]);
 * ```
 */
export function besides(left: readonly string[], right: readonly string[]): string[] {
  const width = Math.max(0, ...left.map((line) => line.length));
  const lines = Math.max(left.length, right.length);
  return Array.from(
    { length: lines },
    (_, at) => `${(left[at] ?? "").padEnd(width)}    ${right[at] ?? ""}`.trimEnd(),
  );
}
