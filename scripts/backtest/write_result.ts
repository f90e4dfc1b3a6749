import type { BacktestResult } from "../../engine/run/result.ts";
import type { Phases } from "../command/phases.ts";
import { writeTogether } from "../command/write_together.ts";
import { arrowBytes, loadArrow } from "./arrow_bytes.ts";
import { csvText } from "./csv_text.ts";
import { equityTable } from "./equity_table.ts";
import { resultFile } from "./result_file.ts";
import { rollingTable } from "./rolling_table.ts";
import type { FileTable } from "./table.ts";
import { tradesTable } from "./trades_table.ts";

/** Where and how a result is written. */
export interface WriteOptions {
  /** Directory; nothing is written without one. */
  readonly out: string | undefined;
  readonly format: "csv" | "arrow";
  /** Samples in the window of the rolling statistics; without one they are not written. */
  readonly rolling?: number | undefined;
  readonly phases: Phases;
}

/**
 * Writes equity, trades, rolling statistics if wanted, and `result.json`, in this order: whole or not at all, see `writeTogether`. Files of the other
 * format that an earlier run left stay, and `result.json` names those that belong to it.
 *
 * @returns The text of `result.json`; its phase `write` is that of the other files.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writeResult(
  result: BacktestResult,
  { out, format, rolling, phases }: WriteOptions,
): Promise<string> {
  const text = (files: readonly string[]): string =>
    JSON.stringify(resultFile(result, { files, phases }), null, 2);
  if (out === undefined) return text([]);
  const pieces = await piecesOf(format);
  const tables: [name: string, make: () => FileTable][] = [
    ["equity", () => equityTable(result)],
    ["trades", () => tradesTable(result)],
  ];
  if (rolling !== undefined) {
    tables.push(["rolling", () => rollingTable(result.rolling({ window: rolling }))]);
  }
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

async function piecesOf(format: WriteOptions["format"]): Promise<Pieces> {
  if (format === "csv") return csvText;
  const arrow = await loadArrow();
  return (table) => [arrowBytes(arrow, table)];
}
