/**
 * Reads a part of a text as a number, written with a decimal point and perhaps an exponent.
 *
 * @param text The text.
 * @param from Start of the part.
 * @param to End of the part.
 * @returns The number; NaN where the part is none. `isMissing` tells whether it is one of the words for a missing value.
 */
export function numberIn(text: string, from: number, to: number): number {
  const cell = text.slice(from, to);
  const value = Number(cell);
  // Number also takes blanks (for 0), Infinity and 0x10. All that starts with a sign, point or digit and has no letter
  // in second place is none of these; the rest is looked at with more care.
  const first = cell.charCodeAt(0);
  const isPlain = first > 32 && first < 58 && !(cell.charCodeAt(1) > 57);
  if (isPlain && value - value === 0) return value;
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(cell) ? value : NaN;
}

/**
 * Whether a text stands for a value that is not there: empty, `NaN`, `null` or `NA`, in any case.
 *
 * @param text The text.
 * @returns Whether it does.
 */
export function isMissing(text: string): boolean {
  return /^\s*(?:nan|null|na)?\s*$/i.test(text);
}
