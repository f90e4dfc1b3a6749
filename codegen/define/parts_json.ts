import { dateText, timeText } from "./dates.ts";
import type { Expression } from "./expression.ts";
import type { FilterInput } from "./filter.ts";
import { sizeFields } from "./sizes.ts";
import type { Filter, RestingOrder, Rule, Side, Size } from "./types.ts";

/** Writes an expression: a number as it is, anything else as text. */
export type WriteText = (expression: Expression) => string | number;

/** Signals and orders of one side in JSON. */
export interface SideJson {
  /** Condition that opens a position, as text. */
  readonly enter: string;
  /** Condition that closes it, as text. */
  readonly exit?: string;
  /** The order that `enter` submits, if it is no market order. */
  readonly entry?: Readonly<Record<string, string | number>>;
  /** The order that `exit` submits, if it is no market order. */
  readonly exitOrder?: Readonly<Record<string, string | number>>;
}

/** The JSON form of one side. */
export function sideToJson({ enter, exit, entry, exitOrder }: Side, text: WriteText): SideJson {
  return {
    enter: String(text(enter)),
    ...(exit === undefined ? {} : { exit: String(text(exit)) }),
    ...(entry === undefined ? {} : { entry: orderToJson(entry, text) }),
    ...(exitOrder === undefined ? {} : { exitOrder: orderToJson(exitOrder, text) }),
  };
}

function orderToJson(
  { type, ...numbers }: RestingOrder,
  text: WriteText,
): Readonly<Record<string, string | number>> {
  const written = Object.entries(numbers).map(([key, value]) => [key, text(value)]);
  return { type, ...Object.fromEntries(written) };
}

/** The JSON form of a rule: one key. */
export function ruleToJson(rule: Rule, text: WriteText): Readonly<Record<string, unknown>> {
  switch (rule.type) {
    case "timeStop":
      return { timeStop: { bars: text(rule.bars) } };
    case "sessionEnd": {
      const { minute, zone } = rule;
      const time = timeText(minute);
      return { sessionEnd: zone === "UTC" ? time : { time, zone } };
    }
    case "breakEven": {
      const after = formToJson(rule.after, text);
      const offset = text(rule.offset);
      const plain = offset === 0 && rule.after.form === "fraction";
      return { breakEven: plain ? after : { after, ...(offset === 0 ? {} : { offset }) } };
    }
    case "scaleOut": {
      const { form, parts } = rule;
      const at = (value: Expression): unknown => formToJson({ form, value }, text);
      const written = parts.map((part) => ({ at: at(part.at), fraction: text(part.fraction) }));
      return { scaleOut: written };
    }
    default: {
      const { type, form, value, after } = rule;
      if (after === undefined) return { [type]: formToJson({ form, value }, text) };
      return { [type]: { [form]: text(value), after: formToJson(after, text) } };
    }
  }
}

/** A number with its form; a fraction needs none. */
function formToJson(
  { form, value }: { readonly form: string; readonly value: Expression },
  text: WriteText,
): unknown {
  return form === "fraction" ? text(value) : { [form]: text(value) };
}

/** The JSON form of a size: one key. */
export function sizeToJson(size: Size, text: WriteText): Readonly<Record<string, unknown>> {
  const fields = sizeFields(size).map(([key, expression]) => [key, text(expression)] as const);
  const [[key, value]] = fields;
  return { [size.type]: key === undefined ? value : Object.fromEntries(fields) };
}

/** The JSON form of a filter, with dates and times of day as they are written. */
export function filterToJson(filter: Filter): FilterInput {
  const { from, to, weekdays, hours, zone } = filter;
  return {
    ...(from === undefined ? {} : { from: dateText(from) }),
    ...(to === undefined ? {} : { to: dateText(to) }),
    ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }),
    ...(hours === undefined ? {} : { hours: [timeText(hours[0]), timeText(hours[1])] }),
    ...(zone === "UTC" ? {} : { zone }),
  };
}
