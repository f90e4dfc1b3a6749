import type { Bracket } from "../../portfolio/orders.ts";
import { readBracket } from "../../portfolio/read_bracket.ts";
import type { OwnRules } from "./order.ts";
import { valuesOf } from "./rules_of.ts";
import type { Asset } from "./state.ts";

/**
 * The rules of a bracket.
 *
 * @throws {DefinitionError} If a level cannot be.
 */
export function ownRules(bracket: Bracket | undefined, asset: Asset): OwnRules {
  const rules = readBracket(bracket);
  if (rules.length === 0) return {};
  const { stopLoss, takeProfit, trailingStop, trailPrices } = valuesOf(rules, asset);
  return {
    ...(stopLoss === undefined ? {} : { stopLoss }),
    ...(takeProfit === undefined ? {} : { takeProfit }),
    ...(trailingStop === undefined ? {} : { trailingStop, trailPrices }),
  };
}
