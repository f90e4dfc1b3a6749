import type { AssetSettings, PortfolioSettings } from "./settings.ts";
import {
  hasCosts,
  hasFees,
  hasSlippage,
  scaleCommission,
  scaleCosts,
  scaleSlippage,
} from "../run/scaled_costs.ts";

/** The same settings with every cost of the account and of single assets multiplied by a factor, as `scaleCosts` does. */
export function scalePortfolioCosts(
  settings: PortfolioSettings,
  factor: number,
): PortfolioSettings {
  if (factor === 1) return settings;
  const assets = Object.create(null);
  for (const [symbol, asset] of Object.entries(settings.assets)) {
    assets[symbol] = scaleAsset(asset, factor);
  }
  return { ...scaleCosts(settings, factor), assets };
}

function scaleAsset(asset: AssetSettings, factor: number): AssetSettings {
  const { commission, slippage, borrow } = asset;
  return {
    ...asset,
    ...(commission === undefined ? {} : { commission: scaleCommission(commission, factor) }),
    ...(slippage === undefined ? {} : { slippage: scaleSlippage(slippage, factor) }),
    ...(borrow === undefined ? {} : { borrow: borrow * factor }),
  };
}

/** Whether any cost is set, of the account or of an asset. */
export function hasPortfolioCosts(settings: PortfolioSettings): boolean {
  return hasCosts(settings) ||
    Object.values(settings.assets).some(({ commission, slippage, borrow = 0 }) =>
      (commission !== undefined && hasFees(commission)) ||
      (slippage !== undefined && hasSlippage(slippage)) || borrow > 0
    );
}
