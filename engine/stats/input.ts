import type { Settings } from "../../codegen/define/types.ts";
import type { Bars, Column } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";

/** The settings that matter to statistics, and what they are measured against. */
export interface StatisticsOptions extends Settings {
  /** Column of the bars that is the benchmark; none where left out. */
  readonly benchmark?: string;
  /** Sum of the absolute values of all positions at each close; left out: that of one asset, from ledger and bars. */
  readonly gross?: Column;
}

/** What statistics are computed from. */
export interface StatisticsInput {
  /** What the engine returned. */
  readonly output: RunOutput;
  /** The bars it ran on. */
  readonly bars: Bars;
  /** The settings it ran with. */
  readonly settings: StatisticsOptions;
}
