import type { Column } from "../../data/bars.ts";
import type { Panel } from "../../data/panel.ts";
import { type CostReturn, costReturns } from "../../run/cost_returns.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { TradeRow } from "../../run/trade_rows.ts";
import type { Statistics } from "../../stats/gather.ts";
import { type PeriodReturn, periodReturns } from "../../stats/period_returns.ts";
import { monthlyTable, yearlyTable } from "../../stats/period_table.ts";
import { type Rolling, rollingStatistics } from "../../stats/rolling.ts";
import { statisticsTable } from "../../stats/statistics_table.ts";
import type { BenchmarkPrices } from "../benchmark.ts";
import type { PlanUse } from "../kept_plan.ts";
import type { PortfolioReason } from "../order_codes.ts";
import type { PortfolioOutput } from "../output.ts";
import { hasPortfolioCosts } from "../scaled_costs.ts";
import type { GroupedSettings } from "../portfolio_settings.ts";
import type { StrategyRun } from "../strategy/strategy_run.ts";
import { type AssetRow, assetRows } from "./asset_rows.ts";
import { type Attribution, attribution } from "./attribution.ts";
import { type Correlations, correlations } from "./correlations.ts";
import { digestOutput } from "./digest_output.ts";
import { type Exposures, exposures } from "./exposures.ts";
import { type GroupRow, groupRows } from "./group_rows.ts";
import {
  type Holdings,
  holdings,
  multipliersOf,
  type PortfolioCurves,
  portfolioCurves,
} from "./holdings.ts";
import { measurePortfolio } from "./measure.ts";
import { type OrderLogRow, orderRows, rejectedByReason } from "./order_rows.ts";
import type { PortfolioFields } from "./portfolio_fields.ts";
import { type PortfolioJson, portfolioJson } from "./portfolio_json.ts";
import { portfolioText } from "./portfolio_text.ts";
import { portfolioTradeRows } from "./trade_rows.ts";
import { whyNoTrades } from "./why.ts";

/** The result of a run over a panel. Everything beyond the engine's columns is computed when first read, and kept. */
export class PortfolioResult implements PortfolioFields {
  /** The panel it ran on. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: GroupedSettings;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** What the engine returned, as columns. */
  readonly output: PortfolioOutput;
  /** What the statistics compare with. */
  readonly benchmark?: BenchmarkPrices;
  /** The same run with every cost multiplied by a factor. */
  readonly atCosts?: (factor: number) => PortfolioOutput;
  /** What a plan of target weights was asked for. */
  readonly planUse?: PlanUse;
  /** The strategy that drove it. */
  readonly strategy?: StrategyRun;
  readonly #multipliers: Float64Array;
  #held?: Holdings;
  #curves?: PortfolioCurves;
  #statistics?: Statistics;
  #trades?: readonly TradeRow[];
  #orders?: readonly OrderLogRow[];
  #assets?: readonly AssetRow[];
  #groups?: readonly GroupRow[];
  #costReturns?: readonly CostReturn[];
  #correlations?: Correlations;

  /** Puts a result together; nothing is computed yet. */
  constructor(fields: PortfolioFields) {
    const { benchmark, atCosts, planUse, strategy } = fields;
    this.panel = fields.panel;
    this.settings = fields.settings;
    this.simMode = fields.simMode;
    this.output = fields.output;
    if (benchmark !== undefined) this.benchmark = benchmark;
    if (atCosts !== undefined) this.atCosts = atCosts;
    if (planUse !== undefined) this.planUse = planUse;
    if (strategy !== undefined) this.strategy = strategy;
    this.#multipliers = multipliersOf(this.panel, this.settings);
  }

  /** Account value at each close, after that bar's fills. */
  get equity(): Column {
    return this.output.equity;
  }

