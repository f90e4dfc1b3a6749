import { ruleToJson } from "../../../codegen/define/parts_json.ts";
import { rulePlaces } from "../../../codegen/define/places.ts";
import { needsRisk, type RuleInput } from "../../../codegen/define/rules.ts";
import { isStaticExpression } from "../../../codegen/define/static.ts";
import type { LevelRule, Rule } from "../../../codegen/define/types.ts";

/** How the rules of a strategy reach its positions. */
export interface PlannedRules {
  /** With numbers only: set once for all positions. */
  readonly fixed: readonly Rule[];
  /** Levels that each entry brings as its bracket. */
  readonly bracketed: readonly LevelRule[];
  /** Set for the asset before each entry, with numbers as they are then; all rules, or none. */
  readonly set: readonly Rule[];
}

/**
 * Sorts rules by how their numbers come about. Where a level is read at the signal the levels go with the order; where
 * more is, or multiples of a risk that is read there, all rules are set anew for each entry.
 */
export function plannedRules(risk: readonly Rule[]): PlannedRules {
  if (risk.every(isFixed)) return { fixed: risk, bracketed: [], set: [] };
  const bracketed = risk.filter(isBracketed);
  const fixed = risk.filter((rule) => !isBracketed(rule));
  return fixed.every((rule) => isFixed(rule) && !needsRisk(rule))
    ? { fixed, bracketed, set: [] }
    : { fixed: [], bracketed: [], set: risk };
}

/** A rule as code writes it, with numbers for its expressions. */
export function ruleWith(
  rule: Rule,
  valueOf: Parameters<typeof ruleToJson>[1],
): RuleInput {
  return ruleToJson(rule, valueOf) as unknown as RuleInput;
}

function isFixed(rule: Rule): boolean {
  return rulePlaces(rule, "").every(({ expression }) => isStaticExpression(expression));
}

/** Whether the bracket of an order can have the rule. */
function isBracketed(rule: Rule): rule is LevelRule {
  switch (rule.type) {
    case "stopLoss":
    case "takeProfit":
      return true;
    case "trailingStop":
      return rule.after === undefined;
    default:
      return false;
  }
}
