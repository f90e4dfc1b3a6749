import { type Code, js } from "../emit/code.ts";
import type { Indicator, Step, StepContext } from "./indicator.ts";
import { gapState } from "./window.ts";

/** Which extreme is looked for: how a value beats the best, and what every value beats. */
interface Side {
  readonly beats: Code;
  readonly worst: Code;
  readonly first: number;
}

const highs: Side = { beats: js`>=`, worst: js`-Infinity`, first: -Infinity };
const lows: Side = { beats: js`<=`, worst: js`Infinity`, first: Infinity };

/** Highest of the last n values. TA-Lib MAX. */
export const highest: Indicator = {
  name: "highest",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Highest of the last n values",
  step: extreme(highs, valueOf),
};

/** Lowest of the last n values. TA-Lib MIN. */
export const lowest: Indicator = {
  ...highest,
  name: "lowest",
  summary: "Lowest of the last n values",
  step: extreme(lows, valueOf),
};

/** Bars since the highest of the last n values, the newest of equal ones. */
export const sinceHighest: Indicator = {
  ...highest,
  name: "sinceHighest",
  internal: true,
  summary: "Bars since the highest of the last n values",
  step: extreme(highs, barsSince),
};

/** Bars since the lowest of the last n values, the newest of equal ones. */
export const sinceLowest: Indicator = {
  ...sinceHighest,
  name: "sinceLowest",
  summary: "Bars since the lowest of the last n values",
  step: extreme(lows, barsSince),
};

function valueOf(context: StepContext): Code {
  return context.state("best");
}

function barsSince(context: StepContext): Code {
  return js`${context.i} - ${context.state("bestIndex")}`;
}

/** Keeps the newest extreme and its bar; looks through the window again only when that bar has left it. */
function extreme(side: Side, found: (context: StepContext) => Code): Step {
  return {
    lookBack: (at) => at(1) - 1,
    window: (at) => at(1),
    state: { best: side.first, bestIndex: -1, ...gapState },
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const update = follow(context, side);
      const result = complete(context, found(context));
      const { i, value, start, steady } = context;
      if (steady) return js`${update}\nconst ${value} = ${result};`;
      return js`let ${value} = NaN;
        if (${i} >= ${start}) {
          ${update}
          if (${i} >= ${start} + ${context.number("n")} - 1) ${value} = ${result};
        }`;
    },
  };
}

function follow(context: StepContext, { beats, worst }: Side): Code {
  const { i, x, start, steady } = context;
  const [best, index] = [context.state("best"), context.state("bestIndex")];
  const n = context.number("n");
  const first = steady ? js`${i} - ${n} + 1` : js`Math.max(${start}, ${i} - ${n} + 1)`;
  return js`${gaps(context)}
    if (${x} ${beats} ${best}) {
      ${best} = ${x};
      ${index} = ${i};
    } else if (${index} <= ${i} - ${n}) {
      ${best} = ${worst};
      for (let w = ${first}; w <= ${i}; w++) {
        const seen = ${context.input(js`w`)};
        if (seen ${beats} ${best}) {
          ${best} = seen;
          ${index} = w;
        }
      }
    }`;
}

/** Counts the non-finite values in the window. */
function gaps(context: StepContext): Code {
  if (context.finite) return js``;
  const { i, x, start, steady } = context;
  const count = context.state("gapCount");
  const n = context.number("n");
  const leaving = js`{
      const old = ${context.input(js`${i} - ${n}`)};
      if (old - old !== 0) ${count}--;
    }`;
  return js`if (${x} - ${x} !== 0) ${count}++;
    ${steady ? leaving : js`if (${i} >= ${start} + ${n}) ${leaving}`}`;
}

/** What was found, but NaN for a window with a gap. */
function complete(context: StepContext, found: Code): Code {
  return context.finite ? found : js`${context.state("gapCount")} === 0 ? ${found} : NaN`;
}
