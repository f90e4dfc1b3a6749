import { plural } from "../../engine/stats/plural.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { checkFilter } from "../command/check_filter.ts";
import { loadBars } from "../command/load_bars.ts";
import { loadSettings } from "../command/load_settings.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import type { CheckedSweepFlags, SweepFlags } from "./check_flags.ts";
import { loadGrid } from "./load_grid.ts";
import { confirmSets } from "./confirm_sets.ts";
import { loadSwept } from "./load_swept.ts";
import { ProgressLine, progressText } from "./progress_line.ts";

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
): Promise<SweepResult | undefined> {
  const { quiet, direction, benchmark } = flags;
  const tell = (text: string): void => {
    if (!quiet) console.error(text);
  };
  const onSkip = (column: string): void =>
    tell(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
  const params = readParams(flags.param);
  const grid = await loadGrid(flags, options);
  checkFilter(options.filter, grid.names);
  const bars = await phases.time(
    "read",
    () => loadBars({ ...flags, priceOnly: flags["price-only"], onSkip }),
  );
  tell(`${plural(grid.count, "set")} x ${plural(bars.length, "bar")}`);
  if (!confirmSets(grid.count, flags)) return undefined;
  const { strategy, settings } = await phases.time("compile", async () => {
    return {
      strategy: await loadSwept(flags.strategy),
      settings: await loadSettings(flags.config),
    };
  });
  const line = new ProgressLine(progressText);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    const { maxWorkers } = options;
    return await phases.time("run", () =>
      sweep(strategy, bars, {
        grid,
        settings,
        params,
        direction,
        ...(benchmark === undefined ? {} : { benchmark }),
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
