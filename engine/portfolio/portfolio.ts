import type { Panel } from "../data/panel.ts";
import { runPortfolioReference } from "../reference/portfolio/mod.ts";
import type { Broker } from "./broker.ts";
import { type ListedOrder, listHandlers } from "./listed_orders.ts";
import { panelCursor, type PanelRows, type PortfolioHandlers } from "./panel_rows.ts";
import { portfolioSettings, type PortfolioSettingsInput } from "./portfolio_settings.ts";
import { PortfolioResult } from "./result/portfolio_result.ts";
import type { PortfolioSettings } from "./settings.ts";
import { whyNotCompiled } from "./compilable.ts";
import { runTargets } from "./run_targets.ts";
import { checkTargetOptions } from "./target_orders.ts";
import {
  type PortfolioWeights,
  type PortfolioWeightsOptions,
  readWeightsOptions,
  weightsPlan,
} from "./weights_plan.ts";

/**
 * Many assets in one account, ready to be driven by code, target weights or a list of orders.
 *
 * What a run means is written in docs/portfolio.md. Target weights run compiled where compiled code has all that the
 * settings ask for; everything else is executed by the reference engine, bar by bar. `simMode` of the result tells which:
 * `"batch"` or `"event"`.
 *
 * @param panel Made by `panelFrom`, `readPanel` and the like.
 * @param settings Settings of every run; what is left out has its default.
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
export function portfolio(panel: Panel, settings: PortfolioSettingsInput = {}): Portfolio {
  return new Portfolio(panel, portfolioSettings(settings, panel));
}

/** Many assets in one account. Made by `portfolio`. */
export class Portfolio {
  /** The panel. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: PortfolioSettings;

  /** Takes panel and settings as checked. */
  constructor(panel: Panel, settings: PortfolioSettings) {
    this.panel = panel;
    this.settings = settings;
  }

  /**
   * Runs code at the close of each bar.
   *
   * @throws {TypeError} For an order that cannot be, as the broker's methods say.
   * @throws {RangeError} For an asset or a number that cannot be.
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

  /** Runs code at the events of a run; throws as `onBar`, and what the code throws. */
  run(handlers: PortfolioHandlers): PortfolioResult {
    const { panel, settings } = this;
    const { onBar, ...others } = handlers;
    const { bars, moveTo } = panelCursor(panel);
    const output = runPortfolioReference(
      panel,
      onBar === undefined ? others : {
        ...others,
        onBar: (broker, t) => {
          moveTo(t);
          onBar(broker, t, bars);
        },
      },
      { settings },
    );
    return new PortfolioResult({ panel, settings, simMode: "event", output });
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
   */
  weights(weights: PortfolioWeights, options: PortfolioWeightsOptions = {}): PortfolioResult {
    const { panel, settings } = this;
    const read = readWeightsOptions(options, settings.zone);
    checkTargetOptions(read.target);
    const plan = weightsPlan(weights, panel, read.calendar);
    const isCompiled = read.simMode === "batch" && whyNotCompiled(settings) === undefined;
    const simMode = isCompiled ? "batch" : "event";
    const output = runTargets(panel, plan, { settings, options: read.target, simMode });
    return new PortfolioResult({ panel, settings, simMode, output });
  }

  /**
   * Submits a list of orders, each at the last close before its time.
   *
   * @throws {DefinitionError} For orders that cannot be, with every one of them.
   */
  orders(list: readonly ListedOrder[]): PortfolioResult {
    return this.run(listHandlers(list, this.panel));
  }
}
