import type { Rule } from "../../codegen/define/types.ts";
import type { PortfolioSettings } from "./settings.ts";

/** Rules that compiled runs over many assets do not have yet. */
export const uncompiledRules: ReadonlySet<Rule["type"]> = new Set(["scaleOut", "sessionEnd"]);

/** What settings ask for that compiled runs over many assets do not have yet; nothing if they have it all. */
export function whyNotCompiled(settings: PortfolioSettings): string | undefined {
  const { execution, slippage, commission } = settings;
  const assets = Object.values(settings.assets);
  const rules = [...settings.rules, ...assets.flatMap((own) => own.rules ?? [])];
  const rule = rules.find(({ type }) => uncompiledRules.has(type));
  if (rule !== undefined) return `the rule ${rule.type}`;
  if (execution.maxTradesPerDay > 0) return "a limit of trades a day";
  if (assets.some((own) => own.commission !== undefined && hasTiers(own.commission, commission))) {
    return "tiers of commission that differ by asset";
  }
  const hasImpact = slippage.impact > 0;
  return assets.some((own) => own.slippage !== undefined && own.slippage.impact > 0 !== hasImpact)
    ? "impact of volume on some assets only"
    : undefined;
}

type Commission = PortfolioSettings["commission"];

function hasTiers(...commissions: readonly Commission[]): boolean {
  return commissions.some(({ tiers }) => tiers.length > 0);
}
