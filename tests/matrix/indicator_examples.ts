import { close, column, high, low } from "../../codegen/define/builders.ts";
import {
  atr,
  bbands,
  ema,
  highest,
  lowest,
  macd,
  rma,
  roc,
  rsi,
  sma,
  stdev,
  stoch,
  trueRange,
  wma,
  zscore,
} from "../../codegen/define/indicator_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const lines = macd(close, { fast: 2, slow: 3, signal: 2 });
const bands = bbands(close, { n: 2 });
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
};
