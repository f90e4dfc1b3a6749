import { type Code, js } from "../emit/code.ts";
import type { Indicator, Step, StepContext } from "./indicator.ts";

/** Which pivots are looked for: how others compare with one, and the only value of these that is not finite. */
interface Side {
  readonly loses: Code;
  readonly gap: Code;
}

/**
 * A value above all of the `left` values before and the `right` values after it, on the bar that confirms it: `right`
 * bars later. NaN on all others.
 *
 * TA-Lib FRACTAL: equal values next to each other are no pivot.
 */
export const pivotHigh: Indicator = {
  name: "pivotHigh",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "left", type: "length" },
    { name: "right", type: "length" },
  ],
  returns: "number",
  summary: "Peak of right bars ago, on the bar that confirms it",
  step: pivot({ loses: js`<`, gap: js`-Infinity` }),
};

/** As {@linkcode pivotHigh}, of a value below all others. */
export const pivotLow: Indicator = {
  ...pivotHigh,
  name: "pivotLow",
  summary: "Trough of right bars ago, on the bar that confirms it",
  step: pivot({ loses: js`>`, gap: js`Infinity` }),
};

function pivot(side: Side): Step {
  return {
    lookBack: (at) => at(1) + at(2),
    window: (at) => at(1) + at(2),
    state: {},
    numbers: { n: (at) => at(1), bars: (at) => at(2) },
    emit(context): Code {
      const { i, value, start, steady } = context;
      const [left, right] = [context.number("n"), context.number("bars")];
      const complete = steady ? js`` : js`if (${i} >= ${start} + ${left} + ${right}) `;
      return js`let ${value} = NaN;
        ${complete}{
          ${look(context, side)}
        }`;
    },
  };
}

/** Looks outwards to both sides at once: what makes a value no pivot is mostly next to it, on one side or the other. */
function look(context: StepContext, { loses, gap }: Side): Code {
  const { i, value, finite, input } = context;
  const [left, right] = [context.number("n"), context.number("bars")];
  const [middle, best, away] = [js`${value}Middle`, js`${value}Best`, js`${value}Away`];
  const beaten = (at: Code): Code =>
    finite
      ? js`${input(at)} ${loses} ${best}`
      : js`${input(at)} ${loses} ${best} && ${input(at)} !== ${gap}`;
  const [before, after] = [beaten(js`${middle} - ${away}`), beaten(js`${middle} + ${away}`)];
  const search = js`let ${away} = 1;
    while (${away} <= ${left} && ${away} <= ${right} && ${before} && ${after}) ${away}++;
    if (${away} > ${left}) {
      while (${away} <= ${right} && ${after}) ${away}++;
    } else if (${away} > ${right}) {
      while (${away} <= ${left} && ${before}) ${away}++;
    }
    if (${away} > ${left} && ${away} > ${right}) ${value} = ${best};`;
  return js`const ${middle} = ${i} - ${right};
    const ${best} = ${input(middle)};
    ${finite ? search : js`if (${best} - ${best} === 0) {\n${search}\n}`}`;
}
