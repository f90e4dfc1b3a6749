import { type Code, js, when } from "../emit/code.ts";
import type { Indicator, StepContext } from "./indicator.ts";
import { gapState } from "./window.ts";

/** Linearly weighted moving average, the newest value weighs n. TA-Lib WMA. */
export const wma: Indicator = {
  name: "wma",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Linearly weighted moving average",
  step: {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { sum: 0, weighted: 0, ...gapState },
    numbers: { n: (at) => at(1), weights: (at) => at(1) * (at(1) + 1) / 2 },
    emit: (context) => (context.steady ? steady(context) : warmUp(context)),
  },
};

function steady(context: StepContext): Code {
  return js`${enter(context)}
    ${slide(context)}
    ${context.state("sum")} += ${entering(context)};
    ${leave(context)}
    const ${context.value} = ${result(context)};`;
}

function warmUp(context: StepContext): Code {
  const { i, start, value } = context;
  const n = context.number("n");
  return js`let ${value} = NaN;
    if (${i} >= ${start}) {
      ${enter(context)}
      if (${i} >= ${start} + ${n}) {
        ${slide(context)}
      } else ${context.state("weighted")} += (${i} - ${start} + 1) * ${entering(context)};
      ${context.state("sum")} += ${entering(context)};
      if (${i} >= ${start} + ${n}) {
        ${leave(context)}
      }
      if (${i} >= ${start} + ${n} - 1) ${value} = ${result(context)};
    }`;
}

/** The value that enters, 0 for a gap. */
function entering(context: StepContext): Code {
  return context.finite ? context.x : js`${context.value}in`;
}

function enter(context: StepContext): Code {
  const { x, finite } = context;
  return when(!finite, () =>
    js`const ${entering(context)} = ${x} - ${x} === 0 ? ${x} : 0;
    if (${x} - ${x} !== 0) ${context.state("gapCount")}++;`);
}

function slide(context: StepContext): Code {
  const n = context.number("n");
  return js`${context.state("weighted")} += ${n} * ${entering(context)} - ${context.state("sum")};`;
}

function leave(context: StepContext): Code {
  const old = context.input(js`${context.i} - ${context.number("n")}`);
  const sum = context.state("sum");
  if (context.finite) return js`${sum} -= ${old};`;
  return js`{
      const old = ${old};
      if (old - old === 0) ${sum} -= old;
      else ${context.state("gapCount")}--;
    }`;
}

function result(context: StepContext): Code {
  const value = js`${context.state("weighted")} / ${context.number("weights")}`;
  return context.finite ? value : js`${context.state("gapCount")} === 0 ? ${value} : NaN`;
}
