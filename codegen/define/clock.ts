import type { ArgumentSpec, FunctionSpec } from "./function_spec.ts";

const zone: ArgumentSpec = { name: "zone", type: "zone", default: "UTC" };

function reading(name: string, summary: string): FunctionSpec {
  return { name, kind: "time", args: [zone], returns: "number", summary };
}

/** Every function that reads the bar's time off the clock and the calendar of a time zone. */
export const clockFunctions: readonly FunctionSpec[] = [
  reading("hour", "Hour of the bar's time, 0 to 23"),
  reading("minute", "Minute of the bar's time, 0 to 59"),
  reading("minuteOfDay", "Minutes since midnight of the bar's time, 0 to 1439"),
  reading("dayOfWeek", "Day of the week of the bar's time, Monday 1 to Sunday 7"),
  reading("dayOfMonth", "Day of the month of the bar's time, 1 to 31"),
  reading("month", "Month of the bar's time, 1 to 12"),
  {
    ...reading("newDay", "Whether the bar is the first of a day"),
    returns: "boolean",
  },
];

/** Whether a function reads the time. */
export function isClockFunction(name: string): boolean {
  return clockFunctions.some((spec) => spec.name === name);
}
