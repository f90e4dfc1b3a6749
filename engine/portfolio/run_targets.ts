import type { Panel } from "../data/panel.ts";
import { runPortfolioReference } from "../reference/portfolio/run.ts";
import { whyNotCompiled } from "./compilable.ts";
import { checkRun } from "./check_run.ts";
import { equityNow } from "./compiled/account.ts";
import { EventLog } from "./compiled/event_log.ts";
import { KernelRun } from "./compiled/kernel_run.ts";
import { submitTargets } from "./compiled/submit_targets.ts";
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
  checkRun(panel, settings);
  const run = new KernelRun(panel, settings, new EventLog({}, panel.symbols));
  const { state } = run;
  const { assets } = panel;
  const out = emptyTargetOrders(assets);
  let next = 0;
  for (let t = 0; t < panel.length; t++) {
    run.beforeCode(t);
    if (plan.bars[next] === t) {
      next++;
      const orders = targetOrders({
        weights: plan.weightsAt(t),
        quantities: state.account.quantity as Float64Array,
        closes: panel.close.subarray(t * assets, (t + 1) * assets),
        multipliers: state.multipliers,
        equity: equityNow(state),
        options,
        out,
      });
      submitTargets(state, orders);
    }
    run.afterCode(t);
  }
  run.end();
  return run.output();
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
  const isLimited = panel.symbols.map((symbol) =>
    (settings.assets[symbol]?.participation ?? settings.participation) > 0
  );
  const out = emptyTargetOrders(assets);
  const quantities = new Float64Array(assets);
  let next = 0;
  return runPortfolioReference(panel, {
    onBar(broker, t): void {
      if (plan.bars[next] !== t) return;
      next++;
      const weights = plan.weightsAt(t);
      const closes = panel.close.subarray(t * assets, (t + 1) * assets);
      // What volume has held up of the targets before is given up.
      for (let asset = 0; asset < assets; asset++) {
        const isTraded = isLimited[asset] && !Number.isNaN(weights[asset] + closes[asset]);
        if (isTraded) broker.cancelAll(asset);
      }
      quantities.fill(0);
      for (const { asset, quantity } of broker.positions()) quantities[asset] = quantity;
      const { count } = targetOrders({
        weights,
        quantities,
        closes,
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
