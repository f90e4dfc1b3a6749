/**
 * Different whole numbers from 1 to `most`, the same for the same seed, in rising order; all of them if there are no
 * more than wanted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(seededLengths(3, { count: 9, seed: 1 }), [1, 2, 3]);
 * assertEquals(seededLengths(100, { count: 9, seed: 1 }).length, 9);
 * ```
 */
export function seededLengths(
  most: number,
  { count, seed }: { readonly count: number; readonly seed: number },
): number[] {
  if (count >= most) return Array.from({ length: most }, (_, index) => index + 1);
  const lengths = new Set<number>();
  // mulberry32, by Tommy Ettinger
  let state = seed | 0;
  while (lengths.size < count) {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    lengths.add(1 + Math.floor(((word ^ (word >>> 14)) >>> 0) / 2 ** 32 * most));
  }
  return [...lengths].sort((a, b) => a - b);
}
