import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";

/**
 * On-balance volume: the volume of all bars so far, less where the close fell, not at all where it stayed.
 *
 * J. Granville, New Key to Stock Market Profits (1963). TA-Lib OBV: the first bar counts as a rise.
 */
export const obv: Indicator = {
  name: "obv",
  kind: "indicator",
  args: [],
  returns: "number",
  summary: "On-balance volume",
  step: {
    columns: ["close", "volume"],
    lookBack: () => 0,
    window: () => 1,
    state: { sum: 0 },
    numbers: {},
    emit({ i, inputs: [close, volume], value, start, steady, state, input }): Code {
      const sum = state("sum");
      const last = js`${value}Last`;
      const before = input(js`${i} - 1`);
      // A close of 0 before the first bar makes it a rise.
      return js`const ${last} = ${steady ? before : js`${i} > ${start} ? ${before} : 0`};
        let ${value} = NaN;
        if (${volume} - ${volume} === 0) {
          if (${close} > ${last}) ${sum} += ${volume};
          else if (${close} < ${last}) ${sum} -= ${volume};
          ${value} = ${sum};
        }`;
    },
  },
};
