import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";

/**
 * Parabolic stop and reverse: a level that closes in on the extreme of the trend, faster with each new one, and changes
 * sides when it is touched.
 *
 * J. W. Wilder, New Concepts in Technical Trading Systems (1978). TA-Lib SAR: the first trend goes the way of the larger
 * movement of the second bar, upwards if neither is.
 */
export const psar: Indicator = {
  name: "psar",
  kind: "indicator",
  args: [
    { name: "step", type: "factor", default: 0.02 },
    { name: "max", type: "factor", default: 0.2 },
  ],
  returns: "number",
  summary: "Parabolic stop and reverse",
  refuse: ([step, max]) =>
    step >= 0 && max >= 0
      ? undefined
      : `Expected step >= 0 and max >= 0 but found ${step} and ${max}`,
  step: {
    columns: ["high", "low"],
    lookBack: () => 1,
    window: () => 1,
    state: { level: NaN, extreme: NaN, factor: 0, side: 1 },
    numbers: { step: (at) => Math.min(at(0), at(1)), max: (at) => at(1) },
    emit(context): Code {
      const { i, value, start, steady } = context;
      const held = js`if (${context.state("side")} > 0) {
          ${follow(context, upwards)}
        } else {
          ${follow(context, downwards)}
        }`;
      if (steady) return js`let ${value};\n${held}`;
      return js`let ${value} = NaN;
        if (${i} > ${start}) {
          if (${i} === ${start} + 1) {
            ${begin(context)}
          }
          ${held}
        }`;
    },
  },
};

/** A trend: which input makes its extremes and which touches its level, and how these compare. */
interface Trend {
  readonly ahead: 0 | 1;
  readonly behind: 0 | 1;
  readonly beats: Code;
  readonly touches: Code;
  readonly farther: Code;
  readonly nearer: Code;
}

const upwards: Trend = {
  ahead: 0,
  behind: 1,
  beats: js`>`,
  touches: js`<=`,
  farther: js`Math.max`,
  nearer: js`Math.min`,
};

const downwards: Trend = {
  ahead: 1,
  behind: 0,
  beats: js`<`,
  touches: js`>=`,
  farther: js`Math.min`,
  nearer: js`Math.max`,
};

function begin(context: StepContext): Code {
  const { i, inputs: [high, low], value, input, state } = context;
  const side = state("side");
  const [highBefore, lowBefore] = [0, 1].map((position) => input(js`${i} - 1`, position));
  const fall = js`${value}Fall`;
  return js`const ${fall} = ${lowBefore} - ${low};
    ${side} = ${fall} > 0 && ${fall} > ${high} - ${highBefore} ? -1 : 1;
    ${state("level")} = ${side} > 0 ? ${lowBefore} : ${highBefore};
    ${state("extreme")} = ${side} > 0 ? ${high} : ${low};
    ${state("factor")} = ${context.number("step")};`;
}

/** This bar's level, and the next one's, which no price of this bar or the one before may lie beyond. */
function follow(context: StepContext, trend: Trend): Code {
  const { i, inputs, value, start, steady, input, state } = context;
  const [level, extreme, factor] = [state("level"), state("extreme"), state("factor")];
  const [step, max] = [context.number("step"), context.number("max")];
  // The first bar has none before it that counts.
  const last = steady ? js`${i} - 1` : js`Math.max(${i} - 1, ${start} + 1)`;
  const [ahead, behind] = [inputs[trend.ahead], inputs[trend.behind]];
  const beyond = (nearest: Code): Code =>
    js`${trend.farther}(${nearest}, ${input(last, trend.ahead)}, ${ahead})`;
  const within = (nearest: Code): Code =>
    js`${trend.nearer}(${nearest}, ${input(last, trend.behind)}, ${behind})`;
  const next = js`${level} + ${factor} * (${extreme} - ${level})`;
  return js`if (${behind} ${trend.touches} ${level}) {
      ${state("side")} = -${state("side")};
      ${value} = ${beyond(extreme)};
      ${extreme} = ${behind};
      ${factor} = ${step};
      ${level} = ${value};
      ${level} = ${beyond(next)};
    } else {
      ${value} = ${level};
      if (${ahead} ${trend.beats} ${extreme}) {
        ${extreme} = ${ahead};
        ${factor} = Math.min(${factor} + ${step}, ${max});
      }
      ${level} = ${within(next)};
    }`;
}
