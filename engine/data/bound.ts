import { expectedTime, readTimeText } from "./time_text.ts";

/** A moment: milliseconds since the epoch, a `Date`, or a text that `parseTime` reads. */
export type TimeBound = number | Date | string;

const day = 86_400_000;

/**
 * The moment that a bound stands for.
 *
 * @param bound The bound.
 * @param options `name`: what the bound is called in errors; `wholeDay`: whether a text that names a day means its end.
 * @returns Milliseconds since the epoch.
 * @throws {RangeError} For NaN, an invalid date and a text that is no time.
 */
export function boundTime(
  bound: TimeBound,
  options: { name: string; wholeDay: boolean },
): number {
  if (typeof bound !== "string") {
    const time = Number(bound);
    if (!Number.isNaN(time)) return time;
    throw new RangeError(`Cannot use ${options.name}: found ${bound}, expected a time`);
  }
  const { time, dateOnly } = readTimeText(bound);
  if (!Number.isNaN(time)) return dateOnly && options.wholeDay ? time + day : time;
  throw new RangeError(
    `Cannot use ${options.name}: found ${JSON.stringify(bound)}, expected ${expectedTime(bound)}`,
  );
}
