import { plural } from "../../engine/stats/plural.ts";
import type { ExperimentProgress } from "../../engine/experiment/progress.ts";
import type { ExperimentResult } from "../../engine/experiment/run_experiment.ts";
import type { SimulationRecord } from "../../engine/experiment/store/records.ts";
import { checkFilter } from "../command/check_filter.ts";
import { confirmSets } from "../sweep/confirm_sets.ts";
import { oneLine } from "./one_line.ts";
import { simulationLabel } from "./simulation_label.ts";
import { duration, grouped, ProgressLine } from "../sweep/progress_line.ts";
import type { BatchFlags, CheckedBatchFlags } from "./check_flags.ts";
import { loadExperiment } from "./load_experiment.ts";

/** An experiment that was run. */
export type BatchRun = ExperimentResult & { readonly name: string };

/**
 * Runs the experiment that the flags name; Ctrl-C stops it.
 *
 * @returns Nothing where the caller, asked, does not want it.
 */
export async function runBatch(
  flags: BatchFlags,
  options: CheckedBatchFlags,
): Promise<BatchRun | undefined> {
  const { out, quiet, "retry-failed": retryFailed } = flags;
  const { filter, maxWorkers } = options;
  const tell = (text: string): void => {
    if (!quiet) console.error(text);
  };
  const made = await loadExperiment(flags, options);
  for (const { names } of made.simulations) checkFilter(filter, names);
  const sets = made.simulations.reduce((sum, simulation) => sum + simulation.sets, 0);
  tell(`${plural(made.simulations.length, "simulation")}, ${plural(sets, "set")}`);
  if (!confirmSets(sets, flags)) return undefined;
  const line = new ProgressLine(progressText);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    const result = await made.run({
      store: out,
      retryFailed,
      permissions: flags["worker-permissions"],
      ...(maxWorkers === undefined ? {} : { maxWorkers }),
      onWarning: tell,
      signal: stop.signal,
      ...(quiet ? {} : { onProgress: line.take }),
      onSimulation(record): void {
        if (record.status === "running") return;
        line.end();
        tell(endText(record));
      },
    });
    return { name: made.name, ...result };
  } finally {
    line.end();
    Deno.removeSignalListener("SIGINT", interrupt);
  }
}

/**
 * How far an experiment is, in words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const counts = { pending: 5, running: 2, completed: 12, failed: 1 };
 * assertEquals(
 *   progressText({ counts, done: 0.625, elapsed: 1e4, rate: 1.02e9, left: 6000 }),
 *   "62%, 13 of 20 simulations, 1 failed, 1.02e9 bars x sets/s, 6 s left",
 * );
 * ```
 */
export function progressText({ counts, done, rate, left }: ExperimentProgress): string {
  const { completed, failed, pending, running } = counts;
  const all = completed + failed + pending + running;
  return [
    `${Math.floor(done * 100)}%`,
    `${grouped(completed + failed)} of ${plural(all, "simulation")}`,
    ...(failed === 0 ? [] : [`${grouped(failed)} failed`]),
    `${rate.toExponential(2).replace("+", "")} bars x sets/s`,
    ...(Number.isNaN(left) ? [] : [`${duration(left)} left`]),
  ].join(", ");
}

function endText({ simulation, status, elapsed, reason }: SimulationRecord): string {
  const { timeframe, sets } = simulation;
  const time = elapsed === null ? "" : ` in ${(elapsed / 1000).toFixed(1)} s`;
  const why = reason === null ? "" : `: ${oneLine(reason)}`;
  const what = `${simulationLabel(simulation)} ${timeframe}, ${plural(sets, "set")}`;
  return `${what}: ${status}${time}${why}`;
}
