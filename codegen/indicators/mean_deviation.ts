import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";

/**
 * Distance from the mean of the last n values in mean absolute deviations from it; 0 when flat.
 *
 * Every deviation changes with the mean, so nothing can be kept from bar to bar: a bar costs n steps.
 */
export const meanDeviations: Indicator = {
  name: "meanDeviations",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Distance from the mean in mean absolute deviations",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: {},
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const { i, value, start, steady } = context;
      const complete = js`${i} >= ${start} + ${context.number("n")} - 1`;
      return js`let ${value} = NaN;
        ${steady ? js`` : js`if (${complete}) `}{
          ${look(context)}
        }`;
    },
  },
};

/** A gap needs no counting: it makes the sum of deviations NaN. */
function look(context: StepContext): Code {
  const { i, x, value } = context;
  const n = context.number("n");
  const each = js`let w = ${i} - ${n} + 1; w <= ${i}; w++`;
  const seen = context.input(js`w`);
  const [sum, mean, away] = [js`${value}Sum`, js`${value}Mean`, js`${value}Away`];
  return js`let ${sum} = 0;
    for (${each}) ${sum} += ${seen};
    const ${mean} = ${sum} / ${n};
    let ${away} = 0;
    for (${each}) ${away} += Math.abs(${seen} - ${mean});
    ${value} = ${away} === 0 ? 0 : (${x} - ${mean}) / (${away} / ${n});`;
}
