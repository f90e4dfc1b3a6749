import type { SweepFailure } from "../failure.ts";
import type { SetsJob, SetsRunner } from "../job.ts";
import { failedSets } from "./pool.ts";

/** Milliseconds after which the thread gives way to others, so that a signal or a timer is heard. */
const giveWayEvery = 40;

/** Runs the sets of a job in this thread. */
export async function runInThread(
  job: SetsJob,
  runnerOf: () => SetsRunner,
  { signal, onPassed }: {
    readonly signal: AbortSignal | undefined;
    readonly onPassed: ((passed: number) => void) | undefined;
  },
): Promise<SweepFailure[]> {
  if (signal?.aborted) return [];
  const runner = runnerOf();
  const sets = job.store.states.length;
  const { piece = sets } = runner;
  const failures: SweepFailure[] = [];
  let passed = 0;
  let since = performance.now();
  const isDue = (): boolean => performance.now() - since >= giveWayEvery;
  const giveWay = async (): Promise<void> => {
    onPassed?.(passed);
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
  for (let from = 0; from < sets && !signal?.aborted; from += piece) {
    const to = Math.min(sets, from + piece);
    try {
      for (const more of runner.run(from, to)) {
        passed += more;
        if (!isDue()) continue;
        await giveWay();
        if (signal?.aborted) break;
      }
    } catch (error) {
      failures.push(...failedSets(job, { from, to, reason: String(error) }));
      if (isDue()) await giveWay();
    }
  }
  return failures;
}
