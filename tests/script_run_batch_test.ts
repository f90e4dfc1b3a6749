import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import { experimentSchema } from "../scripts/schema/experiment_schema.ts";
import { barsCsv, crossing, directoryOf, namesIn, runScript } from "./script_run.ts";

const schemaFile = new URL("../scripts/schema/experiment.schema.json", import.meta.url);
const own = new URL("../mod.ts", import.meta.url).href;
const twin = { ...crossing, name: "twin", long: { enter: "close > sma(close, length)" } };
const file = {
  name: "batch",
  strategies: ["crossing.json", twin],
  instruments: ["spy.csv", { data: "qqq.csv", name: "QQQ", to: "2020-04-30" }],
  timeframes: ["daily"],
  grids: [{
    strategies: ["crossing"],
    axes: { length: { range: [2, 6] }, "settings.commission.percent": [0, 0.001] },
    where: ["length != 5"],
  }],
  settings: { cash: 10_000 },
  params: { length: 4 },
};
const files = {
  "crossing.json": JSON.stringify(crossing),
  "twin.json": JSON.stringify(twin),
  "spy.csv": barsCsv(200),
  "qqq.csv": barsCsv(150),
  "exp.json": JSON.stringify(file),
  // A column that one of the instruments cannot fill.
  "own.ts": `import { call, column, strategy } from "${own}";
const own = column("own", (bars, out) => {
  if (bars.length < 180) throw new RangeError("too short a history");
  out.fill(1);
});
export default strategy({ name: "own", long: { enter: call(">", [own, { tag: "number", value: 0 }]) } });
`,
};

Deno.test("run_batch.ts runs an experiment file, lists and shows its store, and runs nothing twice", async () => {
  using directory = await directoryOf(files);
  const out = `${directory.path}/out`;
  const args = ["--experiment", `${directory.path}/exp.json`, "--out", out];
  const first = await runScript("run_batch.ts", args);
  assertEquals(first.code, 0, first.stderr);
  assertMatch(first.stderr, /^4 simulations, 18 sets\n(.+: completed in [\d.]+ s\n){4}$/);
  assertStringIncludes(first.stdout, "Experiment batch, 4 of 4 simulations completed");
  assertMatch(first.stdout, / twin +QQQ +1d +1 +completed +defaults /);
  assertEquals(await namesIn(out), ["lock", "manifest.jsonl", "results", "summary.csv"]);
  const manifest = await Deno.readTextFile(`${out}/manifest.jsonl`);

  const [again, list, listed] = await Promise.all([
    runScript("run_batch.ts", [
      ...args,
      "--json",
      "--by",
      "total_return",
      "--filter",
      "trades > 2",
    ]),
    runScript("run_batch.ts", ["--out", out, "--list"]),
    runScript("run_batch.ts", ["--out", out, "--list", "--json"]),
  ]);
  assertEquals([again.code, again.stderr], [0, "4 simulations, 18 sets\n"]);
  assertEquals(await Deno.readTextFile(`${out}/manifest.jsonl`), manifest);
  assertStringIncludes(list.stdout, "Experiment batch, 4 completed");
  const { simulations } = JSON.parse(again.stdout);
  const kept = JSON.parse(listed.stdout).simulations;
  assertEquals(simulations.map(({ best: _, ...record }: { best: unknown }) => record), kept);
  assertEquals(simulations[1].best.params, { length: 4 });
  assert(simulations[0].best.statistics.trades > 2);

  const { id } = simulations[0].simulation;
  const page = await runScript("run_batch.ts", [
    "--out",
    out,
    "--show",
    id.slice(0, 9),
    "--top",
    "2",
  ]);
  assertStringIncludes(page.stdout, "crossing on spy, 200 bars of 1d, 8 sets");
  assertStringIncludes(page.stdout, "Best 2 of 8 sets by Sharpe");
  assertStringIncludes(page.stdout, "Stability of Sharpe over 8 sets");
  const summary = (await Deno.readTextFile(`${out}/summary.csv`)).trimEnd().split("\n");
  assertEquals(summary.length, 5);
  assertStringIncludes(summary[1], `${id},crossing,spy,1d,completed,8,`);
});

