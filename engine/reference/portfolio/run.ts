import type { Panel } from "../../data/panel.ts";
import type { Handlers } from "../../portfolio/handlers.ts";
import type { PortfolioOutput } from "../../portfolio/output.ts";
import type { PortfolioSettings } from "../../portfolio/settings.ts";
import { openTrade } from "../close_position.ts";
import { brokerOf } from "./broker.ts";
import { newRun } from "./new_run.ts";
import { outputOf } from "./output.ts";
import { panelView } from "./panel_view.ts";
import type { Run } from "./state.ts";
import { endData, stepBar } from "./step.ts";

/**
 * Runs code over a panel bar by bar, as `docs/portfolio.md` says it: plain, slow and meant to be read.
 *
 * Panel and settings are taken as checked.
 *
 * @throws {RangeError} If the settings name an asset or a column that the panel does not have.
 * @throws {TypeError} If a rule of the settings holds what is not a number.
 */
export function runPortfolioReference(
  panel: Panel,
  handlers: Handlers,
  { settings }: { readonly settings: PortfolioSettings },
): PortfolioOutput {
  const run = newRun(panel, settings);
  const broker = brokerOf(run);
  const bars = panelView(run);
  const tell = (): void => {
    // What these calls make happen is told on the next bar.
    for (const event of run.happened.splice(0)) {
      if ("fill" in event) handlers.onFill?.(broker, event.fill);
      else handlers.onOrder?.(broker, event.order);
    }
  };
  handlers.onStart?.(broker);
  for (let t = 0; t < panel.length; t++) {
    stepBar(run, t, () => {
      tell();
      handlers.onBar?.(broker, t, bars);
    });
  }
  endData(run);
  run.phase = "told";
  tell();
  run.phase = "ended";
  handlers.onEnd?.(broker);
  addOpenTrades(run);
  return outputOf(run);
}

/** The rows of positions that are still open, by asset. */
function addOpenTrades(run: Run): void {
  for (const { account: { position }, market, barOf, index } of run.assets) {
    if (position === undefined) continue;
    const trade = openTrade(position, market);
    run.trades.push({ ...trade, asset: index, entryIndex: barOf[trade.entryIndex] });
  }
}
