import type { Problem } from "../../../codegen/define/problem.ts";
import { isStaticExpression } from "../../../codegen/define/static.ts";
import type { Strategy } from "../../../codegen/define/types.ts";
import type { PortfolioSettings } from "../settings.ts";

/** What a strategy or its settings ask for that one strategy over many assets does not have. */
export function unsupportedParts(strategy: Strategy, settings: PortfolioSettings): Problem[] {
  return [
    ...ofSize(strategy),
    ...ofRules(strategy),
    ...ofAdditions(strategy, settings),
    ...ofSettings(settings),
  ];
}

function ofSize({ size }: Strategy): Problem[] {
  if (size.type !== "kelly") return [];
  return [{
    path: "size.kelly",
    message: "Expected a size that follows from bars and equity but found kelly",
    remedy: "its formula goes by the trades of one asset; write percentOfEquity or riskOfEquity",
  }];
}

/** A trail that reads a price at every close would need a new level for each position on every bar. */
function ofRules({ risk }: Strategy): Problem[] {
  return risk.flatMap((rule, index): Problem[] => {
    if (rule.type !== "trailingStop" || rule.form !== "price") return [];
    if (isStaticExpression(rule.value)) return [];
    return [{
      path: `risk[${index}].trailingStop.price`,
      message: "Expected a fraction, a distance, or a number but found a price that is a series",
      remedy: "over many assets a trail follows the best price; write fraction or distance",
    }];
  });
}

/** An addition that waits for its price would outlive the position. */
function ofAdditions(strategy: Strategy, { execution: { pyramid } }: PortfolioSettings): Problem[] {
  if (pyramid === 0) return [];
  return (["long", "short"] as const).flatMap((side): Problem[] => {
    const type = strategy[side]?.entry?.type;
    if (type === undefined) return [];
    return [{
      path: `${side}.entry`,
      message: `Expected market orders where execution.pyramid is ${pyramid} but found ${type}`,
      remedy: "set pyramid to 0 or enter at market",
    }];
  });
}

function ofSettings({ rules, assets }: PortfolioSettings): Problem[] {
  const remedy = "write them as risk of the strategy";
  const places: readonly (readonly [path: string, count: number])[] = [
    ["rules", rules.length],
    ...Object.entries(assets).map(([symbol, own]) =>
      [`assets.${symbol}.rules`, own.rules?.length ?? 0] as const
    ),
  ];
  return places.filter(([, count]) => count > 0).map(([path, count]) => ({
    path,
    message: `Expected no rules beside a strategy but found ${count}`,
    remedy,
  }));
}
