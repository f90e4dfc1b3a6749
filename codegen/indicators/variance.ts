import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";
import { emitWindow, gapState } from "./window.ts";

/** Population variance from running sums, before a negative one is cut to 0. TA-Lib VAR. */
export const rawVariance: Indicator = {
  name: "rawVariance",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Running population variance; may be negative by rounding",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { sum: 0, squares: 0, ...gapState },
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const [sum, squares] = [context.state("sum"), context.state("squares")];
      const n = context.number("n");
      return emitWindow(context, {
        add: (x) => js`${sum} += ${x};\n${squares} += ${x} * ${x};`,
        remove: (x) => js`${sum} -= ${x};\n${squares} -= ${x} * ${x};`,
        value: js`${squares} / ${n} - (${sum} / ${n}) * (${sum} / ${n})`,
      });
    },
  },
};
