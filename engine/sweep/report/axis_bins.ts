/** Values of a parameter that stand together in a table. */
export interface Bin {
  /** The value, or the first and the last. */
  readonly label: string;
  /** Smallest and largest value. */
  readonly from: number;
  readonly to: number;
}

/**
 * The values in at most so many bins of neighbouring ones, as equal in number as can be.
 *
 * @param values Different numbers, rising.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(axisBins([5, 10, 20], 3).map(({ label }) => label), ["5", "10", "20"]);
 * assertEquals(axisBins([1, 2, 3, 4, 5], 2).map(({ label }) => label), ["1..2", "3..5"]);
 * ```
 */
export function axisBins(values: readonly number[], most: number): Bin[] {
  const count = Math.min(values.length, Math.max(1, most));
  return Array.from({ length: count }, (_, bin) => {
    const from = values[Math.floor(bin * values.length / count)];
    const to = values[Math.floor((bin + 1) * values.length / count) - 1];
    return {
      label: from === to ? shortNumber(from) : `${shortNumber(from)}..${shortNumber(to)}`,
      from,
      to,
    };
  });
}

/** Position of the bin with a value that is in one of them. */
export function binOf(bins: readonly Bin[], value: number): number {
  let low = 0;
  let high = bins.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > bins[middle].to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A number of a grid in few digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(5)));
}
