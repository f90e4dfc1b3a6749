import type { Panel } from "../data/panel.ts";
import { runPortfolioReference } from "../reference/portfolio/mod.ts";
import type { SimMode } from "../run/result_fields.ts";
import { runPortfolioCompiled } from "./compiled/run.ts";
import type { PortfolioOutput } from "./output.ts";
import { panelCursor, type PortfolioHandlers } from "./panel_rows.ts";
import type { PortfolioSettings } from "./settings.ts";

/**
 * Runs code over a panel in an engine.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 * @throws {RangeError} If the settings name an asset or a column that the panel does not have.
 */
export function runHandlers(
  panel: Panel,
  handlers: PortfolioHandlers,
  { settings, simMode }: { readonly settings: PortfolioSettings; readonly simMode: SimMode },
): PortfolioOutput {
  if (simMode === "batch") return runPortfolioCompiled(panel, handlers, { settings });
  const { onBar, ...others } = handlers;
  if (onBar === undefined) return runPortfolioReference(panel, others, { settings });
  const { bars, moveTo } = panelCursor(panel);
  return runPortfolioReference(panel, {
    ...others,
    onBar: (broker, t) => {
      moveTo(t);
      onBar(broker, t, bars);
    },
  }, { settings });
}