Deno.test("run_batch.ts names the settings of each simulation where there are several", async () => {
  const settings = [{ name: "cheap" }, { name: "dear", commission: { percent: 0.002 } }];
  const several = { name: "two", strategies: ["twin.json"], instruments: ["spy.csv"], settings };
  using directory = await directoryOf({ ...files, "two.json": JSON.stringify(several) });
  const out = `${directory.path}/out`;
  const run = await runScript("run_batch.ts", [
    ...["--experiment", `${directory.path}/two.json`, "--out", out],
  ]);
  assertEquals(run.code, 0, run.stderr);
  assertMatch(run.stderr, /\ntwin on spy under dear 1d, 1 set: completed/);
  assertMatch(run.stdout, / twin +spy +1d +dear +1 +completed +defaults /);
  const [header, , second] = (await Deno.readTextFile(`${out}/summary.csv`)).split("\n");
  assertMatch(header, /^id,strategy,instrument,timeframe,settings,status,/);
  assertMatch(second, /^[0-9a-f]{16},twin,spy,1d,dear,completed,/);
  const list = await runScript("run_batch.ts", ["--out", out, "--list"]);
  assertMatch(list.stdout, / twin +spy +1d +cheap +1 +completed /);
  const [, id] = /\n([0-9a-f]{16}) +twin/.exec(list.stdout)!;
  const page = await runScript("run_batch.ts", ["--out", out, "--show", id]);
  assertStringIncludes(page.stdout, "twin on spy under cheap, 200 bars of 1d, 1 set");
});

Deno.test("run_batch.ts takes flags in place of a file, and ends with 5 where a simulation failed", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const run = await runScript("run_batch.ts", [
    ...["--experiment-name", "flags", "--out", `${path}/out`, "--param", "length=7"],
    ...["--strategies", `${path}/own.ts,${path}/twin.json`, "--max-workers", "0"],
    ...["--instruments", `${path}/spy.csv,${path}/qqq.csv`, "--timeframes", "1d"],
  ]);
  assertEquals(run.code, 5, run.stderr);
  assertMatch(run.stderr, /own on qqq 1d, 1 set: failed.*too short a history/);
  assertStringIncludes(run.stdout, "3 of 4 simulations completed, 1 failed");
  const swept = await runScript("run_batch.ts", [
    ...[
      "--experiment-name",
      "swept",
      "--out",
      `${path}/swept`,
      "--strategies",
      `${path}/twin.json`,
    ],
    ...["--instruments", `${path}/spy.csv`, "--sweep", "length=2:9", "--where", "length > 4"],
    ...["--from", "2020-02-01", "--quiet"],
  ]);
  assertEquals([swept.code, swept.stdout, swept.stderr], [0, "", ""]);
  const list = await runScript("run_batch.ts", ["--out", `${path}/swept`, "--list", "--json"]);
  const [{ simulation }] = JSON.parse(list.stdout).simulations;
  assertEquals([simulation.sets, simulation.bars], [5, 169]);
});

