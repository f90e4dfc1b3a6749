/** Running mean and sum of squared distances from it. */
export interface Moments {
  count: number;
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
}

/** Moments of no values yet. */
export function newMoments(): Moments {
  return { count: 0, mean: 0, squares: 0 };
}

/**
 * Takes one value in, without cancellation: B. P. Welford, Note on a Method for Calculating Corrected Sums of Squares
 * and Products, Technometrics 4 (1962).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const moments = newMoments();
 * for (const value of [1, 2, 6]) addValue(moments, value);
 * assertEquals(moments, { count: 3, mean: 3, squares: 14 });
 * ```
 */
export function addValue(moments: Moments, value: number): void {
  const distance = value - moments.mean;
  moments.count += 1;
  moments.mean += distance / moments.count;
  moments.squares += distance * (value - moments.mean);
}

/**
 * The moments of two sets of values as those of one: T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for Computing the
 * Sample Variance, American Statistician 37 (1983).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const one = { count: 1, mean: 1, squares: 0 };
 * assertEquals(joinMoments(one, { count: 2, mean: 4, squares: 8 }), { count: 3, mean: 3, squares: 14 });
 * ```
 */
export function joinMoments(a: Readonly<Moments>, b: Readonly<Moments>): Moments {
  const count = a.count + b.count;
  const distance = b.mean - a.mean;
  return {
    count,
    mean: a.mean + distance * b.count / count,
    squares: a.squares + b.squares + distance * distance * a.count * b.count / count,
  };
}

/** Sample standard deviation (divisor count - 1); NaN of fewer than two values. */
export function sampleDeviation(moments: Moments): number {
  return moments.count < 2 ? NaN : Math.sqrt(moments.squares / (moments.count - 1));
}
