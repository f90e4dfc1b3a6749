import type { SweepFailure } from "../failure.ts";
import { type SetsJob, setStates } from "../job.ts";
import { keepWorker, takeWorker } from "./kept_workers.ts";
import { control } from "./protocol.ts";

/** How a job is run in Workers. */
export interface PoolOptions {
  /** Number of Workers. */
  readonly workers: number;
  /** The strategy as data, or the entry of Workers that bring it. */
  readonly strategy: unknown;
  readonly entry: URL;
  /** Whether the Workers have no permission at all. */
  readonly sealed: boolean;
  readonly signal: AbortSignal | undefined;
  /** Told now and then how many chunks of sets have been passed. */
  readonly onPassed: ((passed: number) => void) | undefined;
}

/** Milliseconds between two looks at the counter. */
const lookEvery = 100;

/** Milliseconds that Workers have to stop by themselves; then they are ended, in the middle of whatever they do. */
const longestStop = 50;
const tooLate = Symbol("too late");

/**
 * Runs the sets of a job in Workers until all are done, or the signal stops them.
 *
 * @returns What failed: sets whose Worker threw or died.
 * @throws {Error} If no Worker can run the strategy.
 */
export async function runInWorkers(job: SetsJob, options: PoolOptions): Promise<SweepFailure[]> {
  const { workers, strategy, entry, sealed, signal, onPassed } = options;
  const words = new Int32Array(new SharedArrayBuffer(4 * (control.taken + 2 * workers)));
  const failures: SweepFailure[] = [];
  const fail = (failure: SweepFailure): void => void failures.push(...failedSets(job, failure));
  const stop = (): void => void Atomics.store(words, control.stop, 1);
  const late = Promise.withResolvers<typeof tooLate>();
  let patience: ReturnType<typeof setTimeout> | undefined;
  const abort = (): void => {
    stop();
    patience = setTimeout(late.resolve, longestStop, tooLate);
  };
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) stop();
  const looking = onPassed === undefined
    ? undefined
    : setInterval(() => onPassed(Atomics.load(words, control.passed)), lookEvery);
  try {
    await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        // One that died is replaced as long as there are sets that nobody has taken.
        while (leftOver(words, job)) {
          const thread = takeWorker(entry, sealed);
          const start = { job, strategy, worker, control: words };
          const death = await Promise.race([thread.run(start, fail), late.promise]);
          if (death === undefined) return keepWorker(thread);
          thread.end();
          if (death === tooLate) return;
          const reason = `a Worker died: ${death}`;
          const taken = takenBy(words, worker);
          if (taken !== undefined) fail({ ...taken, reason });
          // Another one would come no further.
          else if (!thread.rested) throw new Error(`Cannot run the sweep: ${reason}`);
        }
      }),
    );
  } catch (error) {
    stop();
    throw error;
  } finally {
    clearInterval(looking);
    clearTimeout(patience);
    signal?.removeEventListener("abort", abort);
  }
  return failures.sort((a, b) => a.from - b.from);
}

/** The sets that a Worker has taken last; none from now on. */
function takenBy(
  words: Int32Array,
  worker: number,
): { readonly from: number; readonly to: number } | undefined {
  const from = Atomics.load(words, control.taken + 2 * worker);
  const to = Atomics.exchange(words, control.taken + 2 * worker + 1, 0);
  return to === 0 ? undefined : { from, to };
}

function leftOver(words: Int32Array, { store }: SetsJob): boolean {
  return Atomics.load(words, control.next) < store.states.length &&
    Atomics.load(words, control.stop) === 0;
}

/** Marks the sets that are not done as failed. */
export function failedSets(
  { store: { states } }: SetsJob,
  { from, to, reason }: SweepFailure,
): SweepFailure[] {
  const found: SweepFailure[] = [];
  for (let set = from; set < to; set++) {
    if (Atomics.compareExchange(states, set, setStates.waiting, setStates.failed) !== 0) continue;
    const last = found.at(-1);
    if (last?.to === set) found[found.length - 1] = { ...last, to: set + 1 };
    else found.push({ from: set, to: set + 1, reason });
  }
  return found;
}
