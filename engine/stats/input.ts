import type { Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";

/** What statistics are computed from. */
export interface StatisticsInput {
  /** What the engine returned. */
  readonly output: RunOutput;
  /** The bars it ran on. */
  readonly bars: Bars;
  /** The settings it ran with. */
  readonly settings: Settings;
}
