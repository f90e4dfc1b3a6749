import type { Panel } from "../data/panel.ts";
import type { PortfolioSettings } from "./settings.ts";

/**
 * Looks whether a panel has what settings name.
 *
 * @throws {RangeError} If the settings name an asset or a column that the panel does not have.
 */
export function checkRun(panel: Panel, settings: PortfolioSettings): void {
  for (const symbol of Object.keys(settings.assets)) {
    if (panel.indexOf(symbol) === -1) {
      throw new RangeError(
        `Cannot run the portfolio: settings.assets names "${symbol}", which the panel does not have`,
      );
    }
  }
  const { funding } = settings.financing;
  if (funding !== "" && !panel.columns.has(funding)) {
    throw new RangeError(
      `Cannot run the portfolio: financing.funding names the column "${funding}", which the panel does not have`,
    );
  }
}
