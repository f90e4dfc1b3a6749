import type { Bars } from "../../engine/data/bars.ts";
import { loadBars } from "../command/load_bars.ts";
import type { BacktestFlags } from "./check_flags.ts";

/** Loads the bars of a run, and says which columns were left out. */
export function loadRunBars(flags: BacktestFlags): Promise<Bars> {
  const onSkip = (column: string): void => {
    if (!flags.quiet) {
      console.error(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
    }
  };
  return loadBars({ ...flags, priceOnly: flags["price-only"], onSkip });
}
