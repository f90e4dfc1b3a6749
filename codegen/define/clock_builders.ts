import { call } from "./builders.ts";
import type { Expression } from "./expression.ts";

function reading(name: string, zone: string): Expression {
  return call(name, [Object.freeze({ tag: "text", value: zone })]);
}

/** Hour of the bar's time in a time zone, 0 to 23. */
export function hour(zone = "UTC"): Expression {
  return reading("hour", zone);
}

/** Minute of the bar's time in a time zone, 0 to 59. */
export function minute(zone = "UTC"): Expression {
  return reading("minute", zone);
}

/** Minutes since midnight that the clock of a time zone shows at the bar's time, 0 to 1439. */
export function minuteOfDay(zone = "UTC"): Expression {
  return reading("minuteOfDay", zone);
}

/** Day of the week of the bar's time in a time zone: Monday is 1, Sunday 7. */
export function dayOfWeek(zone = "UTC"): Expression {
  return reading("dayOfWeek", zone);
}

/** Day of the month of the bar's time in a time zone, 1 to 31. */
export function dayOfMonth(zone = "UTC"): Expression {
  return reading("dayOfMonth", zone);
}

/** Month of the bar's time in a time zone, 1 to 12. */
export function month(zone = "UTC"): Expression {
  return reading("month", zone);
}

/** Whether the bar is the first of a day of a time zone. */
export function newDay(zone = "UTC"): Expression {
  return reading("newDay", zone);
}
