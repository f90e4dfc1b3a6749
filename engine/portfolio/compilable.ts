import type { PortfolioSettings } from "./settings.ts";

/** What settings ask for that compiled runs over many assets do not have yet; nothing if they have it all. */
export function whyNotCompiled(settings: PortfolioSettings): string | undefined {
  const { commission } = settings;
  const assets = Object.values(settings.assets);
  if ([settings, ...assets].some(({ participation = 0 }) => participation > 0)) {
    return "a limit of participation";
  }
  return assets.some((own) => own.commission !== undefined && hasTiers(own.commission, commission))
    ? "tiers of commission that differ by asset"
    : undefined;
}

type Commission = PortfolioSettings["commission"];

function hasTiers(...commissions: readonly Commission[]): boolean {
  return commissions.some(({ tiers }) => tiers.length > 0);
}
