import type { Panel } from "../../engine/data/panel.ts";
import { type Portfolio, portfolio } from "../../engine/portfolio/portfolio.ts";
import { readOrders } from "../../engine/portfolio/read_orders.ts";
import { readWeights } from "../../engine/portfolio/read_weights.ts";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import type { PortfolioWeightsOptions } from "../../engine/portfolio/weights_plan.ts";
import { InputError } from "../command/input_error.ts";
import { readSpan } from "../command/load_bars.ts";
import { loadStrategy } from "../command/load_strategy.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import { readingInput } from "../command/system_error.ts";
import type { PortfolioFlags } from "./check_flags.ts";
import { loadBenchmark } from "./load_benchmark.ts";
import { loadPanel } from "./load_panel.ts";
import { loadPortfolioSettings } from "./load_settings.ts";

/**
 * Reads what the flags name, runs it and computes its statistics.
 *
 * @param options How weights are traded.
 * @throws {InputError} For what cannot be read or used.
 * @throws {DataError} For data, weights or orders that are none.
 */
export async function runPortfolio(
  flags: PortfolioFlags,
  { options, phases }: { readonly options: PortfolioWeightsOptions; readonly phases: Phases },
): Promise<PortfolioResult> {
  const { weights, orders = "", strategy } = flags;
  const panel = await phases.time("read", () => loadPanel(flags));
  const made = await portfolioOf(panel, flags);
  const work = await phases.time("plan", async (): Promise<() => PortfolioResult> => {
    if (strategy !== undefined) {
      const definition = await loadStrategy(strategy);
      const { rank, direction } = flags;
      const chosen = {
        params: readParams(flags.param),
        ...(rank === undefined ? {} : { rank }),
        ...(direction === undefined ? {} : { direction }),
      };
      return () => made.strategy(definition, chosen);
    }
    if (weights === undefined) {
      const list = await readingInput(`the orders ${orders}`, () => readOrders(orders, panel));
      return () => made.orders(list);
    }
    const { missing = "leave" } = flags;
    const plan = await readingInput(
      `the weights ${weights}`,
      () => readWeights(weights, panel, { missing, ...readSpan(flags) }),
    );
    return () => calendarError(weights, () => made.weights(plan, options));
  });
  const result = await phases.time("run", work);
  await phases.time("statistics", () => result.statistics);
  await phases.time("costs", () => result.costReturns);
  return result;
}

async function portfolioOf(panel: Panel, flags: PortfolioFlags): Promise<Portfolio> {
  const { verify, "sim-mode": simMode } = flags;
  const benchmark = await loadBenchmark(panel, flags);
  return portfolio(panel, {
    ...await loadPortfolioSettings(panel, flags),
    verify,
    ...(simMode === undefined ? {} : { simMode }),
    ...(benchmark === undefined ? {} : { benchmark }),
  });
}

/** A calendar of which no bar has weights is the caller's to put right. */
function calendarError<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.startsWith("Cannot plan")) throw error;
    throw new InputError(`${file}: ${error.message}`, { cause: error });
  }
}
