import type { Kernel } from "./kernel.ts";
import { load } from "./load.ts";

/** What has been made by key, the longest unused dropped first. */
export class RecentCache<T> {
  readonly #made = new Map<string, T>();
  readonly #limit: number;

  /** A cache of at most `limit` values. */
  constructor(limit = 256) {
    this.#limit = limit;
  }

  /** The value of a key, made once. */
  get(key: string, make: () => T): T {
    const made = this.#made.get(key) ?? make();
    this.#made.delete(key);
    this.#made.set(key, made);
    if (this.#made.size > this.#limit) this.#made.delete(this.#made.keys().next().value!);
    return made;
  }

  /** Number of values held. */
  get size(): number {
    return this.#made.size;
  }
}

/** Loaded kernels by their source, the longest unused dropped first. Numbers are not in the source, so sets share one. */
export class KernelCache<K = Kernel> {
  readonly #kernels: RecentCache<K>;

  /** A cache of at most `limit` kernels. */
  constructor(limit = 256) {
    this.#kernels = new RecentCache(limit);
  }

  /** The kernel of a source, loaded once. */
  get(source: string): K {
    return this.#kernels.get(source, () => load<K>(source));
  }

  /** Number of kernels held. */
  get size(): number {
    return this.#kernels.size;
  }
}
