import { FileError } from "../../files/file_error.ts";
import type { SweepFailure } from "../../sweep/failure.ts";
import type { Simulation, SimulationStatus } from "../types.ts";
import type { ManifestEvent } from "./events.ts";

/** What a manifest says about a simulation. */
export interface SimulationRecord {
  /** What it is. */
  readonly simulation: Simulation;
  /** What became of it. */
  readonly status: SimulationStatus;
  /** When it was last begun and when it ended, ISO-8601 in UTC; null: not. */
  readonly started: string | null;
  /** When it ended. */
  readonly ended: string | null;
  /** Milliseconds between the two; null: not known. */
  readonly elapsed: number | null;
  /** Why it failed; null: it did not. */
  readonly reason: string | null;
  /** Sets that came to nothing, and why. */
  readonly failures: readonly SweepFailure[];
}

/** The records of simulations by id, in the order in which they became known. */
export class Records {
  /** Name of the experiment; empty before its event. */
  name = "";
  readonly #records = new Map<string, SimulationRecord>();

  /** Takes in what an event says. */
  apply(event: ManifestEvent): void {
    if (event.event === "experiment") {
      this.name = event.name;
      return;
    }
    if (event.event === "pending") {
      if (!this.#records.has(event.id)) this.#records.set(event.id, newRecord(event.simulation));
      return;
    }
    const before = this.#records.get(event.id);
    if (before === undefined) {
      throw new FileError(
        `Cannot read the manifest: ${event.event} is said of ${event.id} before what it is`,
      );
    }
    this.#records.set(event.id, changed(before, event));
  }

  /** One of them, if it is known. */
  get(id: string): SimulationRecord | undefined {
    return this.#records.get(id);
  }

  /** All of them. */
  all(): SimulationRecord[] {
    return [...this.#records.values()];
  }
}

function newRecord(simulation: Simulation): SimulationRecord {
  return {
    simulation,
    status: "pending",
    started: null,
    ended: null,
    elapsed: null,
    reason: null,
    failures: [],
  };
}

function changed(
  before: SimulationRecord,
  event: Exclude<ManifestEvent, { readonly event: "experiment" | "pending" }>,
): SimulationRecord {
  switch (event.event) {
    case "running":
      return { ...before, status: "running", started: event.time, ended: null };
    case "sets failed": {
      const { from, to, reason } = event;
      return { ...before, failures: [...before.failures, { from, to, reason }] };
    }
    case "completed":
    case "failed": {
      const reason = event.event === "failed" ? event.reason : null;
      const { event: status, time: ended, elapsed } = event;
      return { ...before, status, ended, elapsed, reason };
    }
    case "retry":
      return newRecord(before.simulation);
  }
}
