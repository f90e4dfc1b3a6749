import type { BacktestResult } from "../../engine/run/result.ts";
import { equityTable } from "./equity_table.ts";
import { resultFile } from "./result_file.ts";
import { rollingTable } from "./rolling_table.ts";
import { tradesTable } from "./trades_table.ts";
import { type NamedTable, type TableOptions, writeTables } from "./write_tables.ts";

/** Where and how a result is written. */
export interface WriteOptions extends TableOptions {
  /** Samples in the window of the rolling statistics; without one they are not written. */
  readonly rolling?: number | undefined;
}

/**
 * Writes equity, trades, rolling statistics if wanted, and `result.json`, in this order, as `writeTables` does.
 *
 * @returns The text of `result.json`.
 * @throws {InputError} If the directory cannot be written.
 */
export function writeResult(
  result: BacktestResult,
  { rolling, ...options }: WriteOptions,
): Promise<string> {
  const text = (files: readonly string[]): string =>
    JSON.stringify(resultFile(result, { files, phases: options.phases }), null, 2);
  const tables: NamedTable[] = [
    ["equity", () => equityTable(result)],
    ["trades", () => tradesTable(result)],
  ];
  if (rolling !== undefined) {
    tables.push(["rolling", () => rollingTable(result.rolling({ window: rolling }))]);
  }
  return writeTables(tables, text, options);
}
