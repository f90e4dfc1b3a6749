import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { barsCsv, directoryOf, namesIn, runScript } from "./script_run.ts";

Deno.test("new.ts writes a formatted module that backtest.ts runs", async () => {
  using directory = await directoryOf({ "bars.csv": barsCsv(120) });
  const path = `${directory.path}/my-trend`;
  const { code, stdout, stderr } = await runScript("new.ts", [path]);
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, `Written: ${path}.ts\n`);
  const text = await Deno.readTextFile(`${path}.ts`);
  assert(text.split("\n").length <= 30);
  const run = await runScript("backtest.ts", [
    ...["--data", `${directory.path}/bars.csv`, "--strategy", `${path}.ts`],
    ...["--param", "fast=3", "--param", "slow=8", "--json", "--verify"],
  ]);
  assertEquals([run.code, run.stderr], [0, ""]);
  const result = JSON.parse(run.stdout);
  assertEquals(result.strategy.name, "my-trend");
  assert(result.statistics.trades > 2);
  const formatted = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--check", "--no-config", "-q", `${path}.ts`],
  }).output();
  assertEquals(formatted.code, 0, new TextDecoder().decode(formatted.stderr));
});

Deno.test("new.ts ends with 2 and replaces nothing", async () => {
  using directory = await directoryOf({ "mine.ts": "mine" });
  const cases: [args: string[], message: string][] = [
    [[`${directory.path}/mine`], "expected no file there but found one"],
    [[`${directory.path}/mine.ts`], "expected no file there but found one"],
    [[`${directory.path}/a"b`], "expected letters, digits, - and _"],
    [[`${directory.path}/none/mine`], "Cannot write"],
    [[], "expected NAME first but found nothing"],
    [["--force"], 'expected NAME first but found "--force"'],
    [["a", "b"], '"b": expected a flag before it'],
  ];
  const runs = cases.map(([args, message]) => [runScript("new.ts", args), message] as const);
  for (const [ending, message] of runs) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
  assertEquals(await namesIn(directory.path), ["mine.ts"]);
  assertEquals(await Deno.readTextFile(`${directory.path}/mine.ts`), "mine");
});

Deno.test("new.ts --help shows its argument, examples and exit codes", async () => {
  const { code, stdout, stderr } = await runScript("new.ts", ["--help"]);
  assertEquals([code, stderr], [0, ""]);
  for (const text of ["scripts/new.ts NAME\n", "Examples:", "Exit codes: 0 done"]) {
    assertStringIncludes(stdout, text);
  }
});
