import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { PortfolioCode } from "../../engine/sweep/portfolio/driver.ts";
import { loadStrategy, moduleUrl } from "../command/load_strategy.ts";

/**
 * Loads a strategy to be run in Workers.
 *
 * @param place Path or URL.
 * @throws {InputError} If it cannot be loaded or is no valid definition.
 */
export async function loadSwept(place: string): Promise<Strategy | URL> {
  return await asSent(await loadStrategy(place), place);
}

/** What has been loaded as it goes to Workers: with functions the URL of its module, for these travel only so. */
export async function asSent(
  made: Strategy | PortfolioCode,
  place: string,
): Promise<Strategy | URL> {
  const isData = typeof made !== "function" && customColumns(expressionsOf(made)).length === 0;
  return isData ? made : new URL(await moduleUrl(place));
}
