import type { Strategy } from "./define/types.ts";
import type { Shape } from "./program/shape.ts";

/** What has been made of strategies, by the strategy and by the shape of its settings. */
export class ShapeCache<T> {
  readonly #made = new WeakMap<Strategy, Map<string, T>>();

  /** What was made for a strategy and a shape, made once. */
  get(strategy: Strategy, shape: Shape, make: () => T): T {
    const key = JSON.stringify(shape);
    const known = this.#made.get(strategy) ?? new Map<string, T>();
    this.#made.set(strategy, known);
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  }
}
