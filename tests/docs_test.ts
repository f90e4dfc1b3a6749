import { assertEquals } from "@std/assert";
import { pages } from "../scripts/docs/pages.ts";
import { runScript } from "./script_run.ts";

Deno.test("docs/ says what the registries hold; else run deno task docs", async () => {
  for (const { name, text } of pages()) {
    const written = await Deno.readTextFile(new URL(`../docs/${name}`, import.meta.url));
    assertEquals(written, text, `docs/${name}: run deno task docs`);
  }
});

Deno.test("make_docs.ts refuses flags it does not know, and --help says what it writes", async () => {
  const [refused, help] = await Promise.all([
    runScript("make_docs.ts", ["--out", "x"]),
    runScript("make_docs.ts", ["--help"]),
  ]);
  assertEquals([refused.code, refused.stdout], [2, ""]);
  assertEquals([help.code, help.stderr, help.stdout.includes("docs/rules.md")], [0, "", true]);
});
