/**
 * Experiments: many strategies on many instruments with many parameter sets, in a store that survives a kill.
 *
 * `read_experiment.ts` reads and checks everything, `plan.ts` cuts it into simulations whose ids follow from their
 * contents. `run_experiment.ts` runs those that have not ended (`run_all.ts`: several at a time; `run_simulation.ts`: one, in
 * parts). `store/` is a directory: a lock, a manifest that only grows, and a file of results for each simulation.
 *
 * @module
 */
export { Experiment, experiment } from "./experiment.ts";
export type { ExperimentProgress } from "./progress.ts";
export type { ExperimentResult, ExperimentRunOptions } from "./run_experiment.ts";
export { readResults, readStore, type StoreContent } from "./store/read_store.ts";
export type { SimulationRecord } from "./store/records.ts";
export { canonicalTimeframe, timeframeOf } from "./timeframe.ts";
export type {
  ExperimentGrid,
  ExperimentInput,
  InstrumentFile,
  NamedSettings,
  Simulation,
  SimulationStatus,
} from "./types.ts";
export { FileError } from "../files/file_error.ts";
