import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import type { Bars, Column } from "../data/bars.ts";
import { computeStatistics } from "../stats/compute.ts";
import type { Statistics } from "../stats/gather.ts";
import { type PeriodReturn, periodReturns } from "../stats/period_returns.ts";
import { monthlyTable, yearlyTable } from "../stats/period_table.ts";
import { type Rolling, rollingStatistics } from "../stats/rolling.ts";
import { statisticsTable } from "../stats/statistics_table.ts";
import { type CostReturn, costReturns } from "./cost_returns.ts";
import { type Curves, curves } from "./curves.ts";
import type { RunOutput } from "./output.ts";
import type { ResultFields, SignalCount, SimMode } from "./result_fields.ts";
import { type ResultJson, resultJson } from "./result_json.ts";
import { resultText } from "./result_text.ts";
import { hasCosts, hasFinancing } from "./scaled_costs.ts";
import { type TradeRow, tradeRows } from "./trade_rows.ts";
import { whyNoTrades } from "./why.ts";

/** The result of a backtest. Everything beyond the engine's columns is computed when first read, and kept. */
export class BacktestResult implements ResultFields {
  /** The strategy. */
  readonly strategy: Strategy;
  /** The bars it ran on. */
  readonly bars: Bars;
  /** Every setting as resolved. */
  readonly settings: Settings;
  /** Value of each parameter in this run. */
  readonly params: Readonly<Record<string, number>>;
  /** The sides that were traded. */
  readonly direction: Direction;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** Column of the bars that the statistics compare with. */
  readonly benchmark?: string;
  /** What the engine returned, as columns. */
  readonly output: RunOutput;
  /** The same run with every cost multiplied by a factor. */
  readonly atCosts?: (factor: number) => RunOutput;
  /** Counts the signals, when asked why there are no trades. */
  readonly signalCounts?: () => readonly SignalCount[];
  #statistics?: Statistics;
  #trades?: readonly TradeRow[];
  #monthly?: readonly PeriodReturn[];
  #yearly?: readonly PeriodReturn[];
  #curves?: Curves;
  #costReturns?: readonly CostReturn[];

  /** Puts a result together; nothing is computed yet. */
  constructor(fields: ResultFields) {
    this.strategy = fields.strategy;
    this.bars = fields.bars;
    this.settings = fields.settings;
    this.params = fields.params;
    this.direction = fields.direction;
    this.simMode = fields.simMode;
    this.output = fields.output;
    if (fields.benchmark !== undefined) this.benchmark = fields.benchmark;
    if (fields.atCosts !== undefined) this.atCosts = fields.atCosts;
    if (fields.signalCounts !== undefined) this.signalCounts = fields.signalCounts;
  }

  /** Account value at each close, after that bar's fills. */
  get equity(): Column {
    return this.output.equity;
  }

  /** The trades in order of exit, an open one last. */
  get trades(): readonly TradeRow[] {
    return this.#trades ??= tradeRows(this.output, this.bars);
  }

  /**
   * Every statistic by name, times in milliseconds since the epoch; NaN where undefined. Those that `details()` shows are
   * computed when first read.
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
    return this.#monthly ??= this.#periodReturns("month");
  }

  /** Returns by calendar year of the statistics' time zone. */
  get yearlyReturns(): readonly PeriodReturn[] {
    return this.#yearly ??= this.#periodReturns("year");
  }

  /** Cash, exposure and drawdown at each bar. */
  get curves(): Curves {
    const { cash, financing } = this.settings;
    const financed = hasFinancing(financing);
    return this.#curves ??= curves(this.output, this.bars, { cash, financed });
  }

  /** Total return at zero, one and two times the costs, from two further runs when first read. */
  get costReturns(): readonly CostReturn[] {
    const { equity, settings, atCosts } = this;
    const { cash } = settings;
    return this.#costReturns ??= costReturns({
      equity,
      cash,
      isCostly: hasCosts(settings),
      atCosts,
    });
  }

  /**
   * Volatility, Sharpe ratio and drawdown over the last `window` sampled returns, at every sample; computed at each call.
   *
   * @throws {RangeError} If the window is no whole number >= 2.
   */
  rolling({ window }: { readonly window: number }): Rolling {
    return rollingStatistics(this.output, this.bars, { ...this.settings, window });
  }

  /** Why there are no trades; undefined if there are. */
  why(): string | undefined {
    return whyNoTrades(this);
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
    return resultText(this, this.#measured(), this.costReturns);
  }

  /** The statistics that the page leaves out, as text. */
  details(): string {
    return statisticsTable(this.#measured(), { detail: true }).join("\n");
  }

  /** What `result.json` holds, but for timings. */
  toJSON(): ResultJson {
    return resultJson(this, this.#measured(), this.costReturns);
  }

  #measured(): Statistics {
    const { output, bars, settings, benchmark } = this;
    const options = benchmark === undefined ? settings : { ...settings, benchmark };
    return this.#statistics ??= computeStatistics(output, bars, options);
  }

  #periodReturns(period: "month" | "year"): PeriodReturn[] {
    const { zone } = this.settings.statistics;
    return periodReturns(this.output, this.bars, { period, zone, cash: this.settings.cash });
  }
}