Deno.test("run_batch.ts ends with 2 where flags, files or store cannot be used", async () => {
  using directory = await directoryOf({
    ...files,
    "bad.json": JSON.stringify({ ...file, strategies: ["none.json", "gone.ts"] }),
    "minutes.json": JSON.stringify({ ...file, timeframes: ["5m"] }),
    "manifest.jsonl": "nonsense\n",
  });
  const { path } = directory;
  const out = ["--out", `${path}/out`];
  const named = ["--experiment-name", "x", ...out];
  const cases: [flags: string[], message: string][] = [
    [out, "expected --experiment or --experiment-name but found neither"],
    [["--experiment", "a", ...named], "but found both"],
    [["--experiment", "a", "--sweep", "b=1", ...out], "--sweep is part of the file"],
    [[...out, "--list", "--experiment", "a"], "--list reads the store alone"],
    [named, "--experiment-name needs --strategies"],
    [["--experiment", `${path}/bad.json`, ...out], "Cannot load the strategies: 2 problems"],
    [
      ["--experiment", `${path}/minutes.json`, ...out],
      "Expected the time frame of the bars but found 5m for spy (1d), QQQ (1d); bars are not resampled",
    ],
    [["--experiment", `${path}/exp.json`, ...out, "--filter", "trade > 3"], 'mean "trades"?'],
    [["--out", path, "--list"], "manifest.jsonl, line 1: expected an event"],
    [
      ["--experiment", `${path}/exp.json`, "--out", path],
      "manifest.jsonl, line 1: expected an event",
    ],
    [["--out", `${path}/empty`, "--show", "12"], "expected an experiment but found none"],
  ];
  const runs = await Promise.all(cases.map(([flags]) => runScript("run_batch.ts", flags)));
  runs.forEach(({ code, stderr }, index) => {
    assertEquals([code, stderr.includes(cases[index][1])], [2, true], stderr);
  });
});

Deno.test("run_batch.ts stops at Ctrl-C with 130, and the same command goes on", async () => {
  using directory = await directoryOf({
    ...files,
    "long.csv": barsCsv(30_000),
    "many.json": JSON.stringify({
      ...file,
      strategies: ["crossing.json"],
      instruments: ["long.csv"],
      params: {},
      grids: [{
        axes: { length: { range: [2, 800] }, "settings.slippage.fixed": [0, 1] },
      }],
    }),
  });
  const out = `${directory.path}/out`;
  const args = ["--experiment", `${directory.path}/many.json`, "--out", out, "--max-workers", "0"];
  const script = new URL("../scripts/run_batch.ts", import.meta.url).href;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", script, ...args],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let over = false;
  const ended = child.output().finally(() => {
    over = true;
  });
  const hasBegun = (): boolean => {
    try {
      return Deno.readTextFileSync(`${out}/manifest.jsonl`).includes('"running"');
    } catch {
      return false;
    }
  };
  while (!over && !hasBegun()) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!over) child.kill("SIGINT");
  const { code, signal, stdout, stderr } = await ended;
  assertEquals([code, signal], [130, null], new TextDecoder().decode(stderr));
  assertStringIncludes(new TextDecoder().decode(stdout), "stopped: the same command goes on");
  const list = await runScript("run_batch.ts", ["--out", out, "--list"]);
  assertStringIncludes(list.stdout, "Experiment batch, 1 pending");
  const again = await runScript("run_batch.ts", args);
  assertEquals(again.code, 0, again.stderr);
  assertStringIncludes(again.stdout, "1 of 1 simulation completed");
});

Deno.test("experiment.schema.json accepts experiments and refuses what is none", async () => {
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(schema, JSON.parse(JSON.stringify(experimentSchema())), "run deno task schema");
  const ajv = new Ajv.default({
    strict: true,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
  });
  const accepts = ajv.compile(schema);
  assert(accepts(file), ajv.errorsText(accepts.errors));
  const dear = { name: "dear", commission: { percent: 0.002 } };
  const several = { ...file, settings: [{ name: "cheap" }, dear] };
  assert(accepts(several), ajv.errorsText(accepts.errors));
  const wrong: [why: string, changes: Record<string, unknown>][] = [
    ["no strategy", { strategies: [] }],
    ["a strategy without sides", { strategies: [{ name: "x" }] }],
    ["an instrument without data", { instruments: [{ name: "x" }] }],
    ["a strange axis", { grids: [{ axes: { n: { rnge: [1, 2] } } }] }],
    ["a grid without axes", { grids: [{ where: "a < b" }] }],
    ["strange settings", { settings: { cash: "much" } }],
    ["settings of a list without a name", { settings: [{ cash: 1000 }] }],
    ["strange settings of a list", { settings: [{ ...dear, csh: 1000 }] }],
    ["a strange field", { setings: {} }],
  ];
  for (const [why, changes] of wrong) assert(!accepts({ ...file, ...changes }), why);
});
