import { describe } from "./describe.ts";
import { readDate, readTime, readZone } from "./dates.ts";
import { inside, type Reading, readObject, report } from "./read_object.ts";
import type { Filter } from "./types.ts";

/** A day of the week by its first letters. */
export type WeekdayName = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Bars on which enters are read, as written; all that is said must hold. */
export interface FilterInput {
  /** First local date, `"2010-01-31"`. */
  readonly from?: string;
  /** Last local date. */
  readonly to?: string;
  /** 1 for Monday to 7 for Sunday, or `"mon"` to `"sun"`. */
  readonly weekdays?: readonly (number | WeekdayName)[];
  /** Local times of day: from, to before; over midnight if the first is the later. */
  readonly hours?: readonly [from: string, to: string];
  /** IANA time zone; UTC if left out. */
  readonly zone?: string;
}

/** Names of the weekdays from Monday on. */
export const weekdayNames: readonly WeekdayName[] = [
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
];

/** What a filter may say, with an example of each and one line for lists. */
export const filterSpecs = {
  from: { example: "2010-01-31", summary: "First date on which enters are read" },
  to: { example: "2019-12-31", summary: "Last date on which enters are read" },
  weekdays: {
    example: ["mon", "tue", 3],
    summary: 'Days on which enters are read: 1 to 7 or "mon" to "sun"',
  },
  hours: {
    example: ["09:30", "16:00"],
    summary: "Times of day of bars whose enters are read: from, to before; may go over midnight",
  },
  zone: {
    example: "America/New_York",
    summary: "IANA time zone of all this; UTC if left out",
  },
} as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the filter. */
export function readFilter(value: unknown, reading: Reading): Filter | undefined {
  if (value === undefined) return undefined;
  const before = reading.problems.length;
  const entries = readObject(value, reading, Object.keys(filterSpecs));
  if (entries === undefined) return undefined;
  const at = <T>(key: string, read: (value: unknown, place: Reading) => T): T | undefined =>
    entries.has(key) ? read(entries.get(key), inside(reading, key)) : undefined;
  const read = {
    from: at("from", readDate),
    to: at("to", readDate),
    weekdays: at("weekdays", readWeekdays),
    hours: at("hours", readHours),
  };
  const zone = readZone(entries.get("zone"), inside(reading, "zone"));
  if (read.from !== undefined && read.to !== undefined && read.from > read.to) {
    report(inside(reading, "to"), "Expected a date that is not before from but found an earlier");
  }
  const given = Object.entries(read).filter(([, part]) => part !== undefined);
  if (given.length === 0 && reading.problems.length === before) {
    return report(reading, "Expected from, to, weekdays or hours but found none", "leave it out");
  }
  return Object.freeze({ ...Object.fromEntries(given), zone } as Mutable<Filter>);
}

function readWeekdays(value: unknown, reading: Reading): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length < 1 || value.length > 7) {
    const found = Array.isArray(value) ? value.length : describe(value);
    return report(reading, `Expected a list of 1 to 7 weekdays but found ${found}`);
  }
  const days = [...value].map((item, index) => readWeekday(item, inside(reading, index)));
  if (days.includes(undefined)) return undefined;
  const twice = days.findIndex((day, index) => days.indexOf(day) < index);
  if (twice >= 0) {
    return report(
      inside(reading, twice),
      `Expected each weekday once but found ${days[twice]} twice`,
    );
  }
  return Object.freeze((days as number[]).sort((a, b) => a - b));
}

function readWeekday(value: unknown, reading: Reading): number | undefined {
  const named = weekdayNames.indexOf(value as WeekdayName) + 1;
  if (named > 0) return named;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 7) {
    return value;
  }
  const wanted = 'Expected a weekday, 1 to 7 or "mon" to "sun",';
  return report(reading, `${wanted} but found ${describe(value)}`);
}

function readHours(value: unknown, reading: Reading): Filter["hours"] | undefined {
  if (!Array.isArray(value) || value.length !== 2) {
    const found = Array.isArray(value) ? value.length : describe(value);
    return report(reading, `Expected a list of two times of day but found ${found}`);
  }
  const [from, to] = [...value].map((item, index) => readTime(item, inside(reading, index)));
  if (from === undefined || to === undefined) return undefined;
  if (from === to) {
    return report(reading, "Expected two times of day but found one twice", "leave hours out");
  }
  return Object.freeze([from, to] as const);
}
