import { rulePlaces } from "../../codegen/define/places.ts";
import { type Reading, report } from "../../codegen/define/read_object.ts";
import { readRules } from "../../codegen/define/rules.ts";
import type { StrategyReading } from "../../codegen/define/scope.ts";
import { isStaticExpression } from "../../codegen/define/static.ts";
import type { Rule } from "../../codegen/define/types.ts";

/**
 * Reads rules with numbers only: they are for whatever position code opens, on whatever bar.
 *
 * @param value The list as written; no rules where it is left out.
 */
export function readNumberRules(value: unknown, reading: Reading): readonly Rule[] {
  const before = reading.problems.length;
  const scope: StrategyReading = {
    ...reading,
    declared: new Map(),
    lets: new Map(),
    params: new Map(),
  };
  const rules = readRules(value, scope, { size: undefined });
  // With a rule left out the others would be told by a wrong index.
  if (reading.problems.length > before) return Object.freeze(rules);
  rules.forEach((rule, index) => {
    for (const { path, expression } of rulePlaces(rule, `${reading.path}[${index}].${rule.type}`)) {
      if (isStaticExpression(expression)) continue;
      report({ ...reading, path }, "Expected a number but found a series");
    }
  });
  for (const name of scope.params.keys()) {
    report(reading, `Expected numbers only but found the parameter "${name}"`);
  }
  return Object.freeze(rules);
}
