#!/usr/bin/env -S deno run --allow-read
/**
 * Looks for look-ahead in a strategy on the bars of a file: `--help` lists its flags and exit codes.
 *
 * @module
 */
import { findLookAhead } from "../engine/run/look_ahead.ts";
import { InputError } from "./command/input_error.ts";
import { loadBars } from "./command/load_bars.ts";
import { loadSettings } from "./command/load_settings.ts";
import { loadStrategy } from "./command/load_strategy.ts";
import { LookAheadError } from "./command/look_ahead_error.ts";
import { readCount } from "./command/read_count.ts";
import { readParams } from "./command/read_params.ts";
import { runCommand } from "./command/run_command.ts";
import { lookAheadCommand } from "./look_ahead/flags.ts";
import { seededLengths } from "./look_ahead/seeded_lengths.ts";

await runCommand(lookAheadCommand, async (flags) => {
  const { direction, "sim-mode": simMode } = flags;
  const count = readCount("--runs", flags.runs ?? "20", { min: 1 });
  const seed = readCount("--seed", flags.seed ?? "1", { min: 0 });
  const params = readParams(flags.param);
  const strategy = await loadStrategy(flags.strategy);
  const settings = await loadSettings(flags.config);
  const bars = await loadBars({ ...flags, priceOnly: flags["price-only"] });
  if (bars.length < 2) {
    const found = bars.length === 1 ? "1 bar" : "none";
    throw new InputError(`Cannot look for look-ahead: expected at least 2 bars but found ${found}`);
  }
  const lengths = seededLengths(bars.length - 1, { count, seed });
  const options = { ...settings, params, direction, simMode, lengths };
  const found = findLookAhead(strategy, bars, options);
  if (found !== undefined) throw new LookAheadError(found, bars);
  const runs = lengths.length === 1 ? "1 run" : `${lengths.length} runs`;
  console.log(`No look-ahead found: ${runs} on first bars of ${bars.length}, seed ${seed}`);
});
