import { combine, type Series, seriesFrom } from "./series.ts";
import { sma, variance } from "./windows.ts";

/** Two series. */
export interface Pair {
  readonly x: Series;
  readonly y: Series;
}

/** Population covariance of the last `length` pairs: mean of products less product of means. */
export function covariance({ x, y }: Pair, length: number): Series {
  const products = combine([x, y], (a, b) => a * b);
  return combine(
    [sma(products, length), sma(x, length), sma(y, length)],
    (product, meanX, meanY) => product - meanX * meanY,
  );
}

/** Pearson's correlation of the last `length` pairs, -1 to 1; 0 where either is flat. */
export function correlation({ x, y }: Pair, length: number): Series {
  return combine(
    [covariance({ x, y }, length), variance(x, length), variance(y, length)],
    (together, varianceX, varianceY) => {
      const both = varianceX * varianceY;
      return both === 0 ? 0 : Math.max(-1, Math.min(1, together / Math.sqrt(both)));
    },
  );
}

/** Slope of the changes of `y` on those of `x`, the market; 0 where these do not vary. */
export function beta({ x, y }: Pair, length: number): Series {
  const pair = { x: change(x), y: change(y) };
  return combine(
    [covariance(pair, length), variance(pair.x, length)],
    (together, spread) => spread === 0 ? 0 : together / spread,
  );
}

/** Simple change since the bar before. */
function change(x: Series): Series {
  return seriesFrom(x.from + 1, {
    bars: x.values.length,
    valueAt: (t) => {
      const before = x.values[t - 1];
      return before === 0 ? NaN : (x.values[t] - before) / before;
    },
  });
}
