import type { Bars } from "../engine/data/bars.ts";

/** Length of every window. */
export const windowLength = 100;
const n = windowLength;

/** A rolling indicator, and the same computed anew for one window. */
export interface IndicatorCase {
  readonly name: string;
  /** In the expression language; its windows are 100 long. */
  readonly text: string;
  /** The value of bar t from nothing but its window, in plain loops. */
  readonly recompute: (bars: Bars, t: number) => number;
  /** Largest difference allowed, of the value itself or of 1: what running sums may drift by over millions of bars. */
  readonly tolerance: number;
}

/**
 * Every indicator over a window of fixed length. Recursions such as ema have no window to recompute; what is made of
 * several indicators, such as stoch, is left out.
 */
export const indicatorCases: readonly IndicatorCase[] = [
  summing("sma", "sma(close, 100)", ({ close }, t) => mean(close, t)),
  summing("wma", "wma(close, 100)", ({ close }, t) => weighted(close, t) / (n * (n + 1) / 2)),
  spread("variance", "variance(close, 100)", ({ close }, t) => covariance(close, close, t)),
  spread("stdev", "stdev(close, 100)", ({ close }, t) => deviation(close, t)),
  spread("zscore", "zscore(close, 100)", ({ close }, t) => {
    return (close[t] - mean(close, t)) / deviation(close, t);
  }),
  spread("bbands", "bbands(close, 100, 2).upper", ({ close }, t) => {
    return mean(close, t) + 2 * deviation(close, t);
  }),
  spread("covariance", "covariance(open, close, 100)", ({ open, close }, t) => {
    return covariance(open, close, t);
  }),
  spread("correlation", "correlation(open, close, 100)", ({ open, close }, t) => {
    return covariance(open, close, t) / (deviation(open, t) * deviation(close, t));
  }),
  spread("beta", "beta(open, close, 100)", ({ open, close }, t) => beta(open, close, t)),
  summing("linearRegression", "linearRegression(close, 100)", ({ close }, t) => {
    return mean(close, t) + slope(close, t) * (n - 1) / 2;
  }),
  summing("slope", "slope(close, 100)", ({ close }, t) => slope(close, t)),
  summing("vwma", "vwma(close, 100)", ({ close, volume }, t) => {
    return weightedBy(volume, t, (i) => close[i]);
  }),
  summing("rollingVwap", "rollingVwap(100)", (bars, t) => {
    return weightedBy(bars.volume, t, (i) => typical(bars, i));
  }),
  summing("mfi", "mfi(100)", (bars, t) => mfi(bars, t)),
  summing("ultimate", "ultimate(25, 50, 100)", (bars, t) => {
    const [short, medium, long] = [25, 50, 100].map((length) => pressure(bars, t, length));
    return 100 * ((4 * short + 2 * medium + long) / 7);
  }),
  exact("highest", "highest(high, 100)", ({ high }, t) => high[newestHigh(high, t)]),
  exact("lowest", "lowest(low, 100)", ({ low }, t) => low[newestLow(low, t)]),
  exact("donchian", "donchian(100).middle", ({ high, low }, t) => {
    return (high[newestHigh(high, t)] + low[newestLow(low, t)]) / 2;
  }),
  exact("willr", "willr(100)", ({ high, low, close }, t) => {
    const top = high[newestHigh(high, t)];
    return -100 * ((top - close[t]) / (top - low[newestLow(low, t)]));
  }),
  // Of 99 bars and the one before them.
  exact(
    "aroon",
    "aroon(99).up",
    ({ high }, t) => 100 * ((n - 1 - t + newestHigh(high, t)) / (n - 1)),
  ),
  exact("pivotHigh", "pivotHigh(high, 50, 49)", ({ high }, t) => pivot(high, t)),
  exact("median", "median(close, 100)", ({ close }, t) => {
    const ordered = close.slice(t - n + 1, t + 1).sort();
    return (ordered[n / 2 - 1] + ordered[n / 2]) / 2;
  }),
  exact("percentRank", "percentRank(close, 100)", ({ close }, t) => {
    let count = 0;
    for (let i = t - n; i < t; i++) if (close[i] <= close[t]) count++;
    return 100 * count / n;
  }),
  exact("cci", "cci(100)", (bars, t) => cci(bars, t)),
];

