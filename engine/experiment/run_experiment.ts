import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readNumber } from "../../codegen/define/read_object.ts";
import { holdWorkers } from "../sweep/workers/kept_workers.ts";
import { readWorkers } from "../sweep/workers/workers_options.ts";
import { loadArrow } from "../files/arrow_bytes.ts";
import type { PlannedSimulation } from "./plan.ts";
import { type ExperimentProgress, ProgressSum } from "./progress.ts";
import { runAll } from "./run_all.ts";
import { runSimulation, settle } from "./run_simulation.ts";
import { lockStore } from "./store/lock.ts";
import { Manifest } from "./store/manifest.ts";
import type { SimulationRecord } from "./store/records.ts";
import { ResultFiles } from "./store/result_files.ts";
import { simulationStatuses } from "./types.ts";

/** How an experiment is run. */
export interface ExperimentRunOptions {
  /** Directory of the store: made if there is none, gone on with if it is there. */
  readonly store: string;
  /** Most Workers at a time, those that the machine can run at once where left out; 0: this thread. */
  readonly maxWorkers?: number;
  /**
   * `"none"`: everything runs in Workers that may read, write and reach nothing; see `WorkersOptions`. Strategies with custom
   * columns must then be given as URLs of modules.
   */
  readonly permissions?: "inherit" | "none";
  /** Told that `maxWorkers` is more than there are cores; a line on the console where left out. */
  readonly onWarning?: (message: string) => void;
  /** Whether simulations that failed are run again; default false. */
  readonly retryFailed?: boolean;
  /** Stops the run; what is done stays in the store. */
  readonly signal?: AbortSignal;
  /** Told now and then how far the run is. */
  readonly onProgress?: (progress: ExperimentProgress) => void;
  /** Told when a simulation begins and when it ends. */
  readonly onSimulation?: (record: SimulationRecord) => void;
  /** Bars times sets between two writings of a simulation with many sets; 2e10 where left out, some ten seconds. */
  readonly checkpoint?: number;
}

const defaultCheckpoint = 2e10;

/** What a run of an experiment came to. */
export interface ExperimentResult {
  /** The simulations of the experiment, in their order. */
  readonly simulations: readonly SimulationRecord[];
  /** Whether the signal stopped it before all had ended. */
  readonly stopped: boolean;
}

function readNumbers(
  options: ExperimentRunOptions,
  name: string,
): { readonly most: number; readonly sealed: boolean; readonly checkpoint: number } {
  const problems: Problem[] = [];
  const all = { work: Infinity, sets: Infinity, problems };
  const { maxWorkers, permissions, onWarning } = options;
  const { workers: most, sealed } = readWorkers({
    ...(permissions === undefined ? {} : { workers: { permissions } }),
    ...(maxWorkers === undefined ? {} : { maxWorkers }),
    ...(onWarning === undefined ? {} : { onWarning }),
  }, all);
  const checkpoint = readNumber(options.checkpoint, { path: "checkpoint", problems }, {
    default: defaultCheckpoint,
    above: 0,
  });
  throwProblems(`run experiment ${JSON.stringify(name)}`, problems);
  return { most, sealed, checkpoint };
}

/** Runs the simulations that have not ended. */
export async function runExperiment(
  { name, simulations }: {
    readonly name: string;
    readonly simulations: readonly PlannedSimulation[];
  },
  options: ExperimentRunOptions,
): Promise<ExperimentResult> {
  const { store, signal, retryFailed = false } = options;
  const { most, sealed, checkpoint } = readNumbers(options, name);
  const arrow = await loadArrow();
  Deno.mkdirSync(store, { recursive: true });
  using _lock = await lockStore(store);
  using _workers = holdWorkers();
  using manifest = new Manifest(store, name);
  const files = new ResultFiles(store, arrow);
  const left = await takeOver(simulations, { manifest, files, retryFailed });

  const ids = simulations.map(({ simulation }) => simulation.id);
  const record = (id: string): SimulationRecord => manifest.records.get(id)!;
  const sum = new ProgressSum(
    new Map(simulations.map(({ simulation: { id, bars, sets } }) => [id, bars * sets])),
  );
  const tell = (): void => options.onProgress?.(sum.progress(countsOf(ids.map(record))));
  ids.forEach((id) => sum.note(id, hasEnded(record(id)) ? 1 : 0));
  sum.begin();
  tell();
  await runAll(left, { most, sealed }, async (planned, workers) => {
    if (signal?.aborted) return false;
    const { id } = planned.simulation;
    const onShare = (share: number): void => {
      sum.note(id, share);
      tell();
    };
    const running = runSimulation(planned, {
      sealed,
      manifest,
      files,
      workers,
      checkpoint,
      signal,
      onShare,
    });
    options.onSimulation?.(record(id));
    if (!await running) return false;
    onShare(1);
    options.onSimulation?.(record(id));
    return true;
  });
  const records = ids.map(record);
  return { simulations: records, stopped: !records.every(hasEnded) };
}

/** Notes new simulations, ends those whose results are on the disk, and returns those that are left. */
async function takeOver(
  simulations: readonly PlannedSimulation[],
  { manifest, files, retryFailed }: {
    readonly manifest: Manifest;
    readonly files: ResultFiles;
    readonly retryFailed: boolean;
  },
): Promise<PlannedSimulation[]> {
  const isNew = ({ simulation: { id } }: PlannedSimulation): boolean =>
    manifest.records.get(id) === undefined;
  manifest.addAll(
    simulations.filter(isNew).map(({ simulation }) => (
      { event: "pending", id: simulation.id, simulation } as const
    )),
  );
  const left: PlannedSimulation[] = [];
  for (const planned of simulations) {
    const { id } = planned.simulation;
    const known = manifest.records.get(id)!;
    if (known.status === "failed" && retryFailed) {
      files.remove(id);
      manifest.add({ event: "retry", id });
    } else if (known.status === "completed" && !files.has(id)) {
      // Removed, or its name was lost with the power where a system does not write names at once.
      manifest.add({ event: "retry", id });
    } else if (hasEnded(known)) continue;
    else if (files.has(id)) {
      files.removeParts(id);
      await settle(planned, { manifest, files }, null);
      continue;
    }
    left.push(planned);
  }
  return left;
}

function hasEnded({ status }: SimulationRecord): boolean {
  return status === "completed" || status === "failed";
}

function countsOf(records: readonly SimulationRecord[]): ExperimentProgress["counts"] {
  const counts = simulationStatuses.map((status) => [
    status,
    records.filter((record) => record.status === status).length,
  ]);
  return Object.fromEntries(counts);
}
