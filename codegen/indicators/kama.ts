import { type Code, js } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";
import { gapState } from "./window.ts";

const [fast, slow] = [2 / 3, 2 / 31];

/**
 * Kaufman's adaptive moving average: its weight follows how straight the last n changes were, between an ema's of 30 and
 * of 2 bars, squared.
 *
 * P. Kaufman, Smarter Trading (1995). TA-Lib KAMA, for n > 1.
 */
export const kama: Indicator = {
  name: "kama",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 10 }],
  returns: "number",
  summary: "Kaufman's adaptive moving average",
  step: {
    lookBack: (at) => at(1),
    window: (at) => at(1) + 1,
    state: { mean: NaN, path: 0, ...gapState },
    numbers: { n: (at) => at(1), slow: () => slow, span: () => fast - slow },
    emit(context): Code {
      const { i, value, start, steady } = context;
      const n = context.number("n");
      if (steady) {
        return js`let ${value} = NaN;
          ${enter(context)}
          ${leave(context)}
          ${adapt(context)}`;
      }
      return js`let ${value} = NaN;
        if (${i} > ${start}) {
          ${enter(context)}
          if (${i} > ${start} + ${n}) {
            ${leave(context)}
          }
          if (${i} >= ${start} + ${n}) {
            ${adapt(context)}
          }
        }`;
    },
  },
};

/** Takes the newest change into the path. */
function enter(context: StepContext): Code {
  const { i, x } = context;
  const change = js`Math.abs(${x} - ${context.input(js`${i} - 1`)})`;
  return counted(context, change, { sign: js`+`, count: js`++` });
}

/** Takes the change that has left the window out of the path. */
function leave(context: StepContext): Code {
  const at = js`${context.i} - ${context.number("n")}`;
  const change = js`Math.abs(${context.input(at)} - ${context.input(js`${at} - 1`)})`;
  return counted(context, change, { sign: js`-`, count: js`--` });
}

function counted(
  context: StepContext,
  change: Code,
  { sign, count }: { readonly sign: Code; readonly count: Code },
): Code {
  const path = context.state("path");
  if (context.finite) return js`${path} ${sign}= ${change};`;
  return js`{
      const old = ${change};
      if (old - old === 0) ${path} ${sign}= old;
      else ${context.state("gapCount")}${count};
    }`;
}

/** Moves the mean by a weight that the efficiency gives; a window with a gap leaves it where it is. */
function adapt(context: StepContext): Code {
  const { i, x, value } = context;
  const [mean, path] = [context.state("mean"), context.state("path")];
  const [weight, net] = [js`${value}Weight`, js`${value}Net`];
  const move = js`if (${mean} !== ${mean}) ${mean} = ${context.input(js`${i} - 1`)};
      const ${net} = Math.abs(${x} - ${context.input(js`${i} - ${context.number("n")}`)});
      const ${weight} = (${path} <= ${net} ? 1 : ${net} / ${path}) * ${context.number("span")} + ${
    context.number("slow")
  };
      ${value} = ${mean} = (${x} - ${mean}) * (${weight} * ${weight}) + ${mean};`;
  return context.finite ? js`${move}` : js`if (${context.state("gapCount")} === 0) {
      ${move}
    }`;
}
