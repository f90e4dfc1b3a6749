/** Whether a text is a whole or decimal number, as epoch times are written. */
export function isEpoch(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/**
 * Reads a number as time since the epoch. Its magnitude decides the unit: below 1e11 seconds (to the year 5138),
 * below 1e14 milliseconds (from 1973-03-03), below 1e17 microseconds, above nanoseconds. Numbers below 1e8 (seconds
 * before 1973-03-03) are not taken for times: they are row numbers, years and the like.
 *
 * @param text A number, see `isEpoch`.
 * @returns Milliseconds since the epoch, to the microsecond; NaN for a number that is too small or too large.
 */
export function epochTime(text: string): number {
  const value = Number(text);
  const size = Math.abs(value);
  if (size < 1e8 || size >= 1e20) return NaN;
  return Math.round(value * (size < 1e11 ? 1e6 : size < 1e14 ? 1e3 : size < 1e17 ? 1 : 1e-3)) / 1e3;
}
