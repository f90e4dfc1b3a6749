import { boundTime } from "../../engine/data/bound.ts";
import type { BarBound } from "../../engine/run/bar_range.ts";
import { InputError } from "../command/input_error.ts";

/** Bars to take as `traceRun` has them; what is left out takes all on that side. */
export interface TraceRange {
  readonly from?: BarBound;
  readonly to?: BarBound;
}

/**
 * The range that `--trace` names: `FROM:TO`, both indices of bars or both times, either of them left out; or one alone.
 * Whole numbers are indices. `TO` is the last bar or day taken, or as a time of day the first moment not taken; one alone
 * is that bar, that day, or the bar of that moment.
 *
 * @throws {InputError} For anything else.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readRange("120:140"), { from: 120, to: 141 });
 * assertEquals(readRange("2020-03-05 09:30:2020-03-06"), { from: "2020-03-05 09:30", to: "2020-03-06" });
 * assertEquals(readRange("2020-03-05"), { from: "2020-03-05", to: "2020-03-05" });
 * assertEquals(readRange(":140"), { to: 141 });
 * ```
 */
export function readRange(text: string): TraceRange {
  const halves = [...text.matchAll(/:/g)].map(({ index }): readonly [string, string] => [
    text.slice(0, index),
    text.slice(index + 1),
  ]);
  // A time of day has colons too: the colon of the range is the one with a bound on either side.
  const found = halves.find(isRange);
  if (found === undefined && isTime(text)) return { from: text, to: endOf(text) };
  if (found === undefined && !isIndex(text)) {
    throw new InputError(
      `Cannot read --trace: expected FROM:TO, two indices of bars or two times, but found ${
        JSON.stringify(text)
      }`,
    );
  }
  const [from, to] = found ?? [text, text];
  return {
    ...(from === "" ? {} : { from: isIndex(from) ? Number(from) : from }),
    ...(to === "" ? {} : { to: isIndex(to) ? Number(to) + 1 : to }),
  };
}

/** The end of a day, or what follows a moment: its millisecond. */
function endOf(text: string): BarBound {
  const [moment, end] = [false, true].map((wholeDay) =>
    boundTime(text, { name: "--trace", wholeDay })
  );
  return moment === end ? new Date(Math.floor(moment) + 1) : text;
}

function isRange([from, to]: readonly [string, string]): boolean {
  const given = [from, to].filter((bound) => bound !== "");
  return given.length > 0 && (given.every(isIndex) || given.every(isTime));
}

function isIndex(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

function isTime(text: string): boolean {
  if (isIndex(text)) return false;
  try {
    return Number.isFinite(boundTime(text, { name: "--trace", wholeDay: false }));
  } catch {
    return false;
  }
}
