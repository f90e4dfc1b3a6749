import { clockTime, dayTime } from "./calendar.ts";

const dash = 45;
const colon = 58;
const space = 32;
const letterT = 84;
const letterZ = 90;

/**
 * Reads the commonest forms of a time, `YYYY-MM-DD` and `YYYY-MM-DD HH:MM[:SS][Z]` (also with `T`), without a regular
 * expression: these are slow in the first thousands of calls.
 *
 * @param text The text, without space around it.
 * @returns Milliseconds since the epoch; NaN for every other form, and where there is no such time.
 */
export function fixedTime(text: string): number {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const day = dayTime(year, pair(text, 5), pair(text, 8));
  if (text.length === 10) return day;
  const gap = text.charCodeAt(10);
  if ((gap !== space && gap !== letterT) || text.charCodeAt(13) !== colon) return NaN;
  const end = text.charCodeAt(text.length - 1) === letterZ ? text.length - 1 : text.length;
  if (end !== 16 && (end !== 19 || text.charCodeAt(16) !== colon)) return NaN;
  return day + clockTime(pair(text, 11), pair(text, 14), end === 19 ? pair(text, 17) : 0);
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
