import type { SetCurve } from "../../engine/sweep/report/best_equity.ts";
import { setsTable } from "../../engine/sweep/report/sets_table.ts";
import type { SweepJson } from "../../engine/sweep/result_json.ts";
import type { PortfolioSweepJson } from "../../engine/sweep/portfolio/result_json.ts";
import { type NamedTable, type TableOptions, writeTables } from "../backtest/write_tables.ts";
import type { Memory, Timings } from "../command/phases.ts";
import { version } from "../command/version.ts";
import type { CheckedSweepFlags } from "./check_flags.ts";
import { blocksTable, curvesTable } from "./sets_table.ts";
import type { AnySweep } from "./sweep_work.ts";

/** What `result.json` holds; `sweep_result` and `portfolio_sweep_result` of `scripts/schema` describe it. */
export type SweepFile = (SweepJson | PortfolioSweepJson) & {
  /** Version of barjit. */
  readonly version: string;
  /** Names of the other files in the directory. */
  readonly files: readonly string[];
  /** Milliseconds. */
  readonly timings: Timings;
  readonly memory: Memory;
};

/**
 * Writes sets, blocks, equity of the best if wanted, and `result.json`, in this order, as `writeTables` does.
 *
 * @returns The text of `result.json`.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writeSweep(
  result: AnySweep,
  { by, order, filter, top, keepEquity, ...options }:
    & Pick<CheckedSweepFlags, "by" | "order" | "filter" | "top" | "keepEquity">
    & TableOptions,
): Promise<string> {
  const { phases } = options;
  const ranking = { by, order, ...(filter === undefined ? {} : { filter }) };
  const json = await phases.time("statistics", () => result.toJSON({ ...ranking, top }));
  const text = (files: readonly string[]): string => {
    const { timings, memory } = phases;
    const whole: SweepFile = { ...json, version, files, timings, memory };
    return JSON.stringify(whole, null, 2);
  };
  const tables: NamedTable[] = [
    ["sets", () => setsTable(result)],
    ["blocks", () => blocksTable(result)],
  ];
  if (keepEquity > 0) {
    const best = (): SetCurve[] => result.bestEquity(keepEquity, ranking);
    tables.push(["equity", () => curvesTable(result, best())]);
  }
  return writeTables(tables, text, options);
}
