import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";
import { emitWindow, gapState } from "./window.ts";

/** Mean of the squares of the last n values, of which a variance is made. */
export const meanSquare: Indicator = {
  name: "meanSquare",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Mean of squares",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { sum: 0, ...gapState },
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const sum = context.state("sum");
      return emitWindow(context, {
        add: (x) => js`${sum} += ${x} * ${x};`,
        remove: (x) => js`${sum} -= ${x} * ${x};`,
        value: js`${sum} / ${context.number("n")}`,
      });
    },
  },
};
