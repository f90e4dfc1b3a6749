import type { Column } from "../../data/bars.ts";
import type { Panel } from "../../data/panel.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { TradeRow } from "../../run/trade_rows.ts";
import type { Statistics } from "../../stats/gather.ts";
import { type PeriodReturn, periodReturns } from "../../stats/period_returns.ts";
import { monthlyTable } from "../../stats/period_table.ts";
import { statisticsTable } from "../../stats/statistics_table.ts";
import type { PortfolioReason } from "../order_codes.ts";
import type { PortfolioOutput } from "../output.ts";
import type { PortfolioSettings } from "../settings.ts";
import { type AssetRow, assetRows } from "./asset_rows.ts";
import { type Attribution, attribution } from "./attribution.ts";
import { type Correlations, correlations } from "./correlations.ts";
import {
  type Holdings,
  holdings,
  multipliersOf,
  type PortfolioCurves,
  portfolioCurves,
} from "./holdings.ts";
import { heldBars, measurePortfolio } from "./measure.ts";
import { type OrderLogRow, orderRows, rejectedByReason } from "./order_rows.ts";
import { type PortfolioJson, portfolioJson } from "./portfolio_json.ts";
import { portfolioText } from "./portfolio_text.ts";
import { portfolioTradeRows } from "./trade_rows.ts";

/** What a result is made of. */
export interface PortfolioFields {
  /** The panel it ran on. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: PortfolioSettings;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** What the engine returned, as columns. */
  readonly output: PortfolioOutput;
}

/** The result of a run over a panel. Everything beyond the engine's columns is computed when first read, and kept. */
export class PortfolioResult implements PortfolioFields {
  /** The panel it ran on. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: PortfolioSettings;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** What the engine returned, as columns. */
  readonly output: PortfolioOutput;
  readonly #multipliers: Float64Array;
  #held?: Holdings;
  #curves?: PortfolioCurves;
  #statistics?: Statistics;
  #trades?: readonly TradeRow[];
  #orders?: readonly OrderLogRow[];
  #assets?: readonly AssetRow[];
  #correlations?: Correlations;

  /** Puts a result together; nothing is computed yet. */
  constructor({ panel, settings, simMode, output }: PortfolioFields) {
    this.panel = panel;
    this.settings = settings;
    this.simMode = simMode;
    this.output = output;
    this.#multipliers = multipliersOf(panel, settings);
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

  /** The result as a page of text. */
  toString(): string {
    return portfolioText(this, this.#measured());
  }

  /** The statistics that the page leaves out, as text. */
  details(): string {
    return statisticsTable(this.#measured(), { detail: true }).join("\n");
  }

  /** What `result.json` holds, but for timings. */
  toJSON(): PortfolioJson {
    return portfolioJson(this, this.#measured());
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
    });
  }

  #periodReturns(period: "month" | "year"): PeriodReturn[] {
    const { cash, statistics: { zone } } = this.settings;
    return periodReturns(this.output, heldBars(this.panel), { period, zone, cash });
  }
}
