import type { Bars } from "../data/bars.ts";
import { dema, hma, ppo, tema, trix } from "./chained_means.ts";
import { cmo, momentum, roc } from "./changes.ts";
import { bbands, donchian, keltner } from "./channels.ts";
import { heikinAshi } from "./heikin_ashi.ts";
import { kama } from "./kama.ts";
import { beta, correlation, covariance, type Pair } from "./pairs.ts";
import { patterns } from "./patterns.ts";
import { psar } from "./psar.ts";
import { aroon, atr, cci, natr, stoch, trueRange, willr } from "./ranges.ts";
import { median, percentRank } from "./ranks.ts";
import { ema, macd, rma, rsi } from "./recursions.ts";
import { linearRegression, slope } from "./regression.ts";
import { combine, type Series } from "./series.ts";
import { stochRsi } from "./stoch_rsi.ts";
import { rollingVwap } from "./vwap.ts";
import { ad, obv } from "./totals.ts";
import { adx, supertrend, ultimate } from "./trends.ts";
import { mfi, vwma } from "./window_sums.ts";
import { highest, lowest, sma, stdev, variance, wma } from "./windows.ts";

/** What an indicator is computed from. */
export interface IndicatorInput {
  /** The first series argument; of an indicator without one, unused. */
  readonly x: Series;
  /** The second series argument; of an indicator without one, unused. */
  readonly y: Series;
  readonly bars: Bars;
  /** The arguments after the series, in order. */
  readonly numbers: readonly number[];
}

/** An indicator as section 3 defines it. */
export interface Indicator {
  /** Number of series arguments; they come first. */
  readonly series: 0 | 1 | 2;
  /** Which of the other arguments, counted from 0, is any number, or all of them; the rest are lengths. */
  readonly factor?: number | "all";
  /** Which of the lengths may be 0. */
  readonly optional?: number;
  /** Whether its values are conditions, 1 and 0. */
  readonly condition?: boolean;
  /** Look-back of an output, of most the same for all, for inputs of look-back `s`, the larger of both. */
  readonly lookBack: (s: number, numbers: readonly number[], output?: string) => number;
  /** Its outputs by name; the name of a single one is empty. */
  readonly outputs: (input: IndicatorInput) => Readonly<Record<string, Series>>;
}

