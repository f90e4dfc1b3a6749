import type { Phases } from "../command/phases.ts";
import { writeTogether } from "../command/write_together.ts";
import { arrowBytes, loadArrow } from "../../engine/files/arrow_bytes.ts";
import { csvText } from "../../engine/files/csv_text.ts";
import type { FileTable } from "../../engine/files/table.ts";

/** Where and how a result is written. */
export interface TableOptions {
  /** Directory; nothing is written without one. */
  readonly out: string | undefined;
  readonly format: "csv" | "arrow";
  readonly phases: Phases;
}

/** A table by its name without extension. */
export type NamedTable = readonly [name: string, make: () => FileTable];

/**
 * Writes tables, and `result.json` last: whole or not at all, see `writeTogether`. Files of the other format that an earlier
 * run left stay, and `result.json` names those that belong to it.
 *
 * @param text Makes the text of `result.json` from the names of the other files.
 * @returns The text of `result.json`; its phase `write` is that of the other files.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writeTables(
  tables: readonly NamedTable[],
  text: (files: readonly string[]) => string,
  { out, format, phases }: TableOptions,
): Promise<string> {
  if (out === undefined) return text([]);
  const pieces = await piecesOf(format);
  let written = "";
  await writeTogether(out, async (write) => {
    await phases.time("write", async () => {
      for (const [name, table] of tables) await write(`${name}.${format}`, pieces(table()));
    });
    written = text(tables.map(([name]) => `${name}.${format}`));
    await write("result.json", [written, "\n"]);
  });
  return written;
}

type Pieces = (table: FileTable) => Iterable<string | Uint8Array>;

async function piecesOf(format: TableOptions["format"]): Promise<Pieces> {
  if (format === "csv") return csvText;
  const arrow = await loadArrow();
  return (table) => [arrowBytes(arrow, table)];
}
