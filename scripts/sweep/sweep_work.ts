import type { Strategy } from "../../codegen/define/types.ts";
import { plural } from "../../engine/stats/plural.ts";
import { sweepPortfolio } from "../../engine/sweep/portfolio/sweep_portfolio.ts";
import type { PortfolioSweepResult } from "../../engine/sweep/portfolio/result.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import type { SweepRunOptions } from "../../engine/sweep/run_options.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { InputError } from "../command/input_error.ts";
import { loadBars } from "../command/load_bars.ts";
import { loadSettings } from "../command/load_settings.ts";
import { loadDefinition } from "../command/load_strategy.ts";
import type { Phases } from "../command/phases.ts";
import { loadBenchmark } from "../portfolio/load_benchmark.ts";
import { loadPanel } from "../portfolio/load_panel.ts";
import { loadPortfolioSettings } from "../portfolio/load_settings.ts";
import type { SweepFlags } from "./check_flags.ts";
import { asSent } from "./load_swept.ts";

/** A result of a sweep, on one asset or over many. */
export type AnySweep = SweepResult | PortfolioSweepResult;

/** A sweep that is ready to run. */
export interface SweepWork {
  /** What a set runs over, in words. */
  readonly size: string;
  readonly run: (options: SweepRunOptions) => Promise<AnySweep>;
}

/** What goes along while flags are read. */
interface Reading {
  readonly phases: Phases;
  readonly tell: (text: string) => void;
}

/**
 * Reads strategy, data and settings: many assets in one account where the flags or the strategy say so, else one.
 *
 * @throws {InputError} For what cannot be read or used.
 */
export async function sweepWork(flags: SweepFlags, reading: Reading): Promise<SweepWork> {
  const place = flags.strategy;
  const made = await reading.phases.time("compile", () => loadDefinition(place));
  const definition = await asSent(made, place);
  const isCode = typeof made === "function";
  if (isCode || await namesPanel(flags)) {
    return await overPanel(flags, { definition, isCode, ...reading });
  }
  for (const name of ["rank", "groups", "sim-mode"] as const) {
    if (flags[name] === undefined) continue;
    throw new InputError(
      `Cannot read the flags: --${name} is about many assets; expected several --data, a directory, or ` +
        "--portfolio with a file that has a column symbol",
    );
  }
  return await overBars(flags, { definition, ...reading });
}

/** Whether the data are of many assets. */
async function namesPanel({ data, portfolio }: SweepFlags): Promise<boolean> {
  if (portfolio || data.length > 1 || data[0].includes("=")) return true;
  try {
    return (await Deno.stat(data[0])).isDirectory;
  } catch {
    // Whoever reads it tells what is wrong with it.
    return false;
  }
}

async function overBars(
  flags: SweepFlags,
  { definition, phases, tell }: Reading & { readonly definition: Strategy | URL },
): Promise<SweepWork> {
  const { direction, benchmark } = flags;
  const onSkip = (column: string): void =>
    tell(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
  const bars = await phases.time(
    "read",
    () => loadBars({ ...flags, data: flags.data[0], priceOnly: flags["price-only"], onSkip }),
  );
  const settings = await loadSettings(flags.config);
  return {
    size: plural(bars.length, "bar"),
    run: (options) =>
      sweep(definition, bars, {
        ...options,
        settings,
        direction,
        ...(benchmark === undefined ? {} : { benchmark }),
      }),
  };
}

async function overPanel(
  flags: SweepFlags,
  { definition, isCode, phases }: Reading & {
    readonly definition: Strategy | URL;
    readonly isCode: boolean;
  },
): Promise<SweepWork> {
  const { direction, rank, "sim-mode": simMode } = flags;
  const panel = await phases.time("read", () => loadPanel(flags));
  const settings = await loadPortfolioSettings(panel, flags);
  const benchmark = await loadBenchmark(panel, flags);
  // The flag has a default, which is no matter of code.
  const isSided = !isCode || direction !== "BOTH";
  return {
    size: `${plural(panel.length, "bar")} x ${plural(panel.assets, "asset")}`,
    run: (options) =>
      sweepPortfolio(definition, panel, {
        ...options,
        settings,
        ...(isSided ? { direction } : {}),
        ...(rank === undefined ? {} : { rank }),
        ...(simMode === undefined ? {} : { simMode }),
        ...(benchmark === undefined ? {} : { benchmark }),
      }),
  };
}
