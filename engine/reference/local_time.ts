import { zoneOffset } from "../stats/zone_offset.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Date and time of day of a bar's stamp in a zone. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly date: number;
  /** Minutes after midnight, with fractions. */
  readonly minute: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
}

/** The local time of every bar. */
export function localTimes(time: Float64Array, zone: string): readonly LocalTime[] {
  const offset = zoneOffset(zone);
  return Array.from(time, (utc) => {
    const local = utc + offset(utc);
    const date = Math.floor(local / day);
    // 1970-01-01 was a Thursday.
    const weekday = (((date + 3) % 7) + 7) % 7 + 1;
    return { date, minute: (local - date * day) / minute, weekday };
  });
}

/** The date whose midnight, written as if it were UTC, is `time`. */
export function dateOf(time: number): number {
  return Math.floor(time / day);
}
