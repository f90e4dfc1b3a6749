const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds of 400 years, after which the Gregorian calendar repeats itself. */
const cycle = 146_097 * 86_400_000;

/**
 * Midnight UTC of a day of the Gregorian calendar.
 *
 * @param year Year, 0 to 9999.
 * @param month Month, from 1.
 * @param day Day of the month, from 1.
 * @returns Milliseconds since the epoch; NaN where there is no such day.
 */
export function dayTime(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1)) return NaN;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > days[month - 1] + (leap ? 1 : 0)) return NaN;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return Date.UTC(year + 400, month - 1, day) - cycle;
}

/**
 * Time since midnight.
 *
 * @param hour Hour, 0 to 23.
 * @param minute Minute, 0 to 59.
 * @param second Second, 0 to 59; there are no leap seconds in epoch time.
 * @returns Milliseconds; NaN where a clock cannot show it.
 */
export function clockTime(hour: number, minute: number, second: number): number {
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}