  /** The trades in order of exit, open ones last by asset. Bars held are bars of the panel. */
  get trades(): readonly TradeRow[] {
    return this.#trades ??= portfolioTradeRows(this.output, this.panel, {
      multipliers: this.#multipliers,
    });
  }

  /** The orders, in order of submission. */
  get orders(): readonly OrderLogRow[] {
    return this.#orders ??= orderRows(this.output, this.panel);
  }

  /** Orders, and opening legs, that were refused or cancelled, by reason. */
  get rejected(): Readonly<Record<PortfolioReason, number>> {
    return rejectedByReason(this.output);
  }

  /** What each asset of the panel did for the account, by index. */
  get assets(): readonly AssetRow[] {
    return this.#assets ??= assetRows(this.output, this.panel, {
      cash: this.settings.cash,
      multipliers: this.#multipliers,
      turnover: this.statistics.turnover,
    });
  }

  /** What each group of `settings.groups` did, in order of the first assets; assets without one are the group "". */
  get groups(): readonly GroupRow[] {
    return this.#groups ??= groupRows(this.assets, this.settings);
  }

  /**
   * Total return at zero, one and two times the costs, from two further runs when first read. Code that was not given as a
   * function that makes it cannot be run again: there is the factor 1 only, if there are costs.
   */
  get costReturns(): readonly CostReturn[] {
    const { equity, settings, atCosts } = this;
    return this.#costReturns ??= costReturns({
      equity,
      cash: settings.cash,
      isCostly: hasPortfolioCosts(settings),
      atCosts,
    });
  }

  /** From what prices brought to what is left after costs. */
  get attribution(): Attribution {
    return attribution(this.output);
  }

  /** Cash, and what is held long, short, gross and net as shares of equity, at each bar; and the drawdown. */
  get curves(): PortfolioCurves {
    return this.#curves ??= portfolioCurves(this.equity, this.#holdings(), this.settings);
  }

  /**
   * Values of positions over equity at each bar, one column an asset or group of `settings.groups`; computed at each call.
   *
   * @param options `by`: `"asset"` or `"group"`; `gross`: without signs, so that longs and shorts of a group add up.
   * @throws {RangeError} If `by` is neither.
   */
  exposures(options: { readonly by: "asset" | "group"; readonly gross?: boolean }): Exposures {
    return exposures(this, { ...options, multipliers: this.#multipliers });
  }

  /**
   * Volatility, Sharpe ratio and drawdown over the last `window` sampled returns, at every sample; computed at each call.
   *
   * @throws {RangeError} If the window is no whole number >= 2.
   */
  rolling({ window }: { readonly window: number }): Rolling {
    return rollingStatistics(this.output, this.panel, { ...this.settings, window });
  }

  /** Why there are no trades; undefined if there are. */
  why(): string | undefined {
    return whyNoTrades(this);
  }

  /**
   * Fingerprint of equity, trades, fills and orders: equal for runs that are equal in every bit, whatever engine ran them,
   * and practically never otherwise.
   */
  get digest(): string {
    return digestOutput(this.output);
  }

  /** How what the positions made from close to close moved together. */
  get correlations(): Correlations {
    return this.#correlations ??= correlations(this.output, this.panel, this.#multipliers);
  }

  /**
   * Every statistic by name, from the account's equity and all trades; times in milliseconds since the epoch; NaN where
   * undefined. `buyAndHoldReturn` is that of an equal share of the cash in every asset from its first close on.
   */
  get statistics(): Statistics["values"] {
    return this.#measured().values;
  }

  /** Why a statistic is undefined, for each that is; computes all of them. */
  get statisticReasons(): Statistics["reasons"] {
    return this.#measured().reasons;
  }

  /** Returns by calendar month of the statistics' time zone. */
  get monthlyReturns(): readonly PeriodReturn[] {
    return this.#periodReturns("month");
  }

  /** Returns by calendar year of the statistics' time zone. */
  get yearlyReturns(): readonly PeriodReturn[] {
    return this.#periodReturns("year");
  }

  /** Returns by year and month as text. */
  monthlyTable(): string {
    return monthlyTable(this.monthlyReturns, this.yearlyReturns);
  }

  /** Returns by year as text. */
  yearlyTable(): string {
    return yearlyTable(this.yearlyReturns);
  }

  /** The result as a page of text. */
  toString(): string {
    return portfolioText(this, this.#measured(), this.costReturns);
  }

  /** The statistics that the page leaves out, as text. */
  details(): string {
    return statisticsTable(this.#measured(), { detail: true }).join("\n");
  }

  /** What `result.json` holds, but for timings. */
  toJSON(): PortfolioJson {
    return portfolioJson(this, this.#measured(), this.costReturns);
  }

  #holdings(): Holdings {
    return this.#held ??= holdings(this.output, this.panel, this.#multipliers);
  }

  #measured(): Statistics {
    return this.#statistics ??= measurePortfolio(this.output, {
      panel: this.panel,
      settings: this.settings,
      multipliers: this.#multipliers,
      held: this.#holdings(),
      benchmark: this.benchmark,
    });
  }

  #periodReturns(period: "month" | "year"): PeriodReturn[] {
    const { cash, statistics: { zone } } = this.settings;
    return periodReturns(this.output, this.panel, { period, zone, cash });
  }
}
