#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Runs an experiment, many strategies on many instruments with many parameter sets, in a store that survives a kill:
 * `--help` lists its flags, exit codes and what it writes.
 *
 * @module
 */
import { exitCodes } from "./command/exit.ts";
import { paint, showsColor } from "./command/paint.ts";
import { runCommand } from "./command/run_command.ts";
import { batchPage } from "./run_batch/batch_page.ts";
import { batchJson } from "./run_batch/batch_json.ts";
import { bestRows } from "./run_batch/best_rows.ts";
import { checkFlags } from "./run_batch/check_flags.ts";
import { batchCommand } from "./run_batch/flags.ts";
import { listText } from "./run_batch/list_text.ts";
import { runBatch } from "./run_batch/run_batch.ts";
import { simulationPage } from "./run_batch/simulation_page.ts";
import { writeSummary } from "./run_batch/write_summary.ts";

await runCommand(batchCommand, async (flags) => {
  const options = checkFlags(flags);
  const { out, json, quiet, list, show } = flags;
  const color = showsColor();
  const print = (page: string): void => console.log(color ? paint(page) : page);
  if (list) return print(await listText(out, { json }));
  if (show !== undefined) return print(await simulationPage(out, { ...options, show, color }));
  const run = await runBatch(flags, options);
  if (run === undefined) return;
  const rows = await bestRows(out, run.simulations, options);
  await writeSummary(out, rows);
  if (json) console.log(batchJson(run, rows, options));
  else if (!quiet) print(batchPage(run, rows, { ...options, out }));
  if (run.stopped) Deno.exit(exitCodes.interrupted);
  if (run.simulations.some(({ status }) => status === "failed")) Deno.exit(exitCodes.incomplete);
});
