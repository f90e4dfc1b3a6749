import type { Panel } from "../../data/panel.ts";
import { checkRun } from "../check_run.ts";
import type { Handlers } from "../handlers.ts";
import { makeBroker } from "../make_broker.ts";
import type { PortfolioOutput } from "../output.ts";
import { panelCursor } from "../panel_rows.ts";
import type { PortfolioHandlers } from "../panel_rows.ts";
import type { PortfolioSettings } from "../settings.ts";
import { brokerCore } from "./broker_core.ts";
import { EventLog } from "./event_log.ts";
import { KernelRun } from "./kernel_run.ts";

/**
 * Runs code over a panel bar by bar in generated code; docs/portfolio.md says what it means, and the reference engine
 * gives the same bits.
 *
 * Panel and settings are taken as checked, and as what `whyNotCompiled` has nothing against.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 * @throws {RangeError} If the settings name an asset or a column that the panel does not have.
 */
export function runPortfolioCompiled(
  panel: Panel,
  handlers: PortfolioHandlers,
  { settings }: { readonly settings: PortfolioSettings },
): PortfolioOutput {
  checkRun(panel, settings);
  const events = new EventLog(handlers as Handlers, panel.symbols);
  const run = new KernelRun(panel, settings, events);
  const { state } = run;
  const broker = makeBroker(brokerCore(state));
  const { bars, moveTo } = panelCursor(panel);
  handlers.onStart?.(broker);
  for (let t = 0; t < panel.length; t++) {
    run.beforeCode(t);
    events.tell(broker);
    if (handlers.onBar !== undefined) {
      moveTo(t);
      handlers.onBar(broker, t, bars);
    }
    run.afterCode(t);
  }
  run.end();
  state.phase = "told";
  events.tell(broker);
  state.phase = "ended";
  handlers.onEnd?.(broker);
  return run.output();
}
