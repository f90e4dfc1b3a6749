import { close, high } from "../../codegen/define/builders.ts";
import { stochRsi } from "../../codegen/define/indicator_builders.ts";
import {
  bearishEngulfing,
  bullishEngulfing,
  doji,
  hammer,
  insideBar,
  pivotHigh,
  pivotLow,
  shootingStar,
} from "../../codegen/define/pattern_builders.ts";
import { median, percentRank } from "../../codegen/define/statistic_builders.ts";
import { fallingBars } from "./bars.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const place = stochRsi(close, { n: 2, k: 1, d: 2, m: 3 });

/** As in indicator_examples.ts, of ranks, pivots and candles. */
export const patternExamples: Readonly<Record<string, FunctionExample>> = {
  // The rsi is 200/3, 800/9, 800/13, 3200/37 from bar 2: of its last three 0 and 135/148 from bar 4.
  "stochRsi.k": {
    text: "stochRsi(close, 2, 1, 2, 3).k",
    built: place.k,
    values: [none, none, none, none, none, 3375 / 37],
  },
  "stochRsi.d": {
    text: "stochRsi(close, 2, 1, 2, 3).d",
    built: place.d,
    values: [none, none, none, none, none, 3375 / 74],
  },
  median: {
    text: "median(close, 4)",
    built: median(close, 4),
    values: [none, none, none, 11.5, 12.5, 13.5],
  },
  // The highs of bars 1 and 2 are equal.
  percentRank: {
    text: "percentRank(high, 2)",
    built: percentRank(high, 2),
    values: [none, none, 100, 100, 50, 100],
  },
  pivotHigh: {
    text: "pivotHigh(close, 1, 1)",
    built: pivotHigh(close, { left: 1, right: 1 }),
    values: [none, none, 12, none, 14, none],
  },
  pivotLow: {
    text: "pivotLow(close, 1, 1)",
    built: pivotLow(close, { left: 1, right: 1 }),
    values: [none, none, none, 11, none, 13],
  },
  // Bodies 12 to 11 and 11 to 14 on bars 2 and 3, 14 to 13 and 13 to 16 on bars 4 and 5.
  bullishEngulfing: {
    text: "bullishEngulfing()",
    built: bullishEngulfing(),
    values: [0, 0, 0, 1, 0, 1],
  },
  bearishEngulfing: {
    text: "bearishEngulfing()",
    built: bearishEngulfing(),
    values: [0, 0, 0, 1, 0, 1],
    bars: fallingBars,
  },
  insideBar: { text: "insideBar()", built: insideBar(), values: [0, 0, 0, 0, 1, 0] },
  // Bodies 1, 3, 1, 3 from bar 2, after mean ranges of 5/2, 3, 7/2, 3.
  doji: {
    text: "doji(0.5, 2)",
    built: doji({ share: 0.5, n: 2 }),
    values: [0, 0, 1, 0, 1, 0],
  },
  // Lower shadows 1, 0, 1, 0, 1, 0 and upper ones 1, 1, 1, 1, 0, 1.
  hammer: {
    text: "hammer(1, 0.4)",
    built: hammer({ times: 1, share: 0.4 }),
    values: [0, 0, 1, 0, 1, 0],
  },
  shootingStar: {
    text: "shootingStar(0.5, 0.4)",
    built: shootingStar({ times: 0.5, share: 0.4 }),
    values: [0, 1, 1, 0, 0, 0],
  },
};
