import type { SweepFailure } from "../failure.ts";
import { runInThread } from "./in_thread.ts";
import type { SetsJob, SetsRunner } from "../job.ts";
import { moduleEntry } from "./module_entry.ts";
import { runInWorkers } from "./pool.ts";
import { progressOf } from "../progress.ts";
import type { SweepRunOptions } from "../run_options.ts";

/** How a job is run. */
export interface JobRun extends Pick<SweepRunOptions, "signal" | "onProgress"> {
  /** Number of Workers; 0: this thread. */
  readonly workers: number;
  /** Whether the Workers have no permission at all. */
  readonly sealed: boolean;
  /** Bars of the data. */
  readonly bars: number;
  /** Units of work of a set, as its runner counts them. */
  readonly units: number;
  /** Makes what runs the sets in this thread. */
  readonly runner: () => SetsRunner;
  /** The module that brings what is run, if one does. */
  readonly module: URL | undefined;
  /** Makes what is sent to Workers where no module does. */
  readonly definition: () => unknown;
  /** The entry of Workers that are sent a definition. */
  readonly entry: URL;
  /** Module whose `serveOwn` takes what a module exports. */
  readonly server: URL;
}

/** What became of a job; its results are in its store. */
export interface JobEnd {
  /** Sets that came to nothing, and why. */
  readonly failures: readonly SweepFailure[];
  /** Whether the signal stopped it. */
  readonly stopped: boolean;
  /** What became of each set, a number of `setStates`. */
  readonly states: Int32Array;
}

/**
 * Runs the sets of a job, in Workers or in this thread.
 *
 * @throws {Error} If no Worker can run it.
 */
export async function runJob(job: SetsJob, run: JobRun): Promise<JobEnd> {
  const { workers, sealed, bars, units, signal, onProgress, module } = run;
  const sets = job.store.states.length;
  const started = performance.now();
  const work = sets * units;
  const tell = (passed: number): void =>
    onProgress?.(progressOf({
      sets,
      bars,
      done: work === 0 ? 1 : passed / work,
      elapsed: performance.now() - started,
    }));
  const watch = { signal, onPassed: onProgress === undefined ? undefined : tell };
  const failures = workers === 0 ? await runInThread(job, run.runner, watch) : await runInWorkers(
    job,
    {
      workers,
      sealed,
      strategy: module === undefined ? run.definition() : undefined,
      entry: module === undefined ? run.entry : moduleEntry(module, run.server),
      ...watch,
    },
  );
  const stopped = signal?.aborted ?? false;
  if (!stopped) tell(work);
  // A Worker that did not stop in time may still come to the end of a piece.
  const states = stopped ? job.store.states.slice() : job.store.states;
  return { failures: joined(failures), stopped, states };
}

/** Neighbours that failed for the same reason as one. */
function joined(failures: readonly SweepFailure[]): SweepFailure[] {
  const found: SweepFailure[] = [];
  for (const failure of failures) {
    const last = found.at(-1);
    if (last?.to !== failure.from || last.reason !== failure.reason) found.push(failure);
    else found[found.length - 1] = { ...last, to: failure.to };
  }
  return found;
}
