/**
 * Numbers in [0, 1), always the same for a seed: the generator mulberry32 of T. Ettinger, 32 bits each.
 *
 * @param seed A whole number.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
