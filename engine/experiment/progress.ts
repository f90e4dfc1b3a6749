import type { SimulationStatus } from "./types.ts";

/** How far a run of an experiment is. */
export interface ExperimentProgress {
  /** Number of simulations by what became of them. */
  readonly counts: Readonly<Record<SimulationStatus, number>>;
  /** Share of the work, bars times sets, that is done, 0 to 1; what earlier runs did counts. */
  readonly done: number;
  /** Milliseconds since the start of this run. */
  readonly elapsed: number;
  /** Bars times sets per second of this run. */
  readonly rate: number;
  /** Milliseconds that are left at this rate; NaN before there is one. */
  readonly left: number;
}

/** Adds up how far simulations are. */
export class ProgressSum {
  readonly #started = performance.now();
  readonly #work: ReadonlyMap<string, number>;
  readonly #shares = new Map<string, number>();
  readonly #total: number;
  #before = 0;

  /** Takes the work, bars times sets, of every simulation by id. */
  constructor(work: ReadonlyMap<string, number>) {
    this.#work = work;
    this.#total = [...work.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Notes the share of a simulation that is done. */
  note(id: string, share: number): void {
    this.#shares.set(id, share);
  }

  /** Says that all that is noted so far was done before this run. */
  begin(): void {
    this.#before = this.#done();
  }

  /** How far all are. */
  progress(counts: ExperimentProgress["counts"]): ExperimentProgress {
    const done = this.#done();
    const elapsed = performance.now() - this.#started;
    const rate = elapsed > 0 ? (done - this.#before) / elapsed * 1000 : 0;
    return {
      counts,
      done: this.#total === 0 ? 1 : done / this.#total,
      elapsed,
      rate,
      left: rate > 0 ? (this.#total - done) / rate * 1000 : NaN,
    };
  }

  #done(): number {
    let sum = 0;
    for (const [id, share] of this.#shares) sum += share * (this.#work.get(id) ?? 0);
    return sum;
  }
}
