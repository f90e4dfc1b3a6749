import type { PortfolioJson } from "../../engine/portfolio/result/portfolio_json.ts";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import { rollingTable } from "../backtest/rolling_table.ts";
import { tradesTable } from "../backtest/trades_table.ts";
import { type NamedTable, type TableOptions, writeTables } from "../backtest/write_tables.ts";
import type { Memory, Timings } from "../command/phases.ts";
import { version } from "../command/version.ts";
import { accountTable, exposureTable } from "./account_tables.ts";
import { ordersTable } from "./orders_table.ts";
import { assetsTable, correlationsTable, groupsTable } from "./row_tables.ts";

/** What `result.json` holds. */
export type PortfolioFile = PortfolioJson & {
  /** Version of barjit. */
  readonly version: string;
  /** Names of the other files in the directory. */
  readonly files: readonly string[];
  /** Milliseconds. */
  readonly timings: Timings;
  readonly memory: Memory;
};

/** Where and how the result of a portfolio is written. */
export interface PortfolioWriteOptions extends TableOptions {
  /** Samples in the window of the rolling statistics; without one they are not written. */
  readonly rolling?: number | undefined;
  /** Of what the exposure over time is written, if it is. */
  readonly exposure?: "asset" | "group" | undefined;
}

/**
 * Writes equity, trades, orders, assets, groups if there are any, correlations of two or more positions, rolling statistics
 * and exposures if wanted, and `result.json`, in this order, as `writeTables` does.
 *
 * @returns The text of `result.json`.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writePortfolio(
  result: PortfolioResult,
  { rolling, exposure, ...options }: PortfolioWriteOptions,
): Promise<string> {
  const { phases } = options;
  const json = await phases.time("result", () => result.toJSON());
  const text = (files: readonly string[]): string => {
    const { timings, memory } = phases;
    const whole: PortfolioFile = { ...json, version, files, timings, memory };
    return JSON.stringify(whole, null, 2);
  };
  const tables: NamedTable[] = [
    ["equity", () => accountTable(result)],
    ["trades", () => tradesTable(result)],
    ["orders", () => ordersTable(result)],
    ["assets", () => assetsTable(result)],
  ];
  if (result.groups.length > 0) tables.push(["groups", () => groupsTable(result)]);
  const { correlations } = result;
  if (correlations.symbols.length > 1) {
    tables.push(["correlations", () => correlationsTable(correlations)]);
  }
  if (rolling !== undefined) {
    tables.push(["rolling", () => rollingTable(result.rolling({ window: rolling }))]);
  }
  if (exposure !== undefined) tables.push(["exposure", () => exposureTable(result, exposure)]);
  return await writeTables(tables, text, options);
}
