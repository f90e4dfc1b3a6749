import type { BacktestResult } from "../../engine/run/result.ts";
import type { ResultJson } from "../../engine/run/result_json.ts";
import type { Memory, Phases, Timings } from "../command/phases.ts";
import { version } from "../command/version.ts";

/** What `result.json` holds; `scripts/schema/result.schema.json` describes it. */
export type ResultFile = ResultJson & {
  /** Version of barjit. */
  readonly version: string;
  /** Names of the other files in the directory. */
  readonly files: readonly string[];
  /** Milliseconds. */
  readonly timings: Timings;
  readonly memory: Memory;
};

/** Gathers what `result.json` holds. Only timings and memory differ between equal runs. */
export function resultFile(
  result: BacktestResult,
  { files, phases }: { readonly files: readonly string[]; readonly phases: Phases },
): ResultFile {
  const { timings, memory } = phases;
  return { ...result.toJSON(), version, files, timings, memory };
}
