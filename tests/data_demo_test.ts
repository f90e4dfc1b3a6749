import { assertEquals } from "@std/assert";

Deno.test("sp500Path() fetches the demonstration data with nothing in the cache", async () => {
  const cache = await Deno.realPath(await Deno.makeTempDir());
  const [demo, csv] = ["../scripts/demo_data.ts", "../engine/data/csv.ts"]
    .map((path) => new URL(path, import.meta.url).href);
  const program = `${cache}/main.ts`;
  await Deno.writeTextFile(
    program,
    `import { sp500Path } from "${demo}";
     import { readBars } from "${csv}";
     console.log((await readBars(await sp500Path())).length);`,
  );
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", `--allow-read=${cache}/npm`, program],
    env: { DENO_DIR: cache },
    stderr: "null",
  }).output();
  await Deno.remove(cache, { recursive: true });
  assertEquals(new TextDecoder().decode(stdout).trim(), "5105");
});
