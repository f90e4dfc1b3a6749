import { dayOf } from "./clock.ts";
import { type Code, js } from "./code.ts";

/** What the text of a stateful operator may refer to. */
export interface StatefulContext {
  /** The index of the bar. */
  readonly i: Code;
  /** This bar's inputs; numbers may be named as often as need be, conditions once. */
  readonly inputs: readonly Code[];
  /** Whether an input is finite on every bar. */
  readonly finite: (input: number) => boolean;
  /** Word of the node, with which words of its own begin. */
  readonly word: Code;
  /** A state variable. */
  readonly state: (key: string) => Code;
  /** Where the node has a ring: its array, and one less than its length. */
  readonly ring: { readonly array: Code; readonly bars: Code } | undefined;
}

/** The text that takes a bar in, and the value after it. */
export interface StatefulText {
  readonly update: Code;
  readonly value: Code;
}

/** An operator that remembers something of all bars before. */
export interface Stateful {
  /** State kept between bars, with the values before the first bar. Names ending in
   * `Count` or `Index` hold whole numbers. */
  readonly state: Readonly<Record<string, number>>;
  /** The text of one bar. */
  readonly emit: (context: StatefulContext) => StatefulText;
}

/** The stateful operators by name. */
export const statefulTexts: ReadonlyMap<string, Stateful> = new Map<string, Stateful>([
  ["barsSince", {
    state: { lastIndex: -1 },
    emit({ i, inputs: [condition], state }): StatefulText {
      const last = state("lastIndex");
      return {
        update: js`if (${condition}) ${last} = ${i};`,
        value: js`${last} < 0 ? NaN : ${i} - ${last}`,
      };
    },
  }],
  ["highestSince", extreme(js`max`, js`-Infinity`)],
  ["lowestSince", extreme(js`min`, js`Infinity`)],
  ["valueWhen", {
    state: { held: NaN, atIndex: 0, seenCount: 0 },
    emit: (context) =>
      context.ring === undefined ? held(context) : remembered(context, context.ring),
  }],
  ["cum", {
    state: { sum: 0 },
    emit(context): StatefulText {
      const [x, reset] = context.inputs;
      const sum = context.state("sum");
      const again = reset === undefined ? js`` : js`if (${reset}) ${sum} = 0;`;
      return {
        update: js`${again}
          ${onFinite(context, 0, js`${sum} += ${x};`)}`,
        value: orGap(context, 0, sum),
      };
    },
  }],
  ["newDay", {
    state: { latest: -Infinity },
    emit({ inputs: [local], word, state }): StatefulText {
      const [day, first, latest] = [js`${word}Day`, js`${word}First`, state("latest")];
      return {
        update: js`const ${day} = ${dayOf(local)};
          const ${first} = ${day} > ${latest};
          if (${first}) ${latest} = ${day};`,
        value: first,
      };
    },
  }],
]);

/** The best is NaN until the condition is true for the first time, and stays so through `max` and `min`. */
function extreme(better: Code, worst: Code): Stateful {
  return {
    state: { best: NaN },
    emit(context): StatefulText {
      const [condition, x] = context.inputs;
      const best = context.state("best");
      return {
        update: js`if (${condition}) ${best} = ${worst};
          ${onFinite(context, 1, js`${best} = Math.${better}(${best}, ${x});`)}`,
        value: orGap(context, 1, best),
      };
    },
  };
}

/** The last value alone needs no array. */
function held({ inputs: [condition, x], state }: StatefulContext): StatefulText {
  return { update: js`if (${condition}) ${state("held")} = ${x};`, value: state("held") };
}

/** The newest k + 1 values in a ring: where the next one goes stands the oldest. */
function remembered(
  { inputs: [condition, x], state }: StatefulContext,
  { array, bars }: NonNullable<StatefulContext["ring"]>,
): StatefulText {
  const [at, seen] = [state("atIndex"), state("seenCount")];
  return {
    update: js`if (${condition}) {
        ${array}[${at}] = ${x};
        ${at} = ${at} + 1 === ${array}.length ? 0 : ${at} + 1;
        if (${seen} <= ${bars}) ${seen}++;
      }`,
    value: js`${seen} > ${bars} ? ${array}[${at}] : NaN`,
  };
}

function onFinite({ inputs, finite }: StatefulContext, input: number, update: Code): Code {
  const x = inputs[input];
  return finite(input) ? update : js`if (${x} - ${x} === 0) ${update}`;
}

function orGap({ inputs, finite }: StatefulContext, input: number, value: Code): Code {
  const x = inputs[input];
  return finite(input) ? value : js`${x} - ${x} === 0 ? ${value} : NaN`;
}
