import { describe } from "./describe.ts";
import type { Expression } from "./expression.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readExpression, readStatic, type StrategyReading } from "./scope.ts";
import { isStaticExpression, staticValue } from "./static.ts";
import type { LevelForm, LevelRule, Rule, Size } from "./types.ts";

/** How far a level lies from the entry (or from the best price): a fraction, a distance in price, or the price itself. */
export type LevelInput =
  | ExpressionInput
  | { readonly fraction: ExpressionInput }
  | { readonly distance: ExpressionInput }
  | { readonly price: ExpressionInput };

/** A rule as written: one key that names it. */
export type RuleInput =
  | { readonly stopLoss: LevelInput }
  | { readonly takeProfit: LevelInput }
  | { readonly trailingStop: LevelInput }
  | { readonly timeStop: ExpressionInput | { readonly bars: ExpressionInput } };

/** A size as written: one key that names it. */
export type SizeInput =
  | { readonly units: ExpressionInput }
  | { readonly value: ExpressionInput }
  | { readonly percentOfEquity: ExpressionInput };

/** Every rule with the forms it takes and one line for lists. */
export const ruleSpecs = {
  stopLoss: { forms: ["fraction", "distance", "price"], summary: "Out at a loss of this size" },
  takeProfit: { forms: ["fraction", "distance", "price"], summary: "Out at a gain of this size" },
  trailingStop: {
    forms: ["fraction", "distance", "price"],
    summary: "Out when the price falls back this far from its best",
  },
  timeStop: { forms: ["bars"], summary: "Out after this many bars" },
} as const;

/** Every size with one line for lists. */
export const sizeSpecs = {
  units: { summary: "This many units" },
  value: { summary: "Units worth this much, account currency" },
  percentOfEquity: { summary: "Units worth this fraction of equity" },
} as const;

/** Reads the list of rules; at most one of each type. */
export function readRules(value: unknown, reading: StrategyReading): Rule[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report(reading, `Expected a list of rules but found ${describe(value)}`);
    return [];
  }
  if (value.length > 100) {
    report(reading, `Expected at most 100 rules but found ${value.length}`);
    return [];
  }
  const rules: Rule[] = [];
  [...value].forEach((item, index) => {
    const place = inside(reading, index);
    const rule = readRule(item, place);
    if (rule === undefined) return;
    const before = rules.findIndex((other) => other.type === rule.type);
    if (before < 0) rules.push(rule);
    else {report(
        place,
        `Expected one ${rule.type} but found a second`,
        `keep risk[${before}] or this one`,
      );}
  });
  return rules;
}

function readRule(value: unknown, reading: StrategyReading): Rule | undefined {
  const [type, content] = readNamed(value, reading, Object.keys(ruleSpecs)) ?? [];
  if (type === undefined) return undefined;
  const place = inside(reading, type);
  return type === "timeStop"
    ? readTimeStop(content, place)
    : readLevel(content, place, type as LevelRule["type"]);
}

/** The one key of an object and its value. */
function readNamed(
  value: unknown,
  reading: StrategyReading,
  names: readonly string[],
): [string, unknown] | undefined {
  const entries = readObject(value, reading, names);
  if (entries === undefined) return undefined;
  if (entries.size === 1) return [...entries][0];
  const list = names.join(", ");
  const absent = names.find((name) => Object.hasOwn(value as object, name));
  if (entries.size > 1) {
    report(reading, `Expected one of ${list} but found ${[...entries.keys()].join(" and ")}`);
  } else if (absent !== undefined) {
    report(inside(reading, absent), `Expected a value of ${absent} but found undefined`);
  } else if (Object.keys(value as object).length === 0) {
    report(reading, `Expected one of ${list} but found an empty object`);
  }
  return undefined;
}

function readTimeStop(value: unknown, reading: StrategyReading): Rule | undefined {
  const written = isForm(value) ? readNamed(value, reading, ["bars"]) : ["", value] as const;
  if (written === undefined) return undefined;
  const place = written[0] === "" ? reading : inside(reading, written[0]);
  const bars = readStatic(written[1], place, "length");
  return bars && Object.freeze({ type: "timeStop", bars });
}

/** Whether a value is an object that names a form, not an expression. */
function isForm(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Object.hasOwn(value, "tag");
}

function readLevel(
  value: unknown,
  reading: StrategyReading,
  type: LevelRule["type"],
): Rule | undefined {
  const forms = ruleSpecs[type].forms;
  const written = isForm(value) ? readNamed(value, reading, forms) : ["fraction", value] as const;
  if (written === undefined) return undefined;
  const form = written[0] as LevelForm;
  const place = isForm(value) ? inside(reading, form) : reading;
  const expression = readExpression(written[1], place, "number");
  if (expression === undefined) return undefined;
  if (isStaticExpression(expression)) {
    const message = refuseLevel({ type, form }, staticValue(expression, new Map()));
    if (message !== undefined) return report(place, message);
  }
  return Object.freeze({ type, form, value: expression });
}

/** Why a static number cannot be the level of a rule, or nothing. */
export function refuseLevel(
  rule: { readonly type: string; readonly form: string },
  value: number,
): string | undefined {
  const below = rule.form === "fraction" && rule.type !== "takeProfit" ? 1 : Infinity;
  if (value > 0 && value < below) return undefined;
  const bound = below === 1 ? "> 0 and < 1" : "> 0";
  return `Expected a ${rule.form} ${bound} of ${rule.type} but found ${value}`;
}

/** Reads the size; all of the equity where it is left out. */
export function readSize(value: unknown, reading: StrategyReading): Size | undefined {
  const [type, content] = value === undefined
    ? ["percentOfEquity", 1]
    : readNamed(value, reading, Object.keys(sizeSpecs)) ?? [];
  if (type === undefined) return undefined;
  const place = inside(reading, type as string);
  const expression = readExpression(content, place, "number");
  if (expression === undefined) return undefined;
  if (isStaticExpression(expression)) {
    const message = refuseSize(staticValue(expression, new Map()));
    if (message !== undefined) return report(place, message);
  }
  return Object.freeze({ type: type as Size["type"], value: expression as Expression });
}

/** Why a static number cannot be a size, or nothing. */
export function refuseSize(value: number): string | undefined {
  return value > 0 && value < Infinity ? undefined : `Expected a size > 0 but found ${value}`;
}
