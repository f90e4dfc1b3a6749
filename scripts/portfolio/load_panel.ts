import type { Panel } from "../../engine/data/panel.ts";
import { readPanel } from "../../engine/data/read_panel.ts";
import { readSpan } from "../command/load_bars.ts";
import { readingInput } from "../command/system_error.ts";
import type { PortfolioFlags } from "./check_flags.ts";

/**
 * Loads the panel that the flags ask for.
 *
 * @throws {InputError} If a file cannot be read, or a time is none.
 * @throws {DataError} If they do not hold bars.
 */
export function loadPanel(
  flags: Pick<PortfolioFlags, "data" | "quiet" | "from" | "to" | "price-only">,
): Promise<Panel> {
  const { data, quiet } = flags;
  const onSkip = (column: string): void => {
    if (!quiet) console.error(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
  };
  return readingInput(
    `the data ${data.join(" ")}`,
    () => readPanel(data, { ...readSpan(flags), priceOnly: flags["price-only"], onSkip }),
  );
}
