import type { BacktestResult } from "../../engine/run/result.ts";
import type { Phases } from "../command/phases.ts";
import { writeTogether } from "../command/write_together.ts";
import { arrowBytes, loadArrow } from "./arrow_bytes.ts";
import { csvText } from "./csv_text.ts";
import { equityTable } from "./equity_table.ts";
import { resultFile } from "./result_file.ts";
import type { FileTable } from "./table.ts";
import { tradesTable } from "./trades_table.ts";

/** Where and how a result is written. */
export interface WriteOptions {
  /** Directory; nothing is written without one. */
  readonly out: string | undefined;
  readonly format: "csv" | "arrow";
  readonly phases: Phases;
}

/**
 * Writes equity, trades and `result.json`, in this order: whole or not at all, see `writeTogether`. Files of the other
 * format that an earlier run left stay, and `result.json` names those that belong to it.
 *
 * @returns The text of `result.json`; its phase `write` is that of the other files.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writeResult(
  result: BacktestResult,
  { out, format, phases }: WriteOptions,
): Promise<string> {
  const text = (files: readonly string[]): string =>
    JSON.stringify(resultFile(result, { files, phases }), null, 2);
  if (out === undefined) return text([]);
  const pieces = await piecesOf(format);
  const tables = [["equity", equityTable], ["trades", tradesTable]] as const;
  let written = "";
  await writeTogether(out, async (write) => {
    await phases.time("write", async () => {
      for (const [name, table] of tables) await write(`${name}.${format}`, pieces(table(result)));
    });
    written = text(tables.map(([name]) => `${name}.${format}`));
    await write("result.json", [written, "\n"]);
  });
  return written;
}

type Pieces = (table: FileTable) => Iterable<string | Uint8Array>;

async function piecesOf(format: WriteOptions["format"]): Promise<Pieces> {
  if (format === "csv") return csvText;
  const arrow = await loadArrow();
  return (table) => [arrowBytes(arrow, table)];
}
