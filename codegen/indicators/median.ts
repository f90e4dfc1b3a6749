import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";
import { emitSortedWindow } from "./sorted_window.ts";

/** Median of the last n values: of an even number of them the mean of the middle two. TA-Lib PERCENTILE of 50 for odd n. */
export const median: Indicator = {
  name: "median",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Median of the last n values",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    room: (at) => at(1),
    state: {},
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const n = context.number("n");
      return emitSortedWindow(context, {
        wait: js`${n} - 1`,
        value({ values }): Code {
          const upper = js`${values}[${n} >> 1]`;
          const middle = js`${n} & 1 ? ${upper} : (${values}[(${n} >> 1) - 1] + ${upper}) / 2`;
          return context.finite ? middle : js`${values}[${n} - 1] === Infinity ? NaN : ${middle}`;
        },
      });
    },
  },
};
