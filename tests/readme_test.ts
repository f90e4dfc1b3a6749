import { assertEquals, assertStringIncludes } from "@std/assert";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { functions } from "../codegen/define/functions.ts";
import { sp500Path } from "../scripts/demo_data.ts";

const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));

/** The fenced blocks of a language, in order. */
function blocks(language: string): string[] {
  const pattern = new RegExp("^```" + language + "\\b[^\\n]*\\n([\\s\\S]*?)^```$", "gm");
  return [...readme.matchAll(pattern)].map(([, code]) => code);
}

Deno.test("the script in the README runs on real prices", async () => {
  const directory = await Deno.makeTempDir();
  try {
    await Deno.copyFile(await sp500Path(), `${directory}/sp500.csv`);
    const library = new URL("../mod.ts", import.meta.url).href;
    await Deno.writeTextFile(
      `${directory}/main.ts`,
      blocks("ts")[0].replaceAll("./mod.ts", library),
    );
    const { stdout, success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-config", "--allow-read", "main.ts"],
      cwd: directory,
      stderr: "inherit",
    }).output();
    assertEquals(success, true);
    assertStringIncludes(new TextDecoder().decode(stdout), "sma-cross on sp500, 2000-01-03");
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("the JSON in the README is a strategy, and all settings with their defaults", () => {
  const [definition, config] = blocks("json").map((text) => JSON.parse(text));
  assertEquals(JSON.parse(JSON.stringify(strategy(definition))), definition);
  assertEquals(config, settings());
});

Deno.test("the README names every function", () => {
  const words = [...functions.keys()].filter((name) => /^\w+$/.test(name) && name !== "neg");
  assertEquals(words.filter((name) => !new RegExp(`[\` ]${name}[\` ]`).test(readme)), []);
});
