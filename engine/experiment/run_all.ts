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

/** Bars times sets below which a simulation is done before a Worker that waits has heard of it. */
const leastWork = 500_000;

/**
 * How many Workers a simulation is given; 0: this thread.
 *
 * @param work Bars times sets of all simulations: where that is little, Workers would not pay for their start.
 */
export function workersOf(
  { stays, simulation: { sets, bars } }: Pick<PlannedSimulation, "stays" | "simulation">,
  { most, sealed, work }: WorkersLimit & { readonly work: number },
): number {
  const wanted = Math.min(most, Math.ceil(sets / leastSets));
  if (sealed) return wanted;
  if (stays || most === 0 || work < smallWork || sets * bars < leastWork) return 0;
  return sets * bars < smallWork ? 1 : wanted;
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
  const work = planned.reduce((sum, { simulation: { sets, bars } }) => sum + sets * bars, 0);
  for (const one of planned) {
    const workers = workersOf(one, { ...limit, work });
    const cores = Math.max(1, workers);
    while (running.size > 0 && used + cores > Math.max(1, limit.most)) await Promise.race(running);
    if (ended) break;
    used += cores;
    const task: Promise<void> = run(one, workers).then((goOn) => {
      if (!goOn) ended = true;
    }, (error) => {
      ended = true;
      errors.push(error);
    }).finally(() => {
      used -= cores;
      running.delete(task);
    });
    running.add(task);
  }
  await Promise.all(running);
  if (errors.length > 0) throw errors[0];
}
