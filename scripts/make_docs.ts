#!/usr/bin/env -S deno run --allow-write
/**
 * Writes the pages of `docs/` that say what the registries hold, from these registries.
 *
 * @module
 */
import { runCommand } from "./command/run_command.ts";
import { pages } from "./docs/pages.ts";

await runCommand({
  run: "deno run --allow-write scripts/make_docs.ts",
  summary: `Writes ${pages().map(({ name }) => `docs/${name}`).join(", ")} from the registries`,
  flags: {},
  notes: ["Example:", "  deno task docs"],
}, async () => {
  for (const { name, text } of pages()) {
    await Deno.writeTextFile(new URL(`../docs/${name}`, import.meta.url), text);
  }
});
