/** Milliseconds by name of a phase. */
export type Timings = Readonly<Record<string, number>>;

/** Bytes. */
export interface Memory {
  /** Largest resident memory of the process seen at the end of a phase. */
  readonly resident: number;
  /** Largest heap in use seen at the end of a phase. */
  readonly heap: number;
}

/**
 * Times the phases of a run and looks at the memory after each.
 *
 * The system's own peak of the memory would come with Node's `process`, whose loading takes longer than a small run.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const phases = new Phases();
 * assertEquals(await phases.time("read", () => 42), 42);
 * assertEquals(Object.keys(phases.timings), ["start", "read"]);
 * ```
 */
export class Phases {
  /** The first is `start`: from the start of the process to here, in which the program is loaded. */
  readonly #timings = new Map([["start", performance.now()]]);
  #resident = 0;
  #heap = 0;

  /** Runs the work of a phase. */
  async time<T>(phase: string, work: () => T | Promise<T>): Promise<T> {
    const before = performance.now();
    const made = await work();
    this.#timings.set(phase, performance.now() - before);
    const { rss, heapUsed } = Deno.memoryUsage();
    this.#resident = Math.max(this.#resident, rss);
    this.#heap = Math.max(this.#heap, heapUsed);
    return made;
  }

  /** Time of each phase so far, in order, to the microsecond. */
  get timings(): Timings {
    const round = (time: number): number => Math.round(time * 1000) / 1000;
    return Object.fromEntries([...this.#timings].map(([phase, time]) => [phase, round(time)]));
  }

  /** Memory so far. */
  get memory(): Memory {
    return { resident: this.#resident, heap: this.#heap };
  }

  /** Where the time went, as a line of text. */
  toString(): string {
    const times = [...this.#timings].map(([phase, time]) => `${phase} ${time.toFixed(1)}`);
    return `Time (ms): ${times.join(", ")}; memory ${(this.#resident / 1e6).toFixed(0)} MB`;
  }
}
