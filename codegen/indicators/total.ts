import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";

/** Sum of all finite values so far; NaN where the value is not finite. */
export const total: Indicator = {
  name: "total",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }],
  returns: "number",
  summary: "Sum of all finite values so far",
  step: {
    lookBack: () => 0,
    state: { sum: 0 },
    numbers: {},
    emit({ i, x, value, start, steady, state }): Code {
      const sum = state("sum");
      const counts = steady ? js`` : js`${i} >= ${start} && `;
      return js`let ${value} = NaN;
        if (${counts}${x} - ${x} === 0) ${value} = ${sum} += ${x};`;
    },
  },
};
