import { readTime, readZone } from "./dates.ts";
import { isForm } from "./named.ts";
import { inside, readObject } from "./read_object.ts";
import type { StrategyReading } from "./scope.ts";
import type { SessionRule } from "./types.ts";

/** When a session ends: a local time of day, `"15:55"`, in UTC where no zone is named. */
export type SessionInput = string | {
  /** Local time of day. */
  readonly time: string;
  /** IANA time zone; UTC if left out. */
  readonly zone?: string;
};

/** Reads the end of a session. */
export function readSessionEnd(value: unknown, reading: StrategyReading): SessionRule | undefined {
  const entries = isForm(value)
    ? readObject(value, reading, ["time", "zone"])
    : new Map([["time", value]]);
  if (entries === undefined) return undefined;
  const minute = readTime(entries.get("time"), isForm(value) ? inside(reading, "time") : reading);
  const zone = readZone(entries.get("zone"), inside(reading, "zone"));
  return minute === undefined ? undefined : Object.freeze({ type: "sessionEnd", minute, zone });
}
