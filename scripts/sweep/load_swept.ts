import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import { loadStrategy, moduleUrl } from "../command/load_strategy.ts";

/**
 * Loads a strategy to be run in Workers: one with functions is the URL of its module, for functions travel only so.
 *
 * @param place Path or URL.
 * @throws {InputError} If it cannot be loaded or is no valid definition.
 */
export async function loadSwept(place: string): Promise<Strategy | URL> {
  const made = await loadStrategy(place);
  const hasCode = customColumns(expressionsOf(made)).length > 0;
  return hasCode ? new URL(await moduleUrl(place)) : made;
}
