import type { Bars } from "../data/bars.ts";
import { ema, macd, rma, rsi } from "./recursions.ts";
import { stoch, trueRange } from "./ranges.ts";
import { type Series, seriesFrom } from "./series.ts";
import { highest, lowest, sma, stdev, wma } from "./windows.ts";

/** What an indicator is computed from. */
export interface IndicatorInput {
  /** The series argument; of an indicator without one, unused. */
  readonly x: Series;
  readonly bars: Bars;
  /** The arguments after the series, in order. */
  readonly numbers: readonly number[];
}

/** An indicator as section 3 defines it. */
export interface Indicator {
  /** Number of series arguments; they come first. */
  readonly series: 0 | 1;
  /** How many of the other arguments, counted from the first of them, are lengths. */
  readonly lengths: number;
  /** Look-back of all outputs, for an input of look-back `s`. */
  readonly lookBack: (s: number, numbers: readonly number[]) => number;
  /** Its outputs by name; the name of a single one is empty. */
  readonly outputs: (input: IndicatorInput) => Readonly<Record<string, Series>>;
}

/** The indicators by name. */
export const indicators: ReadonlyMap<string, Indicator> = new Map<string, Indicator>([
  ["sma", overWindow(sma)],
  ["ema", overWindow(ema)],
  ["rma", overWindow(rma)],
  ["wma", overWindow(wma)],
  ["stdev", overWindow(stdev)],
  ["highest", overWindow(highest)],
  ["lowest", overWindow(lowest)],
  ["zscore", overWindow(zscore)],
  ["rsi", overChanges(rsi)],
  ["roc", overChanges(roc)],
  ["macd", {
    series: 1,
    lengths: 3,
    lookBack: (s, [fast, slow, signal]) => {
      if (fast >= slow) {
        throw new RangeError(
          `Cannot evaluate macd: expected fast < slow but found fast ${fast}, slow ${slow}`,
        );
      }
      return s + slow - 1 + signal - 1;
    },
    outputs: ({ x, numbers: [fast, slow, signal] }) => macd(x, { fast, slow, signal }),
  }],
  ["bbands", {
    series: 1,
    lengths: 1,
    lookBack: (s, [n]) => s + n - 1,
    outputs: ({ x, numbers: [n, k] }) => bbands(x, { n, k }),
  }],
  ["trueRange", {
    series: 0,
    lengths: 0,
    lookBack: () => 1,
    outputs: ({ bars }) => ({ "": trueRange(bars) }),
  }],
  ["atr", {
    series: 0,
    lengths: 1,
    lookBack: (_s, [n]) => n,
    outputs: ({ bars, numbers: [n] }) => ({ "": rma(trueRange(bars), n) }),
  }],
  ["stoch", {
    series: 0,
    lengths: 3,
    lookBack: (_s, [n, k, d]) => n - 1 + k - 1 + d - 1,
    outputs: ({ bars, numbers: [n, k, d] }) => stoch(bars, { n, k, d }),
  }],
]);

/** An indicator of one series and one length whose first value needs `length` inputs. */
function overWindow(formula: (x: Series, length: number) => Series): Indicator {
  return {
    series: 1,
    lengths: 1,
    lookBack: (s, [n]) => s + n - 1,
    outputs: ({ x, numbers: [n] }) => ({ "": formula(x, n) }),
  };
}

/** An indicator of one series and one length whose first value needs `length` changes. */
function overChanges(formula: (x: Series, length: number) => Series): Indicator {
  return { ...overWindow(formula), lookBack: (s, [n]) => s + n };
}

function roc(x: Series, length: number): Series {
  return seriesFrom(x.from + length, {
    bars: x.values.length,
    valueAt: (t) => {
      const before = x.values[t - length];
      return before === 0 ? NaN : (x.values[t] / before - 1) * 100;
    },
  });
}

function zscore(x: Series, length: number): Series {
  const mean = sma(x, length);
  const deviation = stdev(x, length);
  return seriesFrom(mean.from, {
    bars: x.values.length,
    valueAt: (t) =>
      deviation.values[t] === 0 ? 0 : (x.values[t] - mean.values[t]) / deviation.values[t],
  });
}

function bbands(
  x: Series,
  options: { readonly n: number; readonly k: number },
): Readonly<Record<string, Series>> {
  const bars = x.values.length;
  const middle = sma(x, options.n);
  const width = stdev(x, options.n);
  const upperAt = (t: number): number => middle.values[t] + options.k * width.values[t];
  const lowerAt = (t: number): number => middle.values[t] - options.k * width.values[t];
  return {
    upper: seriesFrom(middle.from, { bars, valueAt: upperAt }),
    middle,
    lower: seriesFrom(middle.from, { bars, valueAt: lowerAt }),
  };
}
