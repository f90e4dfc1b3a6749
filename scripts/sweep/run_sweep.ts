import { plural } from "../../engine/stats/plural.ts";
import { checkFilter } from "../command/check_filter.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import type { CheckedSweepFlags, SweepFlags } from "./check_flags.ts";
import { confirmSets } from "./confirm_sets.ts";
import { loadGrid } from "./load_grid.ts";
import { ProgressLine, progressText } from "./progress_line.ts";
import { type AnySweep, sweepWork } from "./sweep_work.ts";

/**
 * Reads what the flags name and runs the sweep; Ctrl-C stops it.
 *
 * @returns Nothing where the caller, asked, does not want it.
 * @throws {InputError} For what cannot be read or used.
 */
export async function runSweep(
  flags: SweepFlags,
  options: CheckedSweepFlags,
  phases: Phases,
): Promise<AnySweep | undefined> {
  const { quiet } = flags;
  const { maxWorkers } = options;
  const tell = (text: string): void => {
    if (!quiet) console.error(text);
  };
  const params = readParams(flags.param);
  const grid = await loadGrid(flags, options);
  checkFilter(options.filter, grid.names);
  const { size, run } = await sweepWork(flags, { phases, tell });
  tell(`${plural(grid.count, "set")} x ${size}`);
  if (!confirmSets(grid.count, flags)) return undefined;
  const line = new ProgressLine(progressText);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    return await phases.time("run", () =>
      run({
        grid,
        params,
        ...(maxWorkers === undefined ? {} : { maxWorkers }),
        workers: { permissions: flags["worker-permissions"] },
        signal: stop.signal,
        onWarning: (message) => tell(message),
        ...(quiet ? {} : { onProgress: line.take }),
      }));
  } finally {
    line.end();
    Deno.removeSignalListener("SIGINT", interrupt);
  }
}
