import { FileError } from "../../files/file_error.ts";
import type { SetResults } from "../../sweep/report/set_results.ts";
import { isLocked } from "./lock.ts";
import { readManifest } from "./manifest.ts";
import { Records, type SimulationRecord } from "./records.ts";
import { resultPath } from "./result_files.ts";
import { readStoredSets } from "./stored_sets.ts";

/** A store as it is now. */
export interface StoreContent {
  /** Name of the experiment. */
  readonly name: string;
  /** Whether a process runs it now. */
  readonly running: boolean;
  /** Its simulations, those of earlier forms of the experiment too. */
  readonly simulations: readonly SimulationRecord[];
}

/**
 * What a store says about its simulations. Nothing is changed, and a process that runs the experiment is not disturbed.
 *
 * @throws {FileError} If there is no store, or it is damaged.
 */
export function readStore(directory: string): StoreContent {
  const path = `${directory}/manifest.jsonl`;
  // Asked first: what ends in between then counts as running, and nothing that runs as pending.
  const running = isLocked(directory);
  const { events } = readManifest(path);
  if (events.length === 0) {
    throw new FileError(
      `Cannot read the store ${directory}: expected an experiment but found none`,
    );
  }
  const records = new Records();
  for (const event of events) records.apply(event);
  const simulations = records.all().map((record) => running ? record : interrupted(record));
  return { name: records.name, running, simulations };
}

/** Nobody runs what was running: it is to be gone on with. */
function interrupted(record: SimulationRecord): SimulationRecord {
  return record.status === "running" ? { ...record, status: "pending" } : record;
}

/**
 * The results of a simulation in a store; loads the Arrow library.
 *
 * @param record One of `readStore(directory).simulations`.
 * @throws {FileError} If it has none, or they cannot be read.
 */
export async function readResults(
  directory: string,
  { simulation, status, reason }: SimulationRecord,
): Promise<SetResults> {
  const { id, names } = simulation;
  const path = resultPath(directory, id);
  try {
    return await readStoredSets(path, names);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    const why = reason === null ? "" : `: ${reason}`;
    throw new FileError(`Cannot read results of simulation ${id}: it is ${status}${why}`);
  }
}
