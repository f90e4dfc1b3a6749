import type { Panel } from "../data/panel.ts";
import { runPortfolioReference } from "../reference/portfolio/run.ts";
import { whyNotCompiled } from "./compilable.ts";
import { MarketRun } from "./market_run.ts";
import type { PortfolioOutput } from "./output.ts";
import type { PortfolioSettings } from "./settings.ts";
import { emptyTargetOrders, type TargetOptions, targetOrders } from "./target_orders.ts";
import type { TargetPlan } from "./target_plan.ts";

/** How targets are run. */
export interface TargetRun {
  /** Complete settings. */
  readonly settings: PortfolioSettings;
  /** How targets become orders. */
  readonly options?: TargetOptions;
  /** `"event"`: the reference engine. By default compiled code, where it has all that the settings ask for. */
  readonly simMode?: "batch" | "event";
}

/**
 * Brings an account to target weights at the closes of a plan's bars; section 6 of docs/portfolio.md.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 * @throws {RangeError} For options out of range, or an infinite weight.
 */
export function runTargets(panel: Panel, plan: TargetPlan, run: TargetRun): PortfolioOutput {
  const { settings, options = {}, simMode = "batch" } = run;
  return simMode === "event" || whyNotCompiled(settings) !== undefined
    ? inReference(panel, plan, { settings, options })
    : compiled(panel, plan, { settings, options });
}

interface Checked {
  readonly settings: PortfolioSettings;
  readonly options: TargetOptions;
}

function compiled(panel: Panel, plan: TargetPlan, { settings, options }: Checked): PortfolioOutput {
  const run = new MarketRun(panel, settings);
  const assets = panel.symbols.length;
  const out = emptyTargetOrders(assets);
  let next = 0;
  for (let t = 0; t < panel.length; t++) {
    run.open(t);
    if (plan.bars[next] === t) {
      next++;
      const { count } = targetOrders({
        weights: plan.weightsAt(t),
        quantities: run.quantity,
        closes: panel.close.subarray(t * assets, (t + 1) * assets),
        equity: run.equity(),
        options,
        out,
      });
      for (let order = 0; order < count; order++) {
        run.targetPercent(out.assets[order], out.weights[order]);
      }
    }
    run.mark(t);
  }
  return run.finish();
}

function inReference(
  panel: Panel,
  plan: TargetPlan,
  { settings, options }: Checked,
): PortfolioOutput {
  const assets = panel.symbols.length;
  const multipliers = Float64Array.from(
    panel.symbols,
    (symbol) => settings.assets[symbol]?.multiplier ?? 1,
  );
  const out = emptyTargetOrders(assets);
  const quantities = new Float64Array(assets);
  let next = 0;
  return runPortfolioReference(panel, {
    onBar(broker, t): void {
      if (plan.bars[next] !== t) return;
      next++;
      quantities.fill(0);
      for (const { asset, quantity } of broker.positions()) quantities[asset] = quantity;
      const { count } = targetOrders({
        weights: plan.weightsAt(t),
        quantities,
        closes: panel.close.subarray(t * assets, (t + 1) * assets),
        multipliers,
        equity: broker.equity,
        options,
        out,
      });
      for (let order = 0; order < count; order++) {
        broker.orderTargetPercent(out.assets[order], out.weights[order]);
      }
    },
  }, { settings });
}
