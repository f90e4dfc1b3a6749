import { RecentCache } from "./cache.ts";
import { customColumns, expressionsOf } from "./define/custom_column.ts";
import type { Strategy } from "./define/types.ts";
import type { Shape } from "./program/shape.ts";

/** What is kept for strategies that may be written again, the longest unused dropped first. */
const mostShared = 256;

/** What has been made of strategies, by what they mean and by the shape of their settings. */
export class ShapeCache<T> {
  readonly #made = new WeakMap<Strategy, Map<string, T>>();
  /** The same by meaning, for the same definition is as a rule read anew for each run. */
  readonly #shared = new RecentCache<T>(mostShared);

  /** What was made for a strategy and a shape, made once. */
  get(strategy: Strategy, shape: Shape, make: () => T): T {
    const key = JSON.stringify(shape);
    const known = this.#made.get(strategy) ?? new Map<string, T>();
    this.#made.set(strategy, known);
    const made = known.get(key) ?? this.#ofMeaning(strategy, key, make);
    known.set(key, made);
    return made;
  }

  #ofMeaning(strategy: Strategy, key: string, make: () => T): T {
    // A function has no text that tells it from others.
    if (customColumns(expressionsOf(strategy)).length > 0) return make();
    const { long, short, risk, size, filter } = strategy;
    const meaning = key + JSON.stringify({ long, short, risk, size, filter });
    return this.#shared.get(meaning, make);
  }
}
