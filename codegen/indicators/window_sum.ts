import { js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";
import { emitWindow, gapState, type RunningWindow } from "./window.ts";

/**
 * Sum of the last n values, exactly 0 where all of them are: what rounding leaves of a running sum would otherwise be
 * taken for a volume or a range.
 */
export const windowSum: Indicator = {
  name: "windowSum",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Sum of the last n values",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { sum: 0, valueCount: 0, ...gapState },
    numbers: { n: (at) => at(1) },
    emit: (context) => emitWindow(context, sumOf(context)),
  },
};

/** The sum, and how many values of the window are not 0. */
function sumOf(context: StepContext): RunningWindow {
  const [sum, count] = [context.state("sum"), context.state("valueCount")];
  return {
    add: (x) =>
      js`${sum} += ${x};
      ${count} += ${x} !== 0 ? 1 : 0;`,
    remove: (x) =>
      js`${count} -= ${x} !== 0 ? 1 : 0;
      ${sum} = ${count} === 0 ? 0 : ${sum} - ${x};`,
    value: sum,
  };
}
