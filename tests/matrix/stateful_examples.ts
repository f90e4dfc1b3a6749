import { close, column, eq, gt, low, lt, open } from "../../codegen/define/builders.ts";
import {
  barsSince,
  cum,
  highestSince,
  lowestSince,
  valueWhen,
} from "../../codegen/define/stateful_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const u = column("u");

/** An example of each operator that remembers, with its values on `handBars`; u is 1, -2, NaN, 3, -1, 2. */
export const statefulExamples: Readonly<Record<string, FunctionExample>> = {
  barsSince: {
    text: "barsSince(u < 0)",
    built: barsSince(lt(u, 0)),
    values: [none, 0, 1, 2, 0, 1],
  },
  highestSince: {
    text: "highestSince(u < 0, close)",
    built: highestSince(lt(u, 0), close),
    values: [none, 12, 12, 14, 13, 16],
  },
  // Bars 1 and 2 begin; the gap of bar 2 is left out.
  lowestSince: {
    text: "lowestSince(low == 10, u)",
    built: lowestSince(eq(low, 10), u),
    values: [none, -2, none, 3, -1, -1],
  },
  valueWhen: {
    text: "valueWhen(u > 0, close, 1)",
    built: valueWhen(gt(u, 0), close, 1),
    values: [none, none, none, 10, 10, 14],
  },
  cum: {
    text: "cum(u, close < open)",
    built: cum(u, lt(close, open)),
    values: [1, -1, none, 3, -1, 1],
  },
};
