#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Writes the values of expressions on every bar of a CSV file as CSV: `--help` lists its flags and exit codes.
 *
 * @module
 */
import { evaluateColumns } from "../engine/run/columns.ts";
import { csvText } from "../engine/files/csv_text.ts";
import { columnsTable } from "./columns/columns_table.ts";
import { columnsCommand } from "./columns/flags.ts";
import { InputError } from "./command/input_error.ts";
import { loadBars } from "./command/load_bars.ts";
import { print } from "./command/print.ts";
import { readParams } from "./command/read_params.ts";
import { runCommand } from "./command/run_command.ts";
import { writeFile } from "./command/write_file.ts";

await runCommand(columnsCommand, async (flags) => {
  const { expr: texts, "sim-mode": simMode, out } = flags;
  if (texts.length === 0) {
    throw new InputError("Cannot read the flags: expected at least one --expr EXPRESSION");
  }
  const params = readParams(flags.param);
  const bars = await loadBars({ ...flags, priceOnly: flags["price-only"] });
  const values = evaluateColumns(texts, bars, { params, simMode });
  const pieces = csvText(columnsTable(bars, texts.map((text, at) => [text, values[at]])));
  if (out === undefined) print(pieces);
  else await writeFile(out, pieces);
});
