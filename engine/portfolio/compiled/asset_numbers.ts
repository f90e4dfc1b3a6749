import type { AssetNumbers } from "../../../codegen/program/portfolio_program.ts";
import type { AssetSettings, PortfolioSettings } from "../settings.ts";

/** The settings of each asset; empty where no asset has any of its own but rules. */
export function assetNumbers(
  symbols: readonly string[],
  settings: PortfolioSettings,
): readonly AssetNumbers[] {
  const differs = ({ rules: _, ...own }: AssetSettings): boolean => Object.keys(own).length > 0;
  if (!Object.values(settings.assets).some(differs)) return [];
  const { financing } = settings;
  return symbols.map((symbol) => {
    const { multiplier = 1, borrow, rules: _, ...own } = settings.assets[symbol] ?? {};
    return {
      ...settings,
      ...own,
      financing: { ...financing, borrow: borrow ?? financing.borrow },
      multiplier,
    };
  });
}
