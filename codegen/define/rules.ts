import { refuseBars } from "./bounds.ts";
import { describe } from "./describe.ts";
import { type BreakEvenInput, gainForms, type GainInput, readBreakEven } from "./gains.ts";
import { type LevelInput, readLevel, type TargetInput, type TrailInput } from "./levels.ts";
import { isForm, readNamed } from "./named.ts";
import { inside, report } from "./read_object.ts";
import { partForms, type PartInput, readScaleOut } from "./scale_out.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import { readSessionEnd, type SessionInput } from "./session.ts";
import type { LevelRule, Rule, Size } from "./types.ts";

/** A rule as written: one key that names it. */
export type RuleInput =
  | { readonly stopLoss: LevelInput }
  | { readonly takeProfit: TargetInput }
  | { readonly trailingStop: TrailInput }
  | { readonly timeStop: ExpressionInput | { readonly bars: ExpressionInput } }
  | { readonly breakEven: GainInput | BreakEvenInput }
  | { readonly scaleOut: readonly PartInput[] }
  | { readonly sessionEnd: SessionInput };

/** Every rule with the forms it takes, those of its `after`, and one line for lists. */
export const ruleSpecs = {
  stopLoss: {
    forms: ["fraction", "distance", "price"],
    summary: "Out at a loss of this size",
  },
  takeProfit: {
    forms: ["fraction", "distance", "price", "riskMultiple"],
    summary: "Out at a gain of this size",
  },
  trailingStop: {
    forms: ["fraction", "distance", "price"],
    after: gainForms,
    summary:
      "Out when the price falls back this far from its best; with `after`, from that gain on",
  },
  timeStop: { forms: ["bars"], summary: "Out after this many bars" },
  breakEven: {
    forms: gainForms,
    summary: "From this gain on, out at the entry price, or at an `offset` from it",
  },
  scaleOut: { forms: partForms, summary: "Parts out at gains, each a fraction of the position" },
  sessionEnd: { forms: ["time"], summary: "Out at the end of the session, and no entry after it" },
} as const;

/** The form of a rule, as `ruleSpecs` lists it. */
export function formOf(rule: Rule): string {
  switch (rule.type) {
    case "timeStop":
      return "bars";
    case "sessionEnd":
      return "time";
    case "breakEven":
      return rule.after.form;
    default:
      return rule.form;
  }
}

/** Reads the list of rules, at most one of each type, and whether the size has the stop that it needs. */
export function readRules(
  value: unknown,
  reading: StrategyReading,
  { size }: { readonly size: Size | undefined },
): Rule[] {
  const list = readList(value, reading);
  const rules: Rule[] = [];
  const places = new Map<string, StrategyReading>();
  list.forEach((item, index) => {
    const named = readNamed(item, inside(reading, index), { names: Object.keys(ruleSpecs) });
    if (named === undefined) return;
    const place = inside(inside(reading, index), named.name);
    if (places.has(named.name)) {
      const before = places.get(named.name)!.path.replace(/\.\w+$/, "");
      return report(
        inside(reading, index),
        `Expected one ${named.name} but found a second`,
        `keep ${before} or this one`,
      );
    }
    places.set(named.name, place);
    const rule = readRule(named.name as Rule["type"], named.content, place);
    if (rule !== undefined) rules.push(rule);
  });
  refuseWithoutStop({ rules, places, size, reading });
  return rules;
}

function readList(value: unknown, reading: StrategyReading): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report(reading, `Expected a list of rules but found ${describe(value)}`);
    return [];
  }
  if (value.length > 100) {
    report(reading, `Expected at most 100 rules but found ${value.length}`);
    return [];
  }
  return [...value];
}

function readRule(
  type: Rule["type"],
  content: unknown,
  place: StrategyReading,
): Rule | undefined {
  switch (type) {
    case "timeStop":
      return readTimeStop(content, place);
    case "breakEven":
      return readBreakEven(content, place);
    case "scaleOut":
      return readScaleOut(content, place);
    case "sessionEnd":
      return readSessionEnd(content, place);
    default:
      return readLevel(content, place, { type, forms: ruleSpecs[type].forms });
  }
}

function readTimeStop(value: unknown, reading: StrategyReading): Rule | undefined {
  const written = isForm(value)
    ? readNamed(value, reading, { names: ["bars"] })
    : { name: "", content: value };
  if (written === undefined) return undefined;
  const place = written.name === "" ? reading : inside(reading, written.name);
  const bars = readNumberExpression(written.content, place, { refuse: refuseBars, once: true });
  return bars && Object.freeze({ type: "timeStop", bars });
}

/** Whether a rule is a stop that is in force from the entry on. */
function isFirstStop(rule: Rule): boolean {
  return rule.type === "stopLoss" || (rule.type === "trailingStop" && rule.after === undefined);
}

/** Reports what is told in multiples of the risk where no stop says what the risk is. */
function refuseWithoutStop({ rules, places, size, reading }: {
  readonly rules: readonly Rule[];
  readonly places: ReadonlyMap<string, StrategyReading>;
  readonly size: Size | undefined;
  readonly reading: StrategyReading;
}): void {
  // A stop that could not be read is there all the same.
  const read = new Set<string>(rules.map(({ type }) => type));
  const unread = ["stopLoss", "trailingStop"].some((type) => places.has(type) && !read.has(type));
  if (unread || rules.some(isFirstStop)) return;
  const refuse = (path: string, what: string): void => {
    const message =
      `Expected a stopLoss, or a trailingStop without after, beside ${what} but found none`;
    report({ ...reading, path }, message, "add { stopLoss: … } to risk");
  };
  for (const rule of rules) {
    const path = places.get(rule.type)!.path;
    if (needsRisk(rule)) refuse(path, "a riskMultiple");
  }
  if (size?.type === "riskOfEquity") refuse("size.riskOfEquity", "riskOfEquity");
}

/** Whether a rule counts in multiples of the distance to the stop. */
export function needsRisk(rule: Rule): boolean {
  const after = (rule as LevelRule).after;
  return formOf(rule) === "riskMultiple" || after?.form === "riskMultiple";
}
