import type { SetsJob } from "../job.ts";

/** What a Worker is told first. */
export interface WorkerStart {
  readonly job: SetsJob;
  /** The strategy as data, or nothing where the Worker's entry brings it. */
  readonly strategy: unknown;
  /** Number of the Worker. */
  readonly worker: number;
  readonly control: Int32Array;
}

/** What a Worker tells. */
export type WorkerNews =
  /** It began to load; its end is noticed from now on. */
  | { readonly kind: "arrived" }
  /** It is there and waits to be started. */
  | { readonly kind: "loaded" }
  /** There are no more sets for it. */
  | { readonly kind: "finished" }
  /** The sets that it had taken came to nothing; it goes on with others. */
  | { readonly kind: "failed"; readonly from: number; readonly to: number; readonly reason: string }
  /** It cannot run any set. */
  | { readonly kind: "refused"; readonly name: string; readonly message: string };

/** Milliseconds that a Worker waits for another job before it ends itself. */
export const longestWait = 10_000;

/** Words of the shared control array: the next set to be taken, chunks of sets passed, whether to stop; behind them two for each Worker, the sets that it has taken. */
export const control = { next: 0, passed: 1, stop: 2, taken: 3 } as const;

/**
 * Takes the next sets for a Worker: of the first fifteen sixteenths as much as each would do, in one piece, for pieces compute
 * what their sets share; of the rest a share of what is left, so that all end at about the same time. Sets that share
 * nothing are taken in pieces of a given length.
 */
export function takeSets(
  words: Int32Array,
  { worker, workers, count, piece }: {
    readonly worker: number;
    readonly workers: number;
    readonly count: number;
    readonly piece?: number | undefined;
  },
): { readonly from: number; readonly to: number } | undefined {
  for (;;) {
    const from = Atomics.load(words, control.next);
    if (from >= count || Atomics.load(words, control.stop) !== 0) return undefined;
    const first = Math.floor(15 * count / 16);
    const share = Math.ceil((from < first ? first : count - from) / workers);
    const next = from + (piece ?? Math.max(leastSets, share));
    const to = next + (piece === undefined ? leastSets : 0) > count ? count : next;
    if (Atomics.compareExchange(words, control.next, from, to) !== from) continue;
    Atomics.store(words, control.taken + 2 * worker, from);
    Atomics.store(words, control.taken + 2 * worker + 1, to);
    return { from, to };
  }
}

/** Fewer would compute too many indicators again. */
export const leastSets = 64;
