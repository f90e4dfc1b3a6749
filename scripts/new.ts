#!/usr/bin/env -S deno run --allow-write
/**
 * Writes a strategy module to start from: `--help` tells how to start it.
 *
 * @module
 */
import { exitCodeNotes } from "./command/exit.ts";
import { InputError } from "./command/input_error.ts";
import { runCommand } from "./command/run_command.ts";
import { isSystemError } from "./command/system_error.ts";
import { strategyModule } from "./new/strategy_module.ts";

await runCommand({
  run: "deno run --allow-write scripts/new.ts",
  summary: "Writes a strategy module that runs, to start from: NAME.ts",
  argument: "NAME",
  flags: {},
  notes: [
    "NAME is made of letters, digits, - and _; a path to it may stand before it. A file that exists is never",
    "replaced.",
    "",
    "Examples:",
    "  new.ts trend",
    "  new.ts strategies/trend",
    "",
    ...exitCodeNotes(),
  ],
}, async (_flags, place) => {
  const [, directory = "", name] = /^(.*[\\/])?([\w-]{1,100}?)(?:\.ts)?$/s.exec(place) ?? [];
  if (name === undefined) {
    throw new InputError(
      `Cannot name a strategy: expected letters, digits, - and _ but found ${
        JSON.stringify(place)
      }`,
    );
  }
  const path = `${directory}${name}.ts`;
  const library = new URL("../mod.ts", import.meta.url).href;
  await writeNew(path, strategyModule(name, library));
  const script = new URL("backtest.ts", import.meta.url);
  const permissions = script.protocol === "file:" ? "" : " --allow-import";
  console.log(
    `Written: ${path}\n` +
      `Run it: deno run --allow-read --allow-write${permissions} ${script} ` +
      `--data bars.csv --strategy ${path}`,
  );
});

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await Deno.writeTextFile(path, text, { createNew: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const exists = error instanceof Deno.errors.AlreadyExists;
    const reason = exists ? "expected no file there but found one" : error.message;
    throw new InputError(`Cannot write ${path}: ${reason}`, { cause: error });
  }
}
