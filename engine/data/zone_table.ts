import { offsetAt } from "./offset_at.ts";

/** Offsets of a time zone from UTC over a span of time: `offsets[k]` holds from `times[k]` to before `times[k + 1]`. */
export interface ZoneTable {
  /** Milliseconds since the epoch, rising; the first is -Infinity. */
  readonly times: Float64Array;
  /** Milliseconds to add to UTC to get local time. */
  readonly offsets: Float64Array;
}

/** Longest stretch that is not looked into where both ends have one offset: no zone changed it there and back in less. */
const stretch = 3 * 86_400_000;

/**
 * The offsets that a time zone has over the times of bars. Changes are exact to the millisecond but where no bar lies
 * within three days, where only their sum counts.
 *
 * @param time Times, rising, milliseconds since the epoch.
 * @param zone IANA name; `"UTC"` needs no `Intl`.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.of(Date.UTC(2024, 2, 10), Date.UTC(2024, 2, 11));
 * const { times, offsets } = zoneTable(time, "America/New_York");
 * assertEquals([...times], [-Infinity, Date.UTC(2024, 2, 10, 7)]);
 * assertEquals([...offsets], [-5 * 3_600_000, -4 * 3_600_000]);
 * ```
 */
export function zoneTable(time: Float64Array, zone: string): ZoneTable {
  if (zone === "UTC" || time.length === 0) {
    return { times: Float64Array.of(-Infinity), offsets: Float64Array.of(0) };
  }
  const ask = offsetAt(zone);
  // Offsets change at whole milliseconds.
  const moment = (t: number): number => Math.floor(time[t]);
  const last = moment(time.length - 1);
  let from = { time: moment(0), offset: ask(moment(0)) };
  const changes = [{ time: -Infinity, offset: from.offset }];
  for (let t = 0; from.time < last;) {
    const most = from.time + stretch;
    const after = from.time + 1;
    while (time[t] < after) t++;
    // Where the next bar is further away, nothing in between matters.
    const at = Math.max(moment(t), Math.min(most, last));
    const to = { time: at, offset: ask(at) };
    addChanges(from, to, { ask, changes });
    from = to;
  }
  return {
    times: Float64Array.from(changes, ({ time }) => time),
    offsets: Float64Array.from(changes, ({ offset }) => offset),
  };
}

interface Moment {
  readonly time: number;
  readonly offset: number;
}

/** Adds the changes after `from` up to `to`, by bisection. */
function addChanges(
  from: Moment,
  to: Moment,
  found: { readonly ask: (time: number) => number; readonly changes: Moment[] },
): void {
  if (from.offset === to.offset) return;
  if (to.time - from.time <= 1) {
    found.changes.push(to);
    return;
  }
  const time = Math.floor((from.time + to.time) / 2);
  const middle = { time, offset: found.ask(time) };
  addChanges(from, middle, found);
  addChanges(middle, to, found);
}
