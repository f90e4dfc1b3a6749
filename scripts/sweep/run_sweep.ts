import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import type { Grid } from "../../engine/sweep/grid/grid.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { InputError } from "../command/input_error.ts";
import { loadBars } from "../command/load_bars.ts";
import { loadSettings } from "../command/load_settings.ts";
import { loadStrategy, moduleUrl } from "../command/load_strategy.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import type { CheckedSweepFlags, SweepFlags } from "./check_flags.ts";
import { loadGrid } from "./load_grid.ts";
import { grouped, ProgressLine } from "./progress_line.ts";

/** Sets above which the caller is asked. */
const askAbove = 100_000;

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
  const bars = await phases.time(
    "read",
    () => loadBars({ ...flags, priceOnly: flags["price-only"], onSkip }),
  );
  tell(`${grouped(grid.count)} sets x ${grouped(bars.length)} bars`);
  if (!confirmed(grid, flags)) return undefined;
  const { strategy, settings } = await phases.time("compile", async () => {
    const made = await loadStrategy(flags.strategy);
    // Functions travel to Workers as the module that has them.
    const hasCode = customColumns(expressionsOf(made)).length > 0;
    return {
      strategy: hasCode ? new URL(await moduleUrl(flags.strategy)) : made,
      settings: await loadSettings(flags.config),
    };
  });
  const line = new ProgressLine();
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    const { maxWorkers } = options;
    return await phases.time("run", () =>
      sweep(bars, strategy, {
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

/** Whether so many sets are wanted: asked in a terminal, an error elsewhere. */
function confirmed({ count }: Grid, { yes }: SweepFlags): boolean {
  if (count <= askAbove || yes) return true;
  if (Deno.stdin.isTerminal()) return confirm(`Run ${grouped(count)} sets?`);
  throw new InputError(
    `Cannot run ${grouped(count)} sets unasked: expected at most ${grouped(askAbove)}, or --yes`,
  );
}
