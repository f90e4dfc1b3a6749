#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Runs a strategy with every set of a grid of parameters: `--help` lists its flags, exit codes and what it writes.
 *
 * @module
 */
import { exitCodes } from "./command/exit.ts";
import { paint, showsColor } from "./command/paint.ts";
import { Phases } from "./command/phases.ts";
import { runCommand } from "./command/run_command.ts";
import { checkFlags } from "./sweep/check_flags.ts";
import { sweepCommand } from "./sweep/flags.ts";
import { runSweep } from "./sweep/run_sweep.ts";
import { sweepPage } from "./sweep/sweep_page.ts";
import { writeSweep } from "./sweep/write_sweep.ts";

await runCommand(sweepCommand, async (flags) => {
  const options = checkFlags(flags);
  const { json, quiet, out, format = "csv" } = flags;
  const phases = new Phases();
  const result = await runSweep(flags, options, phases);
  if (result === undefined) return;
  const text = json || out !== undefined
    ? await writeSweep(result, { ...options, out, format, phases })
    : "";
  if (json) console.log(text);
  else if (!quiet) {
    const color = showsColor();
    const page = sweepPage(result, { ...options, out, phases, color });
    console.log(color ? paint(page) : page);
  }
  if (result.stopped) Deno.exit(exitCodes.interrupted);
  if (result.failures.length > 0) Deno.exit(exitCodes.incomplete);
});
