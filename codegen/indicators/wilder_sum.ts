import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";

/**
 * Wilder's running sum of about n values: of n - 1 finite ones as they are, from the n-th on `S = S - S * k + x`, k = 1 / n.
 *
 * J. W. Wilder, New Concepts in Technical Trading Systems (1978), with the seed of TA-Lib's directional movement.
 */
export const wilderSum: Indicator = {
  name: "wilderSum",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Wilder's running sum",
  step: {
    lookBack: (at) => at(1) - 1,
    state: { sum: 0, seedCount: 0 },
    numbers: { n: (at) => at(1), k: (at) => 1 / at(1) },
    emit: (context) => (context.finite ? emitFinite(context) : emitGaps(context)),
  },
};

function emitFinite(context: StepContext): Code {
  const { i, x, value, start, steady } = context;
  const [sum, n] = [context.state("sum"), context.number("n")];
  if (steady) {
    return js`${recur(context)}
      const ${value} = ${sum};`;
  }
  return js`let ${value} = NaN;
    if (${i} >= ${start} + ${n} - 1) {
      ${recur(context)}
      ${value} = ${sum};
    } else if (${i} >= ${start}) ${sum} += ${x};`;
}

function emitGaps(context: StepContext): Code {
  const { i, x, value, start, steady } = context;
  const [sum, count, n] = [
    context.state("sum"),
    context.state("seedCount"),
    context.number("n"),
  ];
  const counts = steady ? js`` : js`${i} >= ${start} && `;
  return js`let ${value} = NaN;
    if (${counts}${x} - ${x} === 0) {
      if (${count} === ${n} - 1) {
        ${recur(context)}
        ${value} = ${sum};
      } else {
        ${sum} += ${x};
        ${count}++;
      }
    }`;
}

function recur(context: StepContext): Code {
  const sum = context.state("sum");
  return js`${sum} = ${sum} - ${sum} * ${context.number("k")} + ${context.x};`;
}
