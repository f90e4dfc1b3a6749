import type { Gain, LevelForm, LevelRule, Rule, ScaleOutRule } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { Evaluator } from "./evaluator.ts";
import { type LocalTime, localTimes } from "./local_time.ts";

/** A gain with its value on every bar. */
export interface PlannedGain {
  readonly form: Gain["form"];
  readonly values: Float64Array;
}

/** A level rule with its value on every bar. */
export interface PlannedLevel {
  readonly form: LevelForm;
  readonly values: Float64Array;
  readonly after: PlannedGain | undefined;
}

/** The rules of a strategy, each left out if it has none of the type. */
export interface PlannedRules {
  readonly levels: Readonly<Partial<Record<LevelRule["type"], PlannedLevel>>>;
  readonly breakEven:
    | { readonly after: PlannedGain; readonly offsets: Float64Array }
    | undefined;
  readonly scaleOut: PlannedParts | undefined;
  /** k of the `timeStop`, Infinity without one. */
  readonly timeStop: number;
  readonly sessionEnd: PlannedSession | undefined;
}

/** Parts that go out, nearest first. */
export interface PlannedParts {
  readonly form: ScaleOutRule["form"];
  readonly parts: readonly { readonly at: number; readonly fraction: number }[];
}

/** The end of a session. */
export interface PlannedSession {
  /** Local time of day, in minutes after midnight. */
  readonly minute: number;
  /** Local time in the zone of the rule, one a bar. */
  readonly local: readonly LocalTime[];
}

/** Evaluates the values of all rules. */
export function planRules(
  rules: readonly Rule[],
  bars: Bars,
  evaluates: Evaluator,
): PlannedRules {
  const find = <T extends Rule["type"]>(type: T): Extract<Rule, { type: T }> | undefined =>
    rules.find((rule): rule is Extract<Rule, { type: T }> => rule.type === type);
  const gain = ({ form, value }: Gain): PlannedGain => ({ form, values: evaluates.column(value) });
  const levels: Partial<Record<LevelRule["type"], PlannedLevel>> = {};
  for (const rule of rules) {
    if (!("form" in rule) || rule.type === "scaleOut") continue;
    const after = rule.after === undefined ? undefined : gain(rule.after);
    levels[rule.type] = { form: rule.form, values: evaluates.column(rule.value), after };
  }
  const breakEven = find("breakEven");
  const scaleOut = find("scaleOut");
  const timeStop = find("timeStop");
  const session = find("sessionEnd");
  return {
    levels,
    breakEven: breakEven === undefined ? undefined : {
      after: gain(breakEven.after),
      offsets: evaluates.column(breakEven.offset),
    },
    scaleOut: scaleOut === undefined ? undefined : {
      form: scaleOut.form,
      parts: scaleOut.parts.map(({ at, fraction }) => ({
        at: evaluates.number(at),
        fraction: evaluates.number(fraction),
      })),
    },
    timeStop: timeStop === undefined ? Infinity : evaluates.count(timeStop.bars, "timeStop"),
    sessionEnd: session === undefined
      ? undefined
      : { minute: session.minute, local: localTimes(bars.time, session.zone) },
  };
}
