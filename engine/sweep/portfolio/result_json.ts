import { type PanelRecord, panelRecord } from "../../portfolio/result/panel_record.ts";
import {
  type PortfolioSettingsJson,
  portfolioSettingsJson,
} from "../../portfolio/result/settings_json.ts";
import { type StrategyRunRecord, strategyRunRecord } from "../../portfolio/strategy/run_record.ts";
import type { SimMode } from "../../run/result_fields.ts";
import { type BestOptions, type GridJson, gridJson } from "../result_json.ts";
import type { PortfolioSweepFields, PortfolioSweepResult } from "./result.ts";

/** What the `result.json` of a sweep over a panel holds, but for timings. Times in milliseconds since the epoch. */
export interface PortfolioSweepJson extends GridJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** What was run; `params` are those that are the same in all sets. Null: code. */
  readonly strategy: StrategyRunRecord | null;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** What it ran on. */
  readonly data: PanelRecord;
  /** Which engine was asked for. */
  readonly run: {
    readonly simMode: SimMode;
    /** Symbol of what the statistics compare with, empty where it has none; null: there is no benchmark. */
    readonly benchmark: string | null;
  };
  /** Every setting as resolved; those that the grid names are those of the first set. */
  readonly settings: PortfolioSettingsJson;
}

/** Gathers what `result.json` holds, with the best sets. */
export function portfolioSweepJson(
  result: PortfolioSweepResult,
  { strategy, params, panel, options: { simMode = "batch" }, benchmark, settings }:
    PortfolioSweepFields,
  best: BestOptions,
): PortfolioSweepJson {
  return {
    schemaVersion: 1,
    strategy: strategy === undefined
      ? null
      : strategyRunRecord({ ...strategy, params: new Map(Object.entries(params)) }),
    params,
    data: panelRecord(panel),
    run: { simMode, benchmark },
    settings: portfolioSettingsJson(settings[0].complete),
    ...gridJson(result, best),
  };
}
