import { nthLargest } from "./nth_largest.ts";

/** One end of the scores: the largest ones, or by their negatives the smallest. */
export interface ScoreEnd {
  /** 1 where large scores are wanted, -1 where small ones are. */
  readonly sign: 1 | -1;
  /** Scores times `sign` from here on are looked at first in the next row; NaN where all are to be. */
  guess: number;
  /** Assets that are looked at, ascending. */
  candidates: Int32Array;
  /** Workspace, one number an asset. */
  values: Float64Array;
}

/** What is wanted of an end. */
export interface Wanted {
  /** Number of candidates, all with finite scores. */
  readonly count: number;
  /** How many of them are taken, at most all whose weight is 0. */
  readonly take: number;
  /** How many were asked for, where there are enough. */
  readonly asked: number;
}

/**
 * Gives the candidates with the largest signed scores a weight of sign / asked; of equal scores the first. Those that
 * have a weight already, taken by the other end, are passed over: they are among the best of this end only as equals of
 * its last.
 */
export function takeEnd(
  end: ScoreEnd,
  scores: Float64Array,
  { count, take, asked }: Wanted,
  out: Float64Array,
): void {
  const { sign, candidates, values } = end;
  for (let c = 0; c < count; c++) values[c] = sign * scores[candidates[c]];
  if (take === 0) return;
  const weight = sign / asked;
  const last = nthLargest(values, count, take);
  let equals = take;
  for (let c = 0; c < count; c++) equals -= Number(values[c] > last);
  for (let c = 0; c < count; c++) {
    const asset = candidates[c];
    const value = sign * scores[asset];
    if (value > last) {
      out[asset] = weight;
    } else if (value === last && equals > 0 && out[asset] === 0) {
      out[asset] = weight;
      equals--;
    }
  }
}

/**
 * Scores beyond the wanted ones that are looked at: some three standard deviations of how many of independent scores are
 * beyond a level that `asked` are beyond on average.
 */
export function margin(asked: number): number {
  return 4 + Math.ceil(3 * Math.sqrt(asked));
}

/** Guesses a level for the next row from the values that `takeEnd` left. */
export function guessLevel(end: ScoreEnd, { count, asked }: Wanted): void {
  const place = asked + margin(asked);
  if (asked === 0) end.guess = Infinity;
  else end.guess = place > count ? NaN : nthLargest(end.values, count, place);
}
