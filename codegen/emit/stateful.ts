import { dayOf } from "./clock.ts";
import { type Code, js } from "./code.ts";

/** What the text of a stateful operator may refer to. */
export interface StatefulContext {
  /** This bar's inputs, each named as often as need be. */
  readonly inputs: readonly Code[];
  /** Where the value of this bar goes: declared by the emitter. */
  readonly value: Code;
  /** A state variable. */
  readonly state: (key: string) => Code;
}

/** An operator that remembers something of all bars before. */
export interface Stateful {
  /** State kept between bars, with the values before the first bar. Names ending in `Index` hold whole numbers. */
  readonly state: Readonly<Record<string, number>>;
  /** The text of one bar from the first on that counts. */
  readonly emit: (context: StatefulContext) => Code;
}

/** The stateful operators by name. */
export const statefulTexts: ReadonlyMap<string, Stateful> = new Map<string, Stateful>([
  ["newDay", {
    state: { latest: -Infinity },
    emit({ inputs: [local], value, state }): Code {
      const [day, latest] = [js`${value}Day`, state("latest")];
      return js`const ${day} = ${dayOf(local)};
        const ${value} = ${day} > ${latest};
        if (${value}) ${latest} = ${day};`;
    },
  }],
]);
