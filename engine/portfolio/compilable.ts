import type { PortfolioSettings } from "./settings.ts";

/** What settings ask for that compiled runs over many assets do not have yet; nothing if they have it all. */
export function whyNotCompiled(settings: PortfolioSettings): string | undefined {
  const { execution, financing, slippage } = settings;
  const asked: Readonly<Record<string, boolean>> = {
    rules: settings.rules.length > 0,
    "settings of single assets": Object.keys(settings.assets).length > 0,
    "fills at the close": execution.fill === "close",
    "a limit of trades a day": execution.maxTradesPerDay > 0,
    "another order priority": settings.orderPriority !== "exitsFirst",
    "short proceeds as credit": settings.shortProceeds === "credit",
    "a funding rate": financing.funding !== "",
    "impact of volume": slippage.impact > 0,
  };
  return Object.keys(asked).find((name) => asked[name]);
}
