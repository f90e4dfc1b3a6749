import { describe } from "./describe.ts";
import { type Reading, report } from "./read_object.ts";
import { refuseZone } from "./zone.ts";

/** Minutes of a day. */
const day = 24 * 60;

/** What a time of day looks like: hours and minutes, from 00:00 to 23:59. */
export const timePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

/** What a date looks like. */
export const datePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

const timeOfDay = new RegExp(timePattern);
const date = new RegExp(datePattern);

/** Reads a time of day, `"15:55"`, as minutes after midnight. */
export function readTime(value: unknown, reading: Reading): number | undefined {
  if (typeof value === "string" && timeOfDay.test(value)) {
    const [hours, minutes] = value.split(":").map(Number);
    return hours * 60 + minutes;
  }
  return report(reading, `Expected a time of day such as "15:55" but found ${describe(value)}`);
}

/** A time of day as it is written. */
export function timeText(minute: number): string {
  const whole = minute % day;
  const digits = (part: number): string => String(part).padStart(2, "0");
  return `${digits(Math.floor(whole / 60))}:${digits(whole % 60)}`;
}

/** Reads a date, `"2010-01-31"`, as its midnight in milliseconds as if it were UTC. */
export function readDate(value: unknown, reading: Reading): number | undefined {
  if (typeof value === "string" && date.test(value)) {
    const time = Date.parse(`${value}T00:00:00.000Z`);
    if (Number.isFinite(time) && dateText(time) === value) return time;
  }
  return report(reading, `Expected a date such as "2010-01-31" but found ${describe(value)}`);
}

/** A date as it is written. */
export function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Reads an IANA time zone; UTC where it is left out. */
export function readZone(value: unknown, reading: Reading): string {
  if (value === undefined) return "UTC";
  const refused = refuseZone(value);
  if (refused === undefined) return value as string;
  report(reading, refused.message, refused.remedy);
  return "UTC";
}
