import { close, high } from "../../codegen/define/builders.ts";
import { stochRsi } from "../../codegen/define/indicator_builders.ts";
import { median, percentRank } from "../../codegen/define/statistic_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const place = stochRsi(close, { n: 2, k: 1, d: 2, m: 3 });

/** As in indicator_examples.ts, of ranks. */
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
};
