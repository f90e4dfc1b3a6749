/** Milliseconds of an hour. */
export const HOUR = 3_600_000;

/** Milliseconds of a day of 24 hours. */
export const DAY: number = 24 * HOUR;

/** Milliseconds of a year of 365.25 days. */
export const YEAR: number = 365.25 * DAY;
