#!/usr/bin/env -S deno run --allow-read
/**
 * Prints the source that a strategy is compiled to.
 *
 * @module
 */
import { showCode } from "../codegen/compile.ts";
import { exitCodeNotes } from "./command/exit.ts";
import { loadSettings } from "./command/load_settings.ts";
import { loadStrategy } from "./command/load_strategy.ts";
import { runCommand } from "./command/run_command.ts";
import { runFlags } from "./command/run_flags.ts";

await runCommand({
  run: "deno run --allow-read scripts/show_code.ts",
  summary: "Prints the source that a strategy is compiled to",
  flags: {
    strategy: runFlags.strategy,
    config: runFlags.config,
    direction: runFlags.direction,
  },
  notes: exitCodeNotes(),
}, async ({ strategy, config, direction }) => {
  console.log(showCode(await loadStrategy(strategy), await loadSettings(config), direction));
});
