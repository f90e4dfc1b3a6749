import type { Panel } from "../../engine/data/panel.ts";
import { readPanel } from "../../engine/data/read_panel.ts";
import { type Portfolio, portfolio } from "../../engine/portfolio/portfolio.ts";
import type { PortfolioSettingsInput } from "../../engine/portfolio/portfolio_settings.ts";
import { readOrders } from "../../engine/portfolio/read_orders.ts";
import { readWeights } from "../../engine/portfolio/read_weights.ts";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import type { PortfolioWeightsOptions } from "../../engine/portfolio/weights_plan.ts";
import { inFile } from "../command/in_file.ts";
import { InputError } from "../command/input_error.ts";
import { readBound } from "../command/load_bars.ts";
import type { Phases } from "../command/phases.ts";
import { readJson } from "../command/read_json.ts";
import { readingInput } from "../command/system_error.ts";
import type { PortfolioFlags } from "./check_flags.ts";

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
  const { weights, orders = "", config } = flags;
  const panel = await phases.time("read", () => loadPanel(flags));
  const made = await portfolioOf(panel, config);
  const work = await phases.time("plan", async (): Promise<() => PortfolioResult> => {
    if (weights === undefined) {
      const list = await readingInput(`the orders ${orders}`, () => readOrders(orders, panel));
      return () => made.orders(list);
    }
    const { missing = "leave" } = flags;
    const plan = await readingInput(
      `the weights ${weights}`,
      () => readWeights(weights, panel, { missing, ...spanOf(flags) }),
    );
    return () => calendarError(weights, () => made.weights(plan, options));
  });
  const result = await phases.time("run", work);
  await phases.time("statistics", () => result.statistics);
  return result;
}

function loadPanel(flags: PortfolioFlags): Promise<Panel> {
  const { data, quiet } = flags;
  const onSkip = (column: string): void => {
    if (!quiet) console.error(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
  };
  return readingInput(
    `the data ${data.join(" ")}`,
    () => readPanel(data, { ...spanOf(flags), priceOnly: flags["price-only"], onSkip }),
  );
}

function spanOf({ from, to }: PortfolioFlags): { readonly from: number; readonly to: number } {
  const start = readBound("--from", from) ?? -Infinity;
  const end = readBound("--to", to) ?? Infinity;
  if (start > end) {
    throw new InputError(`Cannot use --from ${from}: expected a time not after --to ${to}`);
  }
  return { from: start, to: end };
}

async function portfolioOf(panel: Panel, config: string | undefined): Promise<Portfolio> {
  if (config === undefined) return portfolio(panel);
  const written = await readJson(config, "the settings");
  return inFile(config, () => portfolio(panel, written as PortfolioSettingsInput));
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
