import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { Panel } from "../data/panel.ts";
import type { Broker } from "./broker.ts";
import { whyNotCompiled } from "./compilable.ts";
import { executePortfolio, type PortfolioWork } from "./execute.ts";
import { keptPlan } from "./kept_plan.ts";
import { type ListedOrder, listHandlers } from "./listed_orders.ts";
import {
  type PortfolioOptions,
  type ReadPortfolioOptions,
  readPortfolioOptions,
} from "./options.ts";
import type { PanelRows, PortfolioHandlers } from "./panel_rows.ts";
import type { PortfolioResult } from "./result/portfolio_result.ts";
import { runHandlers } from "./run_handlers.ts";
import { runTargets } from "./run_targets.ts";
import { hasPortfolioCosts } from "./scaled_costs.ts";
import type { GroupedSettings } from "./portfolio_settings.ts";
import { refuseSignalSettings } from "./signal_settings.ts";
import { type PortfolioStrategyOptions, readStrategyRun } from "./strategy/strategy_run.ts";
import { strategyWork } from "./strategy/strategy_work.ts";
import { checkTargetOptions } from "./target_orders.ts";
import {
  type PortfolioWeights,
  type PortfolioWeightsOptions,
  readWeightsOptions,
  weightsPlan,
} from "./weights_plan.ts";

/**
 * Many assets in one account, ready to be driven by code, target weights, a list of orders or a strategy.
 *
 * What a run means is written in docs/portfolio.md. Runs are compiled where compiled code has all that the settings ask
 * for; the others are executed by the reference engine. `simMode` of the result tells which: `"batch"` or `"event"`.
 *
 * @param panel Made by `panelFrom`, `readPanel` and the like.
 * @param options Settings of every run, and what its result is measured against; what is left out has its default.
 * @throws {DefinitionError} For settings that cannot be used, with every problem at once.
 * @example The strongest of two, held in equal parts of the time
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { panelFromTable } from "../data/panel_from_table.ts";
 * import { topBottom } from "./top_bottom.ts";
 * const panel = panelFromTable({
 *   time: ["2024-01-02", "2024-01-02", "2024-01-03", "2024-01-03", "2024-01-04", "2024-01-04"],
 *   symbol: ["AAPL", "MSFT", "AAPL", "MSFT", "AAPL", "MSFT"],
 *   close: [10, 20, 10, 25, 10, 30],
 * }, { priceOnly: true });
 * const result = portfolio(panel, { cash: 1000 })
 *   .weights((_, bars) => topBottom(bars.row("close"), 1, 0));
 * assertEquals([...result.equity], [1000, 1000, 1200]);
 * assertEquals(result.trades[0].symbol, "MSFT");
 * ```
 */
export function portfolio(panel: Panel, options: PortfolioOptions = {}): Portfolio {
  return new Portfolio({ panel, ...readPortfolioOptions(options, panel) });
}

/** Many assets in one account. Made by `portfolio`. */
export class Portfolio {
  /** The panel. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: GroupedSettings;
  readonly #options: ReadPortfolioOptions;

  /** Takes panel, settings and options as checked. */
  constructor({ panel, settings, options }: {
    readonly panel: Panel;
    readonly settings: GroupedSettings;
    readonly options: ReadPortfolioOptions;
  }) {
    this.panel = panel;
    this.settings = settings;
    this.#options = options;
  }

  /**
   * Runs code at the close of each bar.
   *
   * @throws {TypeError} For an order that cannot be, as the broker's methods say.
   * @throws {RangeError} For an asset or a number that cannot be.
   * @throws {DefinitionError} With `verify`: code that is called again must begin anew, see `run`.
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * import { panelFromArrays } from "../data/panel_from_arrays.ts";
   * const time = ["2024-01-02", "2024-01-03", "2024-01-04"];
   * const panel = panelFromArrays({ symbols: ["AAPL"], time, close: [10, 11, 12], priceOnly: true });
   * const result = portfolio(panel).onBar((broker, t) => {
   *   if (t === 0) broker.buy("AAPL", 100);
   * });
   * assertEquals(result.equity[2], 100_000 + 100 * (12 - 11));
   * ```
   */
  onBar(callback: (broker: Broker, t: number, bars: PanelRows) => void): PortfolioResult {
    return this.run({ onBar: callback });
  }

