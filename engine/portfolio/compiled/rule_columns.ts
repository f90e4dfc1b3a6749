import type { Expression } from "../../../codegen/define/expression.ts";
import { staticValue } from "../../../codegen/define/static.ts";
import type { LevelForm, LevelRule, Rule } from "../../../codegen/define/types.ts";
import { levelForms } from "../../../codegen/emit/own_level.ts";
import { ruleColumns } from "../../../codegen/emit/portfolio/kernel.ts";
import type { PortfolioNeeds } from "../../../codegen/program/portfolio_program.ts";
import { byName, type ColumnsOf, newColumn } from "../growing.ts";
import type { RuleLists } from "./rule_lists.ts";

/** The rules that positions of each asset open with, by name of the number. */
export type RuleColumns = ColumnsOf<typeof ruleColumns>;

/** Columns of no rules, in the order of generated code and by name. */
export function newRuleColumns(assets: number): {
  readonly list: readonly (Float64Array | Int32Array)[];
  readonly columns: RuleColumns;
} {
  const list = ruleColumns.map(([, whole]) => newColumn(whole, assets));
  const columns = byName(ruleColumns, list);
  columns.ruleTimeBars.fill(Infinity);
  columns.ruleSessionAt.fill(Infinity);
  return { list, columns };
}

/** Code and number of a level: what positions and orders carry in place of an expression. */
export interface LevelNumbers {
  readonly form: number;
  readonly by: number;
}

/** The numbers of a level rule. */
export function levelNumbers({ form, value }: Pick<LevelRule, "form" | "value">): LevelNumbers {
  return { form: codeOfForm(form), by: numberOf(value) };
}

/** Writes the rules of an asset into its columns: those of the account under its own, type by type. */
export function writeRules(
  columns: RuleColumns,
  asset: number,
  { rules, lists }: { readonly rules: readonly Rule[]; readonly lists: RuleLists },
): void {
  const write = (name: keyof RuleColumns, value: number): void => {
    columns[name][asset] = value;
  };
  const beyond = ["ruleTimeBars", "ruleSessionAt"];
  for (const [name] of ruleColumns) write(name, beyond.includes(name) ? Infinity : 0);
  for (const rule of new Map(rules.map((one) => [one.type, one])).values()) {
    switch (rule.type) {
      case "stopLoss":
        write("ruleStopForm", codeOfForm(rule.form));
        write("ruleStopBy", numberOf(rule.value));
        break;
      case "takeProfit":
        write("ruleTakeForm", codeOfForm(rule.form));
        write("ruleTakeBy", numberOf(rule.value));
        break;
      case "trailingStop":
        write("ruleTrailForm", codeOfForm(rule.form));
        write("ruleTrailBy", numberOf(rule.value));
        if (rule.after === undefined) break;
        write("ruleTrailAfterForm", codeOfForm(rule.after.form));
        write("ruleTrailAfterBy", numberOf(rule.after.value));
        break;
      case "breakEven":
        write("ruleEvenForm", codeOfForm(rule.after.form));
        write("ruleEvenBy", numberOf(rule.after.value));
        write("ruleEvenOffset", rule.offset === undefined ? 0 : numberOf(rule.offset));
        break;
      case "timeStop":
        write("ruleTimeBars", numberOf(rule.bars));
        break;
      case "scaleOut": {
        const parts = rule.parts.map(({ at, fraction }) => ({
          at: numberOf(at),
          fraction: numberOf(fraction),
        }));
        const { start, count } = lists.partsOf(rule, parts);
        const sum = parts.reduce((total, { fraction }) => total + fraction, 0);
        write("rulePartStart", start);
        write("rulePartCount", count);
        write("rulePartForm", codeOfForm(rule.form));
        write("rulePartsClose", sum >= 1 - 1e-9 ? 1 : 0);
        break;
      }
      case "sessionEnd":
        write("ruleSessionAt", rule.minute * 60_000);
        write("ruleSessionZone", lists.zoneOf(rule.zone));
        break;
    }
  }
}

/** What code has to be there for a list of rules. */
export function needsOf(rules: readonly Rule[]): Partial<PortfolioNeeds> {
  const has = (type: Rule["type"]): boolean => rules.some((rule) => rule.type === type);
  const isDelayed = rules.some((rule) => rule.type === "trailingStop" && rule.after !== undefined);
  return {
    ...(has("stopLoss") ? { stops: true } : {}),
    ...(has("takeProfit") ? { gains: true } : {}),
    ...(has("trailingStop") ? { trails: true } : {}),
    ...(isDelayed ? { trailsAfter: true } : {}),
    ...(has("breakEven") ? { breakEven: true } : {}),
    ...(has("timeStop") ? { timeStops: true } : {}),
    ...(has("scaleOut") ? { parts: true } : {}),
    ...(has("sessionEnd") ? { sessions: true } : {}),
  };
}

function codeOfForm(form: LevelForm): number {
  return levelForms[form];
}

function numberOf(value: Expression): number {
  return staticValue(value, new Map());
}
