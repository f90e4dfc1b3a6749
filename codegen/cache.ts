import type { Kernel } from "./kernel.ts";
import { load } from "./load.ts";

/** Loaded kernels by their source, the longest unused dropped first. Numbers are not in the source, so sets share one. */
export class KernelCache<K = Kernel> {
  readonly #kernels = new Map<string, K>();
  readonly #limit: number;

  /** A cache of at most `limit` kernels. */
  constructor(limit = 256) {
    this.#limit = limit;
  }

  /** The kernel of a source, loaded once. */
  get(source: string): K {
    const kernel = this.#kernels.get(source) ?? load<K>(source);
    this.#kernels.delete(source);
    this.#kernels.set(source, kernel);
    if (this.#kernels.size > this.#limit) {
      this.#kernels.delete(this.#kernels.keys().next().value!);
    }
    return kernel;
  }

  /** Number of kernels held. */
  get size(): number {
    return this.#kernels.size;
  }
}
