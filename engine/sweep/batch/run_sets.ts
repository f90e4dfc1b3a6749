import { planSweep, type SweepPlan } from "../../../codegen/compile_sweep.ts";
import type { Strategy } from "../../../codegen/define/types.ts";
import { columnArrays } from "../../run/column_arrays.ts";
import { SetBatch } from "./set_batch.ts";
import { SetNumbers } from "./set_numbers.ts";
import { setStates, type SweepJob } from "../job.ts";
import type { Followed } from "../totals/followed.ts";
import { followedBySettings } from "./followed_by_settings.ts";
import { rehearse } from "./rehearse.ts";

/** Sets that go through the data together at most. */
const largestBatch = 4096;
/** Bytes that sets on their way may take. */
const batchBytes = 64e6;
/** Bytes of a set on its way, without its sampled returns. */
const setBytes = 2000;

/**
 * Sets of a plan from which on spans of prices, which are made for all of them, are worth their time. It is the whole job that
 * counts: the last few sets that a Worker takes have the kernel that it has just run, not one that V8 has yet to optimise.
 */
export const manySets = 128;

/** Runs sets of a job in this thread. */
export class SetRunner {
  readonly #job: SweepJob;
  readonly #followed: readonly Followed[];
  readonly #plans: readonly SweepPlan[];
  readonly #numbers: SetNumbers;
  readonly #batch: number;
  readonly #many: boolean;

  /**
   * Makes what all sets have in common.
   *
   * @param followed What they are measured against, where that has been found.
   * @throws {DataError} If a custom column cannot be filled.
   */
  constructor(
    job: SweepJob,
    strategy: Strategy,
    followed: readonly Followed[] = followedBySettings(job),
  ) {
    this.#job = job;
    this.#followed = followed;
    this.#plans = job.settings.map((settings) => planSweep(strategy, settings, job.direction));
    this.#many = job.variants.length >= manySets * new Set(this.#plans).size;
    // Columns that cannot be filled are no matter of single sets.
    for (const { columns } of new Set(this.#plans)) columnArrays(columns, job.bars);
    this.#numbers = new SetNumbers(job);
    const samples = Math.max(...this.#followed.map(({ ends }) => ends.length));
    const room = Math.floor(batchBytes / (setBytes + 8 * samples));
    this.#batch = Math.min(largestBatch, Math.max(16, room));
  }

  /**
   * Runs the sets from `from` to `to`. Gives way after every piece of work, so that its caller can stop it or do something
   * else, and says how many chunks of sets it has passed. A set counts as done only once its row is whole.
   */
  *run(from: number, to: number): Generator<number> {
    const pieces = Math.ceil((to - from) / this.#batch);
    for (let piece = 0; piece < pieces; piece++) {
      const at = (share: number): number => from + Math.floor((to - from) * share / pieces);
      yield* this.#runBatches(at(piece), at(piece + 1));
    }
  }

  /** Sets with different kernels are different batches. */
  *#runBatches(from: number, to: number): Generator<number> {
    const { variants, store: { states } } = this.#job;
    const batches = new Map<SweepPlan, number[]>();
    for (let set = from; set < to; set++) {
      const plan = this.#plans[variants[set]];
      const sets = batches.get(plan) ?? [];
      batches.set(plan, sets);
      sets.push(set);
    }
    const [numbers, followed] = [this.#numbers, this.#followed];
    for (const [plan, sets] of batches) {
      rehearse(this.#job, plan, { sets, many: this.#many });
      yield* new SetBatch(this.#job, plan, { sets, many: this.#many, numbers, followed }).run();
      for (const set of sets) Atomics.store(states, set, setStates.done);
    }
  }
}
