import { close, column, high, low, open } from "../../codegen/define/builders.ts";
import { bbands, donchian, keltner } from "../../codegen/define/channel_builders.ts";
import {
  aroon,
  atr,
  cci,
  cmo,
  dema,
  ema,
  highest,
  hma,
  kama,
  lowest,
  macd,
  momentum,
  natr,
  ppo,
  rma,
  roc,
  rsi,
  sma,
  stdev,
  stoch,
  tema,
  trix,
  trueRange,
  variance,
  willr,
  wma,
  zscore,
} from "../../codegen/define/indicator_builders.ts";
import {
  beta,
  correlation,
  covariance,
  linearRegression,
  slope,
} from "../../codegen/define/statistic_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const lines = macd(close, { fast: 2, slow: 3, signal: 2 });
const bands = bbands(close, { n: 2 });
const channel = donchian(3);
const ranges = keltner({ n: 2, m: 3 });
const newness = aroon(3);
const slow = stoch({ n: 2, k: 2, d: 2 });

/**
 * An example of each output of each indicator with its values on `handBars`, worked out by hand from the closes 10, 12,
 * 11, 14, 13, 16.
 */
export const indicatorExamples: Readonly<Record<string, FunctionExample>> = {
  sma: {
    text: "sma(close, 3)",
    built: sma(close, 3),
    values: [none, none, 11, 37 / 3, 38 / 3, 43 / 3],
  },
  // Half of each new value after the mean of three, 11.
  ema: {
    text: "ema(close, 3)",
    built: ema(close, 3),
    values: [none, none, 11, 12.5, 12.75, 14.375],
  },
  wma: {
    text: "wma(close, 2)",
    built: wma(close, 2),
    values: [none, 34 / 3, 34 / 3, 13, 40 / 3, 15],
  },
  // The gap in u on bar 2 is skipped: the mean of 1 and -2 is kept, then half of each new value.
  rma: {
    text: "rma(u, 2)",
    built: rma(column("u"), 2),
    values: [none, -0.5, none, 1.25, 0.125, 1.0625],
  },
  // Of two values it is half of their difference.
  stdev: {
    text: "stdev(close, 2)",
    built: stdev(close, 2),
    values: [none, 1, 0.5, 1.5, 0.5, 1.5],
  },
  // Changes 2, -1, 3, -1, 3: gains 1, 2, 1, 2 and losses 1/2, 1/4, 5/8, 5/16 from bar 2 on.
  rsi: {
    text: "rsi(close, 2)",
    built: rsi(close, 2),
    values: [none, none, 200 / 3, 800 / 9, 800 / 13, 3200 / 37],
  },
  // Slow 11, 12.5, 12.75, 14.375; fast 11.5, 79/6, 235/18, 811/54, both from bar 2 on.
  "macd.line": {
    text: "macd(close, 2, 3, 2).line",
    built: lines.line,
    values: [none, none, none, 2 / 3, 11 / 36, 139 / 216],
  },
  "macd.signal": {
    text: "macd(close, 2, 3, 2).signal",
    built: lines.signal,
    values: [none, none, none, 7 / 12, 43 / 108, 91 / 162],
  },
  "macd.histogram": {
    text: "macd(close, 2, 3, 2).histogram",
    built: lines.histogram,
    values: [none, none, none, 1 / 12, -5 / 54, 53 / 648],
  },
  "bbands.upper": {
    text: "bbands(close, 2).upper",
    built: bands.upper,
    values: [none, 13, 12.5, 15.5, 14.5, 17.5],
  },
  "bbands.middle": {
    text: "bbands(close, 2, 2).middle",
    built: bands.middle,
    values: [none, 11, 11.5, 12.5, 13.5, 14.5],
  },
  "bbands.lower": {
    text: "bbands(close, 2).lower",
    built: bands.lower,
    values: [none, 9, 10.5, 9.5, 12.5, 11.5],
  },
  trueRange: { text: "trueRange()", built: trueRange(), values: [none, 3, 3, 4, 2, 4] },
  atr: { text: "atr(2)", built: atr(2), values: [none, none, 3, 3.5, 2.75, 3.375] },
  highest: {
    text: "highest(high, 3)",
    built: highest(high, 3),
    values: [none, none, 13, 15, 15, 17],
  },
  lowest: { text: "lowest(low, 3)", built: lowest(low, 3), values: [none, none, 9, 10, 10, 11] },
  roc: {
    text: "roc(close, 2)",
    built: roc(close, 2),
    values: [none, none, 10, 50 / 3, 200 / 11, 100 / 7],
  },
  // Of two values the newer is one deviation from their mean; the lows of bars 1 and 2 are equal.
  zscore: { text: "zscore(low, 2)", built: zscore(low, 2), values: [none, 1, 0, 1, 1, 1] },
  // Raw 75, 100/3, 80, 50, 80 from bar 1 on.
  "stoch.k": {
    text: "stoch(2, 2, 2).k",
    built: slow.k,
    values: [none, none, none, 170 / 3, 65, 65],
  },
  "stoch.d": {
    text: "stoch(2, 2, 2).d",
    built: slow.d,
    values: [none, none, none, 665 / 12, 365 / 6, 65],
  },
  momentum: {
    text: "momentum(close, 2)",
    built: momentum(close, 2),
    values: [none, none, 1, 2, 2, 2],
  },
  variance: {
    text: "variance(close, 3)",
    built: variance(close, 3),
    values: [none, none, 2 / 3, 14 / 9, 14 / 9, 14 / 9],
  },
  // Averages 11, 11, 13, 13, 15 from bar 1, of these 11, 37/3, 115/9, 385/27, and of these 35/3, 335/27, 1105/81.
  dema: {
    text: "dema(close, 2)",
    built: dema(close, 2),
    values: [none, none, 11, 41 / 3, 119 / 9, 425 / 27],
  },
  tema: {
    text: "tema(close, 2)",
    built: tema(close, 2),
    values: [none, none, none, 41 / 3, 353 / 27, 1285 / 81],
  },
  trix: {
    text: "trix(close, 2)",
    built: trix(close, 2),
    values: [none, none, none, none, 400 / 63, 2000 / 201],
  },
  // Fast 11, 13, 13, 15 and slow 11, 12.5, 12.75, 14.375 from bar 2.
  ppo: {
    text: "ppo(close, 2, 3)",
    built: ppo(close, { fast: 2, slow: 3 }),
    values: [none, none, 0, 4, 100 / 51, 100 / 23],
  },
  // The averages of gains and losses are rsi's.
  cmo: {
    text: "cmo(close, 2)",
    built: cmo(close, 2),
    values: [none, none, 100 / 3, 700 / 9, 300 / 13, 2700 / 37],
  },
  natr: { text: "natr(2)", built: natr(2), values: [none, none, 300 / 11, 25, 275 / 13, 675 / 32] },
  willr: { text: "willr(2)", built: willr(2), values: [none, -25, -200 / 3, -20, -50, -20] },
  "donchian.upper": {
    text: "donchian(3).upper",
    built: channel.upper,
    values: [none, none, 13, 15, 15, 17],
  },
  "donchian.middle": {
    text: "donchian(3).middle",
    built: channel.middle,
    values: [none, none, 11, 12.5, 12.5, 14],
  },
  "donchian.lower": {
    text: "donchian(3).lower",
    built: channel.lower,
    values: [none, none, 9, 10, 10, 11],
  },
  // True ranges 3, 3, 4, 2, 4: averages 10/3, 26/9, 88/27 around 13, 13, 15.
  "keltner.upper": {
    text: "keltner(2, 2, 3).upper",
    built: ranges.upper,
    values: [none, none, none, 59 / 3, 169 / 9, 581 / 27],
  },
  "keltner.middle": {
    text: "keltner(2, 2, 3).middle",
    built: ranges.middle,
    values: [none, none, none, 13, 13, 15],
  },
  "keltner.lower": {
    text: "keltner(2, 2, 3).lower",
    built: ranges.lower,
    values: [none, none, none, 19 / 3, 65 / 9, 229 / 27],
  },
  // 13.7, 208/15, 15.8 from bar 3, of which the newer weighs two thirds.
  hma: {
    text: "hma(close, 4)",
    built: hma(close, 4),
    values: [none, none, none, none, 1243 / 90, 682 / 45],
  },
  linearRegression: {
    text: "linearRegression(close, 3)",
    built: linearRegression(close, 3),
    values: [none, none, 23 / 2, 40 / 3, 41 / 3, 46 / 3],
  },
  // Of three values it is half of the last less the first.
  slope: { text: "slope(close, 3)", built: slope(close, 3), values: [none, none, 0.5, 1, 1, 1] },
  covariance: {
    text: "covariance(close, high, 3)",
    built: covariance(close, high, 3),
    values: [none, none, 2 / 3, 10 / 9, 1, 14 / 9],
  },
  // Of two pairs it says whether both moved the same way; the lows of bars 1 and 2 are equal.
  correlation: {
    text: "correlation(close, low, 2)",
    built: correlation(close, low, 2),
    values: [none, 1, 0, 1, -1, 1],
  },
  // Changes of the open 0, 1/5, -1/12, 3/11, -1/14 and of the close 1/5, -1/12, 3/11, -1/14, 3/13.
  beta: {
    text: "beta(open, close, 2)",
    built: beta(open, close, 2),
    values: [none, none, -17 / 12, -235 / 187, -318 / 329, -605 / 689],
  },
  // Typical prices 10, 35/3, 34/3, 40/3, 13, 46/3.
  cci: { text: "cci(3)", built: cci(3), values: [none, none, 100 / 3, 100, 400 / 11, 100] },
  "aroon.up": {
    text: "aroon(3).up",
    built: newness.up,
    values: [none, none, none, 100, 200 / 3, 100],
  },
  // Of the equal lows of bars 1 and 2 the newer counts.
  "aroon.down": {
    text: "aroon(3).down",
    built: newness.down,
    values: [none, none, none, 0, 100 / 3, 0],
  },
  // Straightness 1/3, 1/2, 1/2, 1/2: weights 74/279 and 34/93, squared.
  kama: {
    text: "kama(close, 2)",
    built: kama(close, 2),
    values: [
      none,
      none,
      928616 / 77841,
      8217898432 / 673246809,
      12.31244269073029,
      12.805310796813743,
    ],
  },
};
