import type { Panel } from "../../data/panel.ts";
import type { SimMode } from "../../run/result_fields.ts";
import { whyNotCompiled } from "../compilable.ts";
import type { PortfolioWork } from "../execute.ts";
import { runHandlers } from "../run_handlers.ts";
import type { PortfolioSettings } from "../settings.ts";
import { StrategyHandlers } from "./strategy_handlers.ts";
import { planStrategy, type StrategyPlan } from "./strategy_plan.ts";
import type { StrategyRun } from "./strategy_run.ts";

/** A strategy over a panel, evaluated once for all runs of it in an engine. */
export function strategyWork(
  strategy: StrategyRun,
  panel: Panel,
  options: { readonly settings: PortfolioSettings; readonly simMode: SimMode },
): PortfolioWork {
  const lacking = whyNotCompiled({ ...options.settings, rules: strategy.strategy.risk });
  const plans = new Map<SimMode, StrategyPlan>();
  const planFor = (simMode: SimMode): StrategyPlan => {
    const plan = plans.get(simMode) ?? planStrategy(strategy, panel, simMode);
    plans.set(simMode, plan);
    return plan;
  };
  return {
    lacking,
    repeats: true,
    strategy,
    execute: (settings, simMode) => {
      // Signals are compiled where that is wanted, whatever executes their orders.
      const plan = planFor(lacking === undefined ? simMode : options.simMode);
      const handlers = new StrategyHandlers(plan, panel, settings);
      const output = runHandlers(panel, handlers, { settings, simMode });
      // Signals that came to no order are counted as orders that came to nothing.
      const refused = output.refused.map((count, reason) => count + handlers.refused[reason]);
      return { ...output, refused };
    },
  };
}
