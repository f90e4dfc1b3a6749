import { type Code, js } from "../emit/code.ts";
import type { Indicator, Step } from "./indicator.ts";

/** A level below the price that falls only after a close below it. */
export const trendFloor: Indicator = {
  name: "trendFloor",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }, { name: "before", type: "number" }],
  returns: "number",
  summary: "A level that falls only after a close below it",
  step: level({ beyond: js`>`, broken: js`<`, first: -Infinity }),
};

/** A level above the price that rises only after a close above it. */
export const trendCeiling: Indicator = {
  ...trendFloor,
  name: "trendCeiling",
  summary: "A level that rises only after a close above it",
  step: level({ beyond: js`<`, broken: js`>`, first: Infinity }),
};

/** 1 until a close below the floor, then -1 until one above the ceiling; the first bar decides nothing. */
export const trendSide: Indicator = {
  ...trendFloor,
  name: "trendSide",
  args: [{ name: "floor", type: "number" }, { name: "ceiling", type: "number" }],
  summary: "Which of two levels was broken last",
  step: {
    columns: ["close"],
    lookBack: () => 0,
    state: { side: 1 },
    numbers: {},
    emit({ i, inputs: [floor, ceiling, close], value, start, steady, state }): Code {
      const side = state("side");
      const turned = js`${side} > 0 ? ${close} < ${floor} : ${close} > ${ceiling}`;
      const update = js`if (${turned}) ${side} = -${side};`;
      if (steady) return js`${update}\nconst ${value} = ${side};`;
      return js`let ${value} = NaN;
        if (${i} >= ${start}) {
          if (${i} > ${start}) {
            ${update}
          }
          ${value} = ${side};
        }`;
    },
  },
};

/** Which way a level follows freely, and what close releases it. */
interface Side {
  readonly beyond: Code;
  readonly broken: Code;
  readonly first: number;
}

/** Follows its first input; its second is the close of the bar before. */
function level({ beyond, broken, first }: Side): Step {
  return {
    lookBack: () => 0,
    state: { kept: first },
    numbers: {},
    emit({ i, inputs: [x, before], value, start, steady, state }): Code {
      const kept = state("kept");
      const update = js`if (${x} ${beyond} ${kept} || ${before} ${broken} ${kept}) ${kept} = ${x};`;
      if (steady) return js`${update}\nconst ${value} = ${kept};`;
      return js`let ${value} = NaN;
        if (${i} >= ${start}) {
          ${update}
          ${value} = ${kept};
        }`;
    },
  };
}
