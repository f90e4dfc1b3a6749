import { clockTime, dayTime } from "./calendar.ts";
import { epochTime, isEpoch } from "./epoch_text.ts";
import { fixedTime } from "./fixed_time.ts";

const months =
  "january february march april may june july august september october november december"
    .split(" ");

const dates = [
  String.raw`(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
  String.raw`(?<day>\d{1,2})[- ](?<name>[a-z]+)[- ](?<year>\d{4})`,
  String.raw`(?<name>[a-z]+) (?<day>\d{1,2}),? (?<year>\d{4})`,
];
const clock = String
  .raw`(?<clock>(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?` +
  String.raw`|(?<hour2>\d{2})(?<minute2>\d{2})(?<second2>\d{2})?)`;
const zone = String.raw`(?:Z|UTC|GMT|(?<offset>[-+]\d{2}(?::?\d{2})?))`;
const shapes = dates.map((date) => new RegExp(`^${date}(?:(?:T| +)${clock} *${zone}?)?$`, "i"));

type Parts = Readonly<Record<string, string | undefined>>;

/** A time that was read from text. */
export interface TimeText {
  /** Milliseconds since the epoch; NaN where the text is no time. */
  readonly time: number;
  /** Whether the text is a day without a time of day. */
  readonly dateOnly: boolean;
}

/**
 * Reads a text as a time, in any of the forms that `parseTime` lists.
 *
 * @param text The text.
 * @returns The time, NaN where the text is none; `expectedTime` says why.
 */
export function timeIn(text: string): number {
  const time = fixedTime(text);
  return Number.isNaN(time) ? readTimeText(text).time : time;
}

/**
 * Reads a text as a time and tells a day from a moment.
 *
 * @param text The text.
 * @returns The time, NaN where the text is none, and whether it is a whole day.
 */
export function readTimeText(text: string): TimeText {
  const trimmed = text.trim();
  if (isEpoch(trimmed) && !isCompact(trimmed)) {
    return { time: looksCompact(trimmed) ? NaN : epochTime(trimmed), dateOnly: false };
  }
  const parts = partsOf(trimmed);
  if (parts === undefined) return { time: NaN, dateOnly: false };
  const time = addFraction(dateOf(parts) + clockOf(parts), parts.fraction ?? "");
  return { time, dateOnly: parts.clock === undefined };
}

/**
 * What a text that is no time should have been.
 *
 * @param text A text for which `timeIn` gave NaN.
 * @returns Words to follow "expected".
 */
export function expectedTime(text: string): string {
  const trimmed = text.trim();
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(trimmed)) {
    return "month and day in an order that cannot be mistaken, such as 2001-03-05";
  }
  if (isEpoch(trimmed) && looksCompact(trimmed)) {
    return "digits that cannot be mistaken for milliseconds since the epoch, such as 2001-03-05 09:30";
  }
  if (partsOf(trimmed) !== undefined) return "a date and time of day that exist";
  return "a time such as 2001-03-05, 2001-03-05 09:30, 2001-03-05T09:30:00Z or 983784600 (seconds since the epoch)";
}

function partsOf(text: string): Parts | undefined {
  const spaced = /^\d{14}$/.test(text) ? `${text.slice(0, 8)} ${text.slice(8)}` : text;
  for (const shape of shapes) {
    const groups = shape.exec(spaced)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
}

// As times since the epoch, 8 digits would be seconds of 1970 to 1973, 14 digits milliseconds beyond the year 2286.
function isCompact(text: string): boolean {
  return /^(?:\d{8}|\d{14})$/.test(text);
}

// 12 digits are milliseconds of 1973 to 2001, or a date with hour and minute.
function looksCompact(text: string): boolean {
  return /^(?:19|20|21)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(
    text,
  );
}

function dateOf({ year, month, name, day }: Parts): number {
  return dayTime(Number(year), name === undefined ? Number(month) : monthOf(name), Number(day));
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return 1 +
    months.findIndex((month) =>
      lower === month || lower === month.slice(0, 3) || (lower === "sept" && month === "september")
    );
}

function clockOf(parts: Parts): number {
  if (parts.clock === undefined) return 0;
  const hour = Number(parts.hour ?? parts.hour2);
  const minute = Number(parts.minute ?? parts.minute2);
  const second = Number(parts.second ?? parts.second2 ?? 0);
  return clockTime(hour, minute, second) - offsetOf(parts.offset);
}

function addFraction(time: number, fraction: string): number {
  const micros = Math.round(Number(`0.${fraction}0`) * 1e6);
  const rest = micros % 1000;
  const millis = time + (micros - rest) / 1e3;
  // Whole numbers up to the division, so that it alone rounds.
  return rest === 0 ? millis : (millis * 1e3 + rest) / 1e3;
}

function offsetOf(offset: string | undefined): number {
  if (offset === undefined) return 0;
  const time = clockTime(Number(offset.slice(1, 3)), Number(offset.slice(3).replace(":", "")), 0);
  return offset[0] === "-" ? -time : time;
}
