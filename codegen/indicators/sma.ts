import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";
import { emitSlide, emitWindow, gapState, type RunningWindow } from "./window.ts";

/** Simple moving average: the mean of the last n values. TA-Lib SMA. */
export const sma: Indicator = {
  name: "sma",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Simple moving average",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { sum: 0, ...gapState },
    numbers: { n: (at) => at(1) },
    quotient: {
      update: (context) => emitSlide(context, sumOf(context)),
      over: (context) => context.state("sum"),
      by: (context) => context.number("n"),
    },
    emit: (context): Code => emitWindow(context, sumOf(context)),
  },
};

function sumOf(context: StepContext): RunningWindow {
  const sum = context.state("sum");
  return {
    add: (x) => js`${sum} += ${x};`,
    remove: (x) => js`${sum} -= ${x};`,
    value: js`${sum} / ${context.number("n")}`,
  };
}
