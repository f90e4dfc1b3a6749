/**
 * A Markdown table, laid out as the formatter wants it.
 *
 * @param columns Headings; the first column is code.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const table = markdownTable(["Written", "Value"], [["a | b", "Either"]]);
 * assertEquals(table.split("\n")[2], "| `a \\| b` | Either |");
 * ```
 */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? `\`${cell}\`` : cell).replaceAll("|", "\\|"))
  );
  const widths = columns.map((heading, column) =>
    Math.max(3, heading.length, ...cells.map((row) => row[column].length))
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [columns, widths.map((width) => "-".repeat(width)), ...cells].map(line).join("\n");
}
