import { plural } from "../stats/plural.ts";
import type { Bars } from "../data/bars.ts";
import { sweep } from "../sweep/sweep.ts";
import type { SweepResult } from "../sweep/result.ts";
import type { PlannedSimulation } from "./plan.ts";
import { gridPart, joinedSets } from "./store/joined_sets.ts";
import type { Manifest } from "./store/manifest.ts";
import type { ResultFiles } from "./store/result_files.ts";

/** Where and how a simulation is run. */
export interface SimulationRun {
  readonly manifest: Manifest;
  readonly files: ResultFiles;
  /** Number of Workers; 0: this thread. */
  readonly workers: number;
  /** Whether Workers are without permissions. */
  readonly sealed: boolean;
  /** Bars times sets between two writings. */
  readonly checkpoint: number;
  readonly signal: AbortSignal | undefined;
  /** Told the share of the simulation that is done. */
  readonly onShare: (share: number) => void;
}

/** A simulation came to nothing: its data or its strategy are the reason. */
class SimulationError extends Error {
  override name = "SimulationError";
}

/** Does work of which what is thrown is the failure of the simulation. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SimulationError(String(error), { cause: error });
  }
}

/**
 * Runs what is left of a simulation, writes its results, and notes in the manifest what became of it.
 *
 * Many sets are run in parts, each written as soon as it is done, so that a kill costs no more than one.
 *
 * @returns Whether it ended: false where the signal stopped it.
 */
export async function runSimulation(
  planned: PlannedSimulation,
  run: SimulationRun,
): Promise<boolean> {
  const { manifest } = run;
  const { id } = planned.simulation;
  manifest.add({ event: "running", id });
  const before = performance.now();
  const elapsed = (): number => Math.round(performance.now() - before);
  try {
    if (!await runParts(planned, run)) return false;
  } catch (error) {
    // What goes wrong with the store ends the run: no other simulation could go on either.
    if (!(error instanceof SimulationError)) throw error;
    manifest.add({ event: "failed", id, elapsed: elapsed(), reason: error.message });
    return true;
  }
  await settle(planned, run, elapsed());
  return true;
}

/** Notes that a simulation ended whose results are on the disk. */
export async function settle(
  { simulation: { id, names, sets } }: PlannedSimulation,
  { manifest, files }: Pick<SimulationRun, "manifest" | "files">,
  elapsed: number | null,
): Promise<void> {
  const results = await files.read(id, names);
  const failed = Array.from({ length: sets }, (_, set) => set)
    .filter((set) => results.state(set) !== "done");
  if (failed.length === 0) {
    manifest.add({ event: "completed", id, elapsed });
    return;
  }
  const { failures = [] } = manifest.records.get(id) ?? {};
  const told = failures.find(({ from, to }) => failed[0] >= from && failed[0] < to)?.reason;
  const reason = `${failed.length} of ${plural(sets, "set")} failed${
    told === undefined ? "" : `: ${told}`
  }`;
  manifest.add({ event: "failed", id, elapsed, reason });
}

/** Runs the sets that are not yet on the disk, part by part. */
async function runParts(planned: PlannedSimulation, run: SimulationRun): Promise<boolean> {
  const { files, checkpoint, onShare } = run;
  const { grid, instrument, simulation: { id, names } } = planned;
  const bars = await attempt(instrument.load);
  const size = Math.max(1, Math.floor(checkpoint / Math.max(1, bars.length)));
  let from = files.parts(id).at(-1)?.to ?? 0;
  if (from === 0 && grid.count <= size) {
    const result = await runSets(planned, bars, { ...run, from: 0, to: grid.count });
    if (result === undefined) return false;
    files.write(id, result);
    return true;
  }
  while (from < grid.count) {
    const to = Math.min(grid.count, from + size);
    onShare(from / grid.count);
    const result = await runSets(planned, bars, { ...run, from, to });
    if (result === undefined) return false;
    files.writePart(id, from, result);
    from = to;
  }
  const parts = await Promise.all(files.parts(id).map((part) => files.readPart(part, names)));
  files.write(id, joinedSets(grid, parts));
  return true;
}

/** Runs some sets, and notes those that failed; nothing where the signal stopped them. */
async function runSets(
  { strategy: { strategy, module }, grid, input, params, simulation }: PlannedSimulation,
  bars: Bars,
  { from, to, manifest, workers, sealed, signal, onShare }: SimulationRun & {
    readonly from: number;
    readonly to: number;
  },
): Promise<SweepResult | undefined> {
  const { id, direction, benchmark } = simulation;
  const result = await attempt(() =>
    sweep(module ?? strategy, bars, {
      grid: gridPart(grid, from, to),
      settings: input,
      params,
      direction,
      ...(benchmark === null ? {} : { benchmark }),
      workers: sealed ? { count: workers, permissions: "none" } : workers,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ done }) => onShare((from + done * (to - from)) / grid.count),
    })
  );
  if (result.stopped && result.done < result.count) return undefined;
  for (const failure of result.failures) {
    const { reason } = failure;
    manifest.add({
      event: "sets failed",
      id,
      from: from + failure.from,
      to: from + failure.to,
      reason,
    });
  }
  return result;
}
