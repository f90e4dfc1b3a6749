import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";

/**
 * Relative strength index: the share of gains in Wilder's averages of gains and losses, times 100; 0 when flat.
 *
 * J. W. Wilder, New Concepts in Technical Trading Systems (1978). TA-Lib RSI.
 */
export const rsi: Indicator = {
  name: "rsi",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Relative strength index, 0 to 100",
  step: {
    lookBack: (at) => at(1),
    state: { last: NaN, gains: 0, losses: 0, seedCount: 0 },
    numbers: { n: (at) => at(1), k: (at) => 1 / at(1) },
    emit: (context) => (context.finite && context.steady ? steady(context) : general(context)),
  },
};

function steady(context: StepContext): Code {
  return js`${change(context)}
    ${recur(context)}
    ${context.state("last")} = ${context.x};
    const ${context.value} = ${result(context)};`;
}

function general(context: StepContext): Code {
  const { i, x, value, start } = context;
  const [gains, losses] = [context.state("gains"), context.state("losses")];
  const count = context.state("seedCount");
  const n = context.number("n");
  const moved = js`${value}Change`;
  const counts = context.steady ? js`` : js`${i} > ${start} && `;
  return js`let ${value} = NaN;
    ${change(context)}
    if (${counts}${moved} - ${moved} === 0) {
      if (${count} === ${n}) {
        ${recur(context)}
        ${value} = ${result(context)};
      } else {
        ${gains} += ${moved} > 0 ? ${moved} : 0;
        ${losses} += ${moved} < 0 ? -${moved} : 0;
        ${count}++;
        if (${count} === ${n}) {
          ${gains} = ${gains} / ${n};
          ${losses} = ${losses} / ${n};
          ${value} = ${result(context)};
        }
      }
    }
    ${context.state("last")} = ${x};`;
}

function change(context: StepContext): Code {
  return js`const ${context.value}Change = ${context.x} - ${context.state("last")};`;
}

/** The gain and the loss without a jump, which nothing could predict: the change times whether it is one, and the rest. */
function recur(context: StepContext): Code {
  const [moved, gain] = [js`${context.value}Change`, js`${context.value}Gain`];
  const k = context.number("k");
  const [gains, losses] = [context.state("gains"), context.state("losses")];
  return js`const ${gain} = ${moved} * (${moved} > 0);
    ${gains} = (${gain} - ${gains}) * ${k} + ${gains};
    ${losses} = (${gain} - ${moved} - ${losses}) * ${k} + ${losses};`;
}

function result(context: StepContext): Code {
  const [gains, losses] = [context.state("gains"), context.state("losses")];
  return js`${gains} + ${losses} === 0 ? 0 : 100 * (${gains} / (${gains} + ${losses}))`;
}
