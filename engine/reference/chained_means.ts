import { roc } from "./changes.ts";
import { ema } from "./recursions.ts";
import { combine, type Series } from "./series.ts";
import { wma } from "./windows.ts";

/** Mulloy's double exponential mean: `2 * e1 - e2`. */
export function dema(x: Series, length: number): Series {
  const once = ema(x, length);
  return combine([once, ema(once, length)], (e1, e2) => 2 * e1 - e2);
}

/** Mulloy's triple exponential mean: `3 * e1 - 3 * e2 + e3`. */
export function tema(x: Series, length: number): Series {
  const once = ema(x, length);
  const twice = ema(once, length);
  const thrice = ema(twice, length);
  return combine([once, twice, thrice], (e1, e2, e3) => 3 * e1 - 3 * e2 + e3);
}

/** Rate of change over one bar of an exponential mean taken three times. */
export function trix(x: Series, length: number): Series {
  return roc(ema(ema(ema(x, length), length), length), 1);
}

/** Difference of a fast and a slow exponential mean, in percent of the slow one. */
export function ppo(
  x: Series,
  lengths: { readonly fast: number; readonly slow: number },
): Series {
  const means = [ema(x, lengths.fast), ema(x, lengths.slow)];
  return combine(means, (fast, slow) => slow === 0 ? NaN : 100 * ((fast - slow) / slow));
}

/** Hull's mean: a weighted mean of half the length twice less that of the whole, smoothed by another. */
export function hma(x: Series, length: number): Series {
  const half = wma(x, Math.max(Math.floor(length / 2), 1));
  const ahead = combine([half, wma(x, length)], (fast, slow) => 2 * fast - slow);
  return wma(ahead, Math.floor(Math.sqrt(length)));
}