type Recompute = IndicatorCase["recompute"];

function exact(name: string, text: string, recompute: Recompute): IndicatorCase {
  return { name, text, recompute, tolerance: 1e-12 };
}

function summing(name: string, text: string, recompute: Recompute): IndicatorCase {
  return { name, text, recompute, tolerance: 1e-8 };
}

/** Differences of sums of squares, which are a millionth of the sums themselves. */
function spread(name: string, text: string, recompute: Recompute): IndicatorCase {
  return { name, text, recompute, tolerance: 1e-5 };
}

function mean(x: Float64Array, t: number): number {
  let sum = 0;
  for (let i = t - n + 1; i <= t; i++) sum += x[i];
  return sum / n;
}

function weighted(x: Float64Array, t: number): number {
  let sum = 0;
  for (let j = 1; j <= n; j++) sum += j * x[t - n + j];
  return sum;
}

function covariance(x: Float64Array, y: Float64Array, t: number): number {
  const [a, b] = [mean(x, t), mean(y, t)];
  let sum = 0;
  for (let i = t - n + 1; i <= t; i++) sum += (x[i] - a) * (y[i] - b);
  return sum / n;
}

function deviation(x: Float64Array, t: number): number {
  return Math.sqrt(covariance(x, x, t));
}

function beta(market: Float64Array, x: Float64Array, t: number): number {
  let [sumA, sumB, sumAa, sumAb] = [0, 0, 0, 0];
  for (let i = t - n + 1; i <= t; i++) {
    const a = (market[i] - market[i - 1]) / market[i - 1];
    const b = (x[i] - x[i - 1]) / x[i - 1];
    sumA += a;
    sumB += b;
    sumAa += a * a;
    sumAb += a * b;
  }
  return (n * sumAb - sumA * sumB) / (n * sumAa - sumA * sumA);
}

function slope(x: Float64Array, t: number): number {
  let [sum, moment] = [0, 0];
  for (let j = 0; j < n; j++) {
    const value = x[t - n + 1 + j];
    sum += value;
    moment += j * value;
  }
  return 12 * (moment - sum * (n - 1) / 2) / (n * (n * n - 1));
}

function newestHigh(x: Float64Array, t: number): number {
  let best = t - n + 1;
  for (let i = best + 1; i <= t; i++) if (x[i] >= x[best]) best = i;
  return best;
}

function newestLow(x: Float64Array, t: number): number {
  let best = t - n + 1;
  for (let i = best + 1; i <= t; i++) if (x[i] <= x[best]) best = i;
  return best;
}

function pivot(x: Float64Array, t: number): number {
  const middle = t - 49;
  for (let i = t - n + 1; i <= t; i++) if (i !== middle && x[i] >= x[middle]) return NaN;
  return x[middle];
}

function typical({ high, low, close }: Bars, i: number): number {
  return (high[i] + low[i] + close[i]) / 3;
}

function cci(bars: Bars, t: number): number {
  let sum = 0;
  for (let i = t - n + 1; i <= t; i++) sum += typical(bars, i);
  const middle = sum / n;
  let away = 0;
  for (let i = t - n + 1; i <= t; i++) away += Math.abs(typical(bars, i) - middle);
  return (typical(bars, t) - middle) / (away / n) / 0.015;
}

function weightedBy(volume: Float64Array, t: number, price: (i: number) => number): number {
  let [sum, volumes] = [0, 0];
  for (let i = t - n + 1; i <= t; i++) {
    sum += price(i) * volume[i];
    volumes += volume[i];
  }
  return sum / volumes;
}

function mfi(bars: Bars, t: number): number {
  let [rises, falls] = [0, 0];
  let before = typical(bars, t - n);
  for (let i = t - n + 1; i <= t; i++) {
    const price = typical(bars, i);
    if (price > before) rises += price * bars.volume[i];
    if (price < before) falls += price * bars.volume[i];
    before = price;
  }
  return 100 * (rises / (rises + falls));
}

function pressure({ high, low, close }: Bars, t: number, length: number): number {
  let [bought, ranges] = [0, 0];
  for (let i = t - length + 1; i <= t; i++) {
    const bottom = Math.min(low[i], close[i - 1]);
    bought += close[i] - bottom;
    ranges += Math.max(high[i], close[i - 1]) - bottom;
  }
  return bought / ranges;
}