  /**
   * Runs code at the events of a run; throws as `onBar`, and what the code throws.
   *
   * @param handlers The code; or a function that makes it, called for each run: code that begins anew each time can be run
   * again at other costs, which `costReturns` of the result needs.
   */
  run(handlers: PortfolioHandlers | (() => PortfolioHandlers)): PortfolioResult {
    const { panel, settings } = this;
    refuseSignalSettings(settings);
    const isMade = typeof handlers === "function";
    return this.#execute({
      lacking: whyNotCompiled(settings),
      repeats: isMade,
      execute: (settings, simMode) =>
        runHandlers(panel, isMade ? handlers() : handlers, { settings, simMode }),
    });
  }

  /**
   * Brings the account to target weights.
   *
   * @param weights A plan, weights of all bars and assets, or a function that gives those of one bar.
   * @param options When targets are traded, and how they become orders.
   * @throws {DataError} For weights that do not fit the panel or are infinite.
   * @throws {RangeError} For an option out of its range.
   * @throws {TypeError} For an option that does not exist, or both `every` and `on`.
   * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
   * @throws {DefinitionError} With `verify` where only the reference engine has what the settings ask for.
   * @throws {VerifyError} If `verify` finds a difference.
   */
  weights(weights: PortfolioWeights, options: PortfolioWeightsOptions = {}): PortfolioResult {
    const { panel, settings } = this;
    refuseSignalSettings(settings);
    const read = readWeightsOptions(options, settings.zone);
    checkTargetOptions(read.target);
    // A function of the user's is called once for each bar, whatever is run again.
    const isData = weights instanceof Float64Array;
    const keep = !isData && (this.#options.verify || hasPortfolioCosts(settings));
    const { plan, use } = keptPlan(weightsPlan(weights, panel, read.calendar), { keep });
    return this.#execute({
      lacking: whyNotCompiled(settings),
      repeats: true,
      execute: (settings, simMode) =>
        runTargets(panel, plan, { settings, options: read.target, simMode }),
      use,
    });
  }

  /**
   * Submits a list of orders, each at the last close before its time.
   *
   * @throws {DefinitionError} For orders that cannot be, with every one of them; with `verify` as `onBar`.
   */
  orders(list: readonly ListedOrder[]): PortfolioResult {
    const { panel, settings } = this;
    refuseSignalSettings(settings);
    return this.#execute({
      lacking: whyNotCompiled(settings),
      repeats: true,
      execute: (settings, simMode) =>
        runHandlers(panel, listHandlers(list, panel), { settings, simMode }),
    });
  }

  /**
   * Trades all assets by one strategy.
   *
   * The signals of an asset are those of a backtest of its bars by itself; sizes are of the equity of the account, and where
   * more positions are asked for than `maxPositions` leaves room for, the entries of the highest rank come first.
   *
   * @param definition A strategy, or its definition.
   * @param options Rank, parameters and sides.
   * @throws {DefinitionError} For anything wrong with definition, options, parameters or missing columns, for what a
   * strategy over many assets cannot have, and with `verify` where only the reference engine has what is asked for.
   * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
   * @throws {DataError} If a custom column cannot be filled.
   * @throws {VerifyError} If `verify` finds a difference.
   * @example The stronger of two that rise
   * ```ts
   * import { assertEquals } from "@std/assert";
   * import { panelFromTable } from "../data/panel_from_table.ts";
   * const panel = panelFromTable({
   *   time: ["2024-01-02", "2024-01-02", "2024-01-03", "2024-01-03", "2024-01-04", "2024-01-04"],
   *   symbol: ["AAPL", "MSFT", "AAPL", "MSFT", "AAPL", "MSFT"],
   *   close: [10, 20, 11, 25, 12, 30],
   * }, { priceOnly: true });
   * const rise = { name: "rise", long: { enter: "close > close[1]" } };
   * const result = portfolio(panel, { cash: 3000, maxPositions: 1 })
   *   .strategy(rise, { rank: "close / close[1]" });
   * assertEquals(result.trades.map(({ symbol, quantity }) => [symbol, quantity]), [["MSFT", 100]]);
   * ```
   */
  strategy(
    definition: Strategy | StrategyInput,
    options: PortfolioStrategyOptions = {},
  ): PortfolioResult {
    const { panel, settings } = this;
    const run = readStrategyRun(definition, options, { panel, settings });
    return this.#execute(strategyWork(run, panel, { settings, ...this.#options }));
  }

  #execute(work: PortfolioWork): PortfolioResult {
    return executePortfolio(work, {
      panel: this.panel,
      settings: this.settings,
      options: this.#options,
    });
  }
}
