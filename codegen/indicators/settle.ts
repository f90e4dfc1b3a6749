import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";

/** The input, but NaN for k bars more: for outputs that start later than their formula would allow. */
export const settle: Indicator = {
  name: "settle",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "k", type: "lag" }],
  returns: "number",
  summary: "The input, from k bars later on",
  step: {
    lookBack: (at) => at(1),
    state: {},
    numbers: { bars: (at) => at(1) },
    emit({ i, x, value, start, steady, number }): Code {
      if (steady) return js`const ${value} = ${x};`;
      return js`const ${value} = ${i} >= ${start} + ${number("bars")} ? ${x} : NaN;`;
    },
  },
};