/** The indicators by name. */
export const indicators: ReadonlyMap<string, Indicator> = new Map<string, Indicator>([
  ["sma", overWindow(sma)],
  ["ema", overWindow(ema)],
  ["rma", overWindow(rma)],
  ["wma", overWindow(wma)],
  ["variance", overWindow(variance)],
  ["stdev", overWindow(stdev)],
  ["highest", overWindow(highest)],
  ["lowest", overWindow(lowest)],
  ["zscore", overWindow(zscore)],
  ["linearRegression", overWindow(linearRegression)],
  ["slope", {
    ...overWindow(slope),
    lookBack: (s, [n]) => {
      if (n < 2) throw new RangeError(`Cannot evaluate slope: expected n >= 2 but found ${n}`);
      return s + n - 1;
    },
  }],
  ["covariance", overPairs(covariance, -1)],
  ["correlation", overPairs(correlation, -1)],
  ["beta", overPairs(beta, 0)],
  ["rsi", overChanges(rsi)],
  ["cmo", overChanges(cmo)],
  ["kama", overChanges(kama)],
  ["percentRank", overChanges(percentRank)],
  ["median", overWindow(median)],
  ["momentum", overChanges(momentum)],
  ["roc", overChanges(roc)],
  ["dema", { ...overWindow(dema), lookBack: (s, [n]) => s + 2 * (n - 1) }],
  ["tema", { ...overWindow(tema), lookBack: (s, [n]) => s + 3 * (n - 1) }],
  ["hma", { ...overWindow(hma), lookBack: (s, [n]) => s + n - 1 + Math.floor(Math.sqrt(n)) - 1 }],
  ["trix", { ...overWindow(trix), lookBack: (s, [n]) => s + 3 * (n - 1) + 1 }],
  ["macd", {
    series: 1,
    lookBack: (s, [fast, slow, signal]) => {
      refuseUnordered("macd", { fast, slow });
      return s + slow - 1 + signal - 1;
    },
    outputs: ({ x, numbers: [fast, slow, signal] }) => macd(x, { fast, slow, signal }),
  }],
  ["ppo", {
    series: 1,
    lookBack: (s, [fast, slow]) => {
      refuseUnordered("ppo", { fast, slow });
      return s + slow - 1;
    },
    outputs: ({ x, numbers: [fast, slow] }) => ({ "": ppo(x, { fast, slow }) }),
  }],
  ["bbands", {
    series: 1,
    factor: 1,
    lookBack: (s, [n]) => s + n - 1,
    outputs: ({ x, numbers: [n, k] }) => bbands(x, { n, k }),
  }],
  ["donchian", {
    series: 0,
    lookBack: (_s, [n]) => n - 1,
    outputs: ({ bars, numbers: [n] }) => donchian(bars, n),
  }],
  ["keltner", {
    series: 0,
    factor: 1,
    lookBack: (_s, [n, _k, m]) => Math.max(n - 1, m),
    outputs: ({ bars, numbers: [n, k, m] }) => keltner(bars, { n, k, m }),
  }],
  ["trueRange", {
    series: 0,
    lookBack: () => 1,
    outputs: ({ bars }) => ({ "": trueRange(bars) }),
  }],
  ["atr", overBars(atr, 0)],
  ["natr", overBars(natr, 0)],
  ["willr", overBars(willr, -1)],
  ["cci", overBars(cci, -1)],
  ["rollingVwap", overBars(rollingVwap, -1)],
  ["aroon", {
    series: 0,
    lookBack: (_s, [n]) => n,
    outputs: ({ bars, numbers: [n] }) => aroon(bars, n),
  }],
  ["stoch", {
    series: 0,
    lookBack: (_s, [n, k, d]) => n - 1 + k - 1 + d - 1,
    outputs: ({ bars, numbers: [n, k, d] }) => stoch(bars, { n, k, d }),
  }],
  ["stochRsi", {
    series: 1,
    optional: 3,
    lookBack: (s, [n, k, d, m]) => s + n + (m === 0 ? n : m) - 1 + k - 1 + d - 1,
    outputs: ({ x, numbers: [n, k, d, m] }) => stochRsi(x, { n, k, d, m: m === 0 ? n : m }),
  }],
  ["vwma", {
    ...overWindow(sma),
    outputs: ({ x, bars, numbers: [length] }) => ({ "": vwma(x, { bars, length }) }),
  }],
  ["mfi", overBars(mfi, 0)],
  ["obv", alwaysThere(obv)],
  ["ad", alwaysThere(ad)],
  ["ultimate", {
    series: 0,
    lookBack: (_s, [short, medium, long]) => {
      refuseUnordered("ultimate", { short, medium, long });
      return long;
    },
    outputs: ({ bars, numbers: [short, medium, long] }) => ({
      "": ultimate(bars, { short, medium, long }),
    }),
  }],
  ["adx", {
    series: 0,
    lookBack: (_s, [n], output) => output === "adx" ? 2 * n - 1 : n,
    outputs: ({ bars, numbers: [n] }) => adx(bars, n),
  }],
  ["psar", {
    series: 0,
    factor: "all",
    lookBack: (_s, [step, max]) => {
      if (step >= 0 && max >= 0) return 1;
      throw new RangeError(
        `Cannot evaluate psar: expected step >= 0 and max >= 0 but found ${step} and ${max}`,
      );
    },
    outputs: ({ bars, numbers: [step, max] }) => ({ "": psar(bars, { step, max }) }),
  }],
  ["supertrend", {
    series: 0,
    factor: 1,
    lookBack: (_s, [n]) => n,
    outputs: ({ bars, numbers: [n, k] }) => supertrend(bars, { n, k }),
  }],
  ["heikinAshi", {
    series: 0,
    lookBack: () => 0,
    outputs: ({ bars }) => heikinAshi(bars),
  }],
  ...patterns,
]);

/** An indicator of one series and one length whose first value needs `length` inputs. */
function overWindow(formula: (x: Series, length: number) => Series): Indicator {
  return {
    series: 1,
    lookBack: (s, [n]) => s + n - 1,
    outputs: ({ x, numbers: [n] }) => ({ "": formula(x, n) }),
  };
}

/** An indicator of one series and one length whose first value needs `length` changes. */
function overChanges(formula: (x: Series, length: number) => Series): Indicator {
  return { ...overWindow(formula), lookBack: (s, [n]) => s + n };
}

/** An indicator of two series and one length n whose look-back is s, n and `more`. */
function overPairs(formula: (pair: Pair, length: number) => Series, more: number): Indicator {
  return {
    series: 2,
    lookBack: (s, [n]) => s + n + more,
    outputs: ({ x, y, numbers: [n] }) => ({ "": formula({ x, y }, n) }),
  };
}

/** An indicator of the bars and one length n whose look-back is n and `more`. */
function overBars(formula: (bars: Bars, length: number) => Series, more: number): Indicator {
  return {
    series: 0,
    lookBack: (_s, [n]) => n + more,
    outputs: ({ bars, numbers: [n] }) => ({ "": formula(bars, n) }),
  };
}

/** An indicator of the bars that has a value from the first bar on. */
function alwaysThere(formula: (bars: Bars) => Series): Indicator {
  return { series: 0, lookBack: () => 0, outputs: ({ bars }) => ({ "": formula(bars) }) };
}

function refuseUnordered(name: string, lengths: Readonly<Record<string, number>>): void {
  const list = Object.entries(lengths);
  if (list.every(([, length], i) => i === 0 || list[i - 1][1] < length)) return;
  const [wanted, found] = [
    list.map(([key]) => key).join(" < "),
    list.map(([key, length]) => `${key} ${length}`).join(", "),
  ];
  throw new RangeError(`Cannot evaluate ${name}: expected ${wanted} but found ${found}`);
}

function zscore(x: Series, length: number): Series {
  return combine(
    [x, sma(x, length), stdev(x, length)],
    (value, mean, deviation) => deviation === 0 ? 0 : (value - mean) / deviation,
  );
}
