import type { Strategy } from "../../codegen/define/types.ts";
import type { SweepFailure } from "./failure.ts";
import type { SweepJob } from "./job.ts";
import { failedSets } from "./pool.ts";
import { SetRunner } from "./run_sets.ts";

/** Milliseconds after which the thread gives way to others, so that a signal or a timer is heard. */
const giveWayEvery = 40;

/** Runs the sets of a job in this thread. */
export async function runInThread(
  job: SweepJob,
  strategy: Strategy,
  { signal, onPassed }: {
    readonly signal: AbortSignal | undefined;
    readonly onPassed: ((passed: number) => void) | undefined;
  },
): Promise<SweepFailure[]> {
  if (signal?.aborted) return [];
  const runner = new SetRunner(job, strategy);
  const sets = job.store.states.length;
  let passed = 0;
  let since = performance.now();
  try {
    for (const more of runner.run(0, sets)) {
      passed += more;
      if (performance.now() - since < giveWayEvery) continue;
      onPassed?.(passed);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) break;
      since = performance.now();
    }
  } catch (error) {
    return failedSets(job, { from: 0, to: sets, reason: String(error) });
  }
  return [];
}
