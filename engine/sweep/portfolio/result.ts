import type { Panel } from "../../data/panel.ts";
import { portfolio } from "../../portfolio/portfolio.ts";
import type { PortfolioOptions } from "../../portfolio/options.ts";
import type {
  GroupedSettings,
  PortfolioSettingsInput,
} from "../../portfolio/portfolio_settings.ts";
import type { PortfolioResult } from "../../portfolio/result/portfolio_result.ts";
import type { StrategyRun } from "../../portfolio/strategy/strategy_run.ts";
import { resolveSampling } from "../../stats/sampling.ts";
import { type GridFields, GridResult, type SetReaders } from "../grid_result.ts";
import { paramsOf } from "../params_of.ts";
import { bestEquity, type SetCurve } from "../report/best_equity.ts";
import type { RankOptions } from "../report/rank_sets.ts";
import type { BestOptions } from "../result_json.ts";
import { blockLength, readBlocks, sampleBlocks } from "../totals/block_sums.ts";
import { drive, type PortfolioCode } from "./driver.ts";
import { type PortfolioSweepJson, portfolioSweepJson } from "./result_json.ts";
import { readSetRow, type SetRows } from "./set_rows.ts";

/** Settings of some sets, as written and complete. */
export interface VariantSettings {
  readonly input: PortfolioSettingsInput;
  readonly complete: GroupedSettings;
}

/** What a result of a sweep over a panel is made of. */
export interface PortfolioSweepFields extends GridFields {
  readonly panel: Panel;
  readonly code: PortfolioCode;
  /** The strategy, if it is one. */
  readonly strategy: StrategyRun | undefined;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** The different settings, and which of them each set has. */
  readonly settings: readonly VariantSettings[];
  readonly variants: Int32Array;
  /** How it was run. */
  readonly options: Pick<PortfolioOptions, "simMode" | "benchmark">;
  /** Symbol of the benchmark, empty where it has none; null: there is none. */
  readonly benchmark: string | null;
  readonly store: SetRows;
}

/** The result of a sweep over a panel: sets by number, in the order of the grid. */
export class PortfolioSweepResult extends GridResult {
  /** The panel. */
  readonly panel: Panel;
  /** The strategy that was swept; undefined: code was. */
  readonly strategy: StrategyRun | undefined;
  readonly #fields: PortfolioSweepFields;

  /**
   * Puts a result together.
   *
   * @ignore
   */
  constructor(fields: PortfolioSweepFields) {
    super(fields, readersOf(fields));
    this.panel = fields.panel;
    this.strategy = fields.strategy;
    this.#fields = fields;
  }

  /** The equity of the `count` best sets, in the order of `rank`: each is run again, and nothing but its curve kept. */
  bestEquity(count: number, options: RankOptions = {}): SetCurve[] {
    return bestEquity(this, count, options);
  }

  /** Runs one set again, in full detail; throws what its code throws. */
  rerun(set: number): PortfolioResult {
    const { panel, code, params, settings, variants, options } = this.#fields;
    if (!(set in variants)) {
      throw new RangeError(`Cannot run set ${set} of a sweep again: there is no such set`);
    }
    const own = Object.fromEntries(paramsOf({ params, ...this.grid }, set));
    const account = portfolio(panel, { ...settings[variants[set]].input, ...options });
    return drive(account, () => code({ ...own }));
  }

  /** What `result.json` of a sweep holds: what was run, and the `top` best sets, 10 where left out. */
  toJSON(options: BestOptions = {}): PortfolioSweepJson {
    return portfolioSweepJson(this, this.#fields, options);
  }
}

/** Reads what sets have left as rows of statistics. */
function readersOf({ panel, settings, store }: PortfolioSweepFields): SetReaders {
  // No setting that is a number changes which bars are samples.
  const sampling = resolveSampling(panel.time, settings[0].complete.statistics);
  const parts = sampleBlocks(sampling, panel.length);
  return {
    measure: (set) => readSetRow(store, set),
    blocksOf: (set) => readBlocks(store.blocks, set * blockLength, parts),
  };
}
