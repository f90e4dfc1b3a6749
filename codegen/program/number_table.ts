import type { Expression } from "../define/expression.ts";
import { staticValue } from "../define/static.ts";
import type { NumberSlot } from "./program.ts";
import type { Words } from "./words.ts";

/** The numbers of a program, in the order of the parameter array. */
export class NumberTable {
  readonly #slots = new Map<string, NumberSlot>();
  readonly #words: Words;

  /** A table whose unnamed numbers get words from the program's. */
  constructor(words: Words) {
    this.#words = words;
  }

  /** Every number so far. */
  get slots(): readonly NumberSlot[] {
    return [...this.#slots.values()];
  }

  /** A number under a fixed word; one word, one number. */
  named(word: string, value: NumberSlot["value"], whole: boolean): NumberSlot {
    return this.#slot(word, () => ({ word, whole, value }));
  }

  /** The number of a static expression; equal expressions share it. */
  static(expression: Expression, whole: boolean): NumberSlot {
    const key = `${whole ? "whole" : "any"} ${JSON.stringify(expression)}`;
    return this.#slot(key, () => ({
      word: this.#words.of("value"),
      whole,
      value: (values) => staticValue(expression, values),
    }));
  }

  #slot(key: string, make: () => NumberSlot): NumberSlot {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = make();
    this.#slots.set(key, slot);
    return slot;
  }
}
