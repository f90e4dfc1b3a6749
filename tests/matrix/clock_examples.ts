import {
  dayOfMonth,
  dayOfWeek,
  hour,
  minute,
  minuteOfDay,
  month,
  newDay,
} from "../../codegen/define/clock_builders.ts";
import type { FunctionExample } from "./examples.ts";

/** An example of each function of time with its values on `handBars`, from Thursday 1970-01-01 on at midnight UTC. */
export const clockExamples: Readonly<Record<string, FunctionExample>> = {
  hour: {
    text: 'hour("America/New_York")',
    built: hour("America/New_York"),
    values: [19, 19, 19, 19, 19, 19],
  },
  minute: {
    text: 'minute("Asia/Kolkata")',
    built: minute("Asia/Kolkata"),
    values: [30, 30, 30, 30, 30, 30],
  },
  minuteOfDay: {
    text: "minuteOfDay('Asia/Kolkata')",
    built: minuteOfDay("Asia/Kolkata"),
    values: [330, 330, 330, 330, 330, 330],
  },
  dayOfWeek: { text: "dayOfWeek()", built: dayOfWeek(), values: [4, 5, 6, 7, 1, 2] },
  dayOfMonth: {
    text: 'dayOfMonth("America/New_York")',
    built: dayOfMonth("America/New_York"),
    values: [31, 1, 2, 3, 4, 5],
  },
  month: {
    text: 'month("America/New_York")',
    built: month("America/New_York"),
    values: [12, 1, 1, 1, 1, 1],
  },
  newDay: { text: 'newDay("UTC")', built: newDay(), values: [1, 1, 1, 1, 1, 1] },
};
