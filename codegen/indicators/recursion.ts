import { type Code, js } from "../emit/code.ts";
import type { Statics, Step, StepContext } from "./indicator.ts";

/**
 * An exponential recursion, seeded with the mean of its first n finite inputs: `e = (x - e) * k + e`.
 *
 * `k` is the weight of a new value; `skip` leaves out that many bars before the seed.
 */
export function recursion(k: (at: Statics) => number, skip?: (at: Statics) => number): Step {
  return {
    lookBack: (at) => (skip?.(at) ?? 0) + at(1) - 1,
    ...(skip === undefined ? {} : { skip }),
    state: { mean: 0, seedCount: 0 },
    numbers: { n: (at) => at(1), k },
    emit: (context) => (context.finite ? emitFinite(context) : emitGaps(context)),
  };
}

function emitFinite(context: StepContext): Code {
  const { i, x, value, start, steady } = context;
  const mean = context.state("mean");
  const [n, k] = [context.number("n"), context.number("k")];
  if (steady) {
    return js`${mean} = (${x} - ${mean}) * ${k} + ${mean};
      const ${value} = ${mean};`;
  }
  return js`let ${value} = NaN;
    if (${i} >= ${start} + ${n}) {
      ${value} = ${mean} = (${x} - ${mean}) * ${k} + ${mean};
    } else if (${i} >= ${start}) {
      ${mean} += ${x};
      if (${i} === ${start} + ${n} - 1) ${value} = ${mean} = ${mean} / ${n};
    }`;
}

function emitGaps(context: StepContext): Code {
  const { i, x, value, start, steady } = context;
  const mean = context.state("mean");
  const count = context.state("seedCount");
  const [n, k] = [context.number("n"), context.number("k")];
  const counts = steady ? js`` : js`${i} >= ${start} && `;
  return js`let ${value} = NaN;
    if (${counts}${x} - ${x} === 0) {
      if (${count} === ${n}) {
        ${value} = ${mean} = (${x} - ${mean}) * ${k} + ${mean};
      } else {
        ${mean} += ${x};
        ${count}++;
        if (${count} === ${n}) ${value} = ${mean} = ${mean} / ${n};
      }
    }`;
}
