import type { Call } from "../../codegen/define/expression.ts";
import type { Bars } from "../data/bars.ts";

/** Reads the clock and the calendar of a time zone off a time, by `Intl`. */
type Reading = (time: number, zone: string) => number;

/** The functions of time that look at one bar only, by name. Section 2. */
const clockReadings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ["hour", (time, zone) => field(time, zone, "hour")],
  ["minute", (time, zone) => field(time, zone, "minute")],
  ["minuteOfDay", (time, zone) => 60 * field(time, zone, "hour") + field(time, zone, "minute")],
  ["dayOfWeek", (time, zone) => 1 + weekdays.indexOf(shown(time, zone).get("weekday")!)],
  ["dayOfMonth", (time, zone) => field(time, zone, "day")],
  ["month", (time, zone) => field(time, zone, "month")],
]);

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const formats = new Map<string, Intl.DateTimeFormat>();

/** The values of a function of time on every bar; nothing if there is none of that name. */
export function clockValues({ name, args }: Call, { time }: Bars): Float64Array | undefined {
  const [zone] = args;
  if (zone?.tag !== "text") return undefined;
  if (name === "newDay") return newDays(time, zone.value);
  const reading = clockReadings.get(name);
  return reading && time.map((moment) => reading(moment, zone.value));
}

/**
 * Whether each bar is the first of a local day: it has a later date than every bar before. A date that comes again, where
 * a clock was put back, is not new.
 */
function newDays(times: Float64Array, zone: string): Float64Array {
  let latest = -Infinity;
  return times.map((time) => {
    const date = dateNumber(time, zone);
    if (date <= latest) return 0;
    latest = date;
    return 1;
  });
}

/** A number that rises with the local date. */
function dateNumber(time: number, zone: string): number {
  const date = shown(time, zone);
  const [year, month, day] = ["year", "month", "day"].map((name) => Number(date.get(name)));
  const counted = date.get("era") === "BC" ? 1 - year : year;
  return (counted * 12 + month) * 31 + day;
}

function field(time: number, zone: string, name: string): number {
  return Number(shown(time, zone).get(name));
}

/** Everything that a clock with a calendar shows, by the name that `Intl` gives it. */
function shown(time: number, zone: string): ReadonlyMap<string, string> {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    weekday: "short",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(zone, known);
  return new Map(known.formatToParts(Math.floor(time)).map(({ type, value }) => [type, value]));
}
