import type { Panel } from "../../data/panel.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { BenchmarkPrices } from "../benchmark.ts";
import type { PlanUse } from "../kept_plan.ts";
import type { PortfolioOutput } from "../output.ts";
import type { GroupedSettings } from "../portfolio_settings.ts";
import type { StrategyRun } from "../strategy/strategy_run.ts";

/** What a result is made of. */
export interface PortfolioFields {
  /** The panel it ran on. */
  readonly panel: Panel;
  /** Every setting as resolved. */
  readonly settings: GroupedSettings;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** What the engine returned, as columns. */
  readonly output: PortfolioOutput;
  /** What the statistics compare with. */
  readonly benchmark?: BenchmarkPrices;
  /** The same run with every cost multiplied by a factor. */
  readonly atCosts?: (factor: number) => PortfolioOutput;
  /** What a plan of target weights was asked for. */
  readonly planUse?: PlanUse;
  /** The strategy that drove it. */
  readonly strategy?: StrategyRun;
}
