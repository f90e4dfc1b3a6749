import { readLevel } from "../../codegen/define/levels.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readRules, type RuleInput, ruleSpecs } from "../../codegen/define/rules.ts";
import type { StrategyReading } from "../../codegen/define/scope.ts";
import type { LevelRule, Rule } from "../../codegen/define/types.ts";
import type { Bracket } from "./orders.ts";

const names = { stop: "stopLoss", takeProfit: "takeProfit", trail: "trailingStop" } as const;

/**
 * The rules of a bracket.
 *
 * @throws {DefinitionError} If a level cannot be.
 */
export function readBracket(bracket: Bracket | undefined): readonly LevelRule[] {
  if (bracket === undefined) return [];
  return read(
    "submit the order",
    "bracket",
    (reading) =>
      Object.entries(bracket).flatMap(([key, value]) => {
        const place = { ...reading, path: `bracket.${key}` };
        if (!Object.hasOwn(names, key)) {
          reading.problems.push({
            path: place.path,
            message: `Expected ${Object.keys(names).join(", ")} but found "${key}"`,
          });
          return [];
        }
        if (value === undefined) return [];
        const type: LevelRule["type"] = names[key as keyof typeof names];
        return readLevel(value, place, { type, forms: ruleSpecs[type].forms }) ?? [];
      }),
  );
}

/**
 * The rules of `setRules`.
 *
 * @throws {DefinitionError} If one cannot be.
 */
export function readRuleList(rules: readonly RuleInput[]): readonly Rule[] {
  return read(
    "set the rules",
    "rules",
    (reading) => readRules(rules, reading, { size: undefined }),
  );
}

function read<T>(task: string, path: string, reads: (reading: StrategyReading) => T): T {
  const problems: Problem[] = [];
  const found = reads({
    path,
    problems,
    declared: new Map(),
    lets: new Map(),
    params: new Map(),
  });
  throwProblems(task, problems);
  return found;
}
