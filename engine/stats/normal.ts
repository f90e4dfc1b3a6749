/**
 * Probability that a standard normal variable is at most `x`, to about 1e-15: the rational approximations of J. F. Hart,
 * Computer Approximations (1968), number 5666, as arranged by G. West, Better Approximations to Cumulative Normal
 * Functions, Wilmott Magazine (2005).
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * assertAlmostEquals(normalShare(1.959963984540054), 0.975, 1e-14);
 * ```
 */
export function normalShare(x: number): number {
  const size = Math.abs(x);
  const tail = size > 37 ? 0 : Math.exp(-size * size / 2) * tailFactor(size);
  return x > 0 ? 1 - tail : tail;
}

/** Highest power first. */
const numerator = [
  3.52624965998911e-2,
  0.700383064443688,
  6.37396220353165,
  33.912866078383,
  112.079291497871,
  221.213596169931,
  220.206867912376,
] as const;

const denominator = [
  8.83883476483184e-2,
  1.75566716318264,
  16.064177579207,
  86.7807322029461,
  296.564248779674,
  637.333633378831,
  793.826512519948,
  440.413735824752,
] as const;

function tailFactor(size: number): number {
  if (size < 7.07106781186547) return polynomial(numerator, size) / polynomial(denominator, size);
  const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
  return 1 / (fraction * Math.sqrt(2 * Math.PI));
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
