import { leastSets } from "../sweep/workers/protocol.ts";
import { smallWork } from "../sweep/workers/workers_options.ts";
import type { PlannedSimulation } from "./plan.ts";

/** The Workers that there may be. */
export interface WorkersLimit {
  /** At most so many at a time; 0: this thread. */
  readonly most: number;
  /** Whether they are without permissions, and everything must run in them. */
  readonly sealed: boolean;
}

/** How many Workers a simulation is given; 0: this thread. */
export function workersOf(
  { stays, simulation: { sets, bars } }: PlannedSimulation,
  { most, sealed }: WorkersLimit,
): number {
  if (sealed) return Math.min(most, Math.ceil(sets / leastSets));
  if (stays || most === 0 || sets * bars < smallWork) return 0;
  return Math.min(most, Math.ceil(sets / leastSets));
}

/**
 * Runs work on simulations in their order, several at a time as long as their Workers together are not more than the limit.
 * After an error none is begun any more, and it is thrown when those that run have ended.
 *
 * @param run Gets a simulation and its number of Workers; false ends the work.
 */
export async function runAll(
  planned: readonly PlannedSimulation[],
  limit: WorkersLimit,
  run: (planned: PlannedSimulation, workers: number) => Promise<boolean>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let used = 0;
  let ended = false;
  const errors: unknown[] = [];
  for (const one of planned) {
    const workers = workersOf(one, limit);
    const cores = Math.max(1, workers);
    while (running.size > 0 && used + cores > Math.max(1, limit.most)) await Promise.race(running);
    if (ended) break;
    used += cores;
    const work: Promise<void> = run(one, workers).then((goOn) => {
      if (!goOn) ended = true;
    }, (error) => {
      ended = true;
      errors.push(error);
    }).finally(() => {
      used -= cores;
      running.delete(work);
    });
    running.add(work);
  }
  await Promise.all(running);
  if (errors.length > 0) throw errors[0];
}
