import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import { sweepResultSchema } from "../scripts/schema/sweep_result_schema.ts";
import { barsCsv, crossing, directoryOf, namesIn, runScript } from "./script_run.ts";

const schemaFile = new URL("../scripts/schema/sweep_result.schema.json", import.meta.url);
const files = {
  "bars.csv": barsCsv(300),
  "strategy.json": JSON.stringify(crossing),
  "grid.json": JSON.stringify({ axes: { length: { range: [2, 9] } }, where: "length != 5" }),
};

Deno.test("sweep.ts writes sets, blocks, curves and a result.json that its schema accepts", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const { code, stdout, stderr } = await runScript("sweep.ts", [
    ...["--data", `${path}/bars.csv`, "--strategy", `${path}/strategy.json`],
    ...["--sweep", "length=2:6:2,9", "--sweep", "settings.commission.percent=0,0.001"],
    ...["--where", "length > 2 || settings.commission.percent > 1"],
    ...["--by", "total_return", "--top", "2", "--keep-equity", "1"],
    ...["--filter", "trades > 1 && settings.commission.percent < 1"],
    ...["--out", `${path}/out`, "--json"],
  ]);
  assertEquals([code, stderr], [0, "6 sets x 300 bars\n"]);
  assertEquals(await namesIn(`${path}/out`), [
    "blocks.csv",
    "equity.csv",
    "result.json",
    "sets.csv",
  ]);
  const written = JSON.parse(await Deno.readTextFile(`${path}/out/result.json`));
  assertEquals(written, JSON.parse(stdout));
  const ajv = new Ajv.default({ strictTuples: false, allowUnionTypes: true });
  assert(ajv.validate(sweepResultSchema(), written), ajv.errorsText());
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(schema, JSON.parse(JSON.stringify(sweepResultSchema())), "run deno task schema");
  assertEquals(written.sets, { done: 6, failed: 0, waiting: 0 });
  assertEquals(written.best.filter, "trades > 1 && settings.commission.percent < 1");
  const [best, second] = written.best.sets;
  assert(best.statistics.total_return >= second.statistics.total_return);
  const lines = async (name: string): Promise<string[]> =>
    (await Deno.readTextFile(`${path}/out/${name}.csv`)).trimEnd().split("\n");
  const sets = await lines("sets");
  assertMatch(sets[0], /^set,state,length,settings\.commission\.percent,start,end,bars,/);
  assertEquals(sets.length, 7);
  assertMatch(sets[1], /^0,done,4,0,2020-01-01T00:00:00\.000Z,/);
  assertEquals((await lines("blocks")).length, 1 + 6 * 16);
  assertEquals((await lines("equity"))[0], `index,time,set_${best.set}`);
});

Deno.test("sweep.ts prints the best sets of a grid file", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const run = await runScript("sweep.ts", [
    ...["--data", `${path}/bars.csv`, "--strategy", `${path}/strategy.json`],
    ...["--grid", `${path}/grid.json`, "--max-workers", "999", "--top", "3"],
  ]);
  assertEquals(run.code, 0);
  assertMatch(
    run.stderr,
    /^7 sets x 300 bars\n999 Workers are more than the \d+ cores there are: taking \d+\n$/,
  );
  assertStringIncludes(run.stdout, "crossing on bars, 2020-01-01 to 2020-10-26, 300 bars, 7 sets");
  assertStringIncludes(run.stdout, "Best 3 of 7 sets by Sharpe");
  assertStringIncludes(run.stdout, "Stability of Sharpe over 7 sets");
});

Deno.test("sweep.ts counts one of a kind as one", async () => {
  using directory = await directoryOf({ ...files, "bars.csv": barsCsv(1) });
  const { path } = directory;
  const { code, stdout, stderr } = await runScript("sweep.ts", [
    ...["--data", `${path}/bars.csv`, "--strategy", `${path}/strategy.json`],
    ...["--sweep", "length=2"],
  ]);
  assertEquals([code, stderr], [0, "1 set x 1 bar\n"]);
  assertStringIncludes(stdout, "2020-01-01 to 2020-01-01, 1 bar, 1 set\n");
});

Deno.test("sweep.ts ends with 2 where flags, grid or strategy cannot be used", async () => {
  using directory = await directoryOf({
    ...files,
    "bad.json": JSON.stringify({ axes: { length: 3, other: [1] }, were: "length > 3" }),
  });
  const { path } = directory;
  const data = ["--data", `${path}/bars.csv`, "--strategy", `${path}/strategy.json`];
  const cases: [flags: string[], message: string][] = [
    [[], "expected --sweep or --grid but found neither"],
    [["--sweep", "length"], 'expected NAME=VALUES but found "length"'],
    [["--sweep", "length=3:x"], "expected numbers and ranges FROM:TO:STEP"],
    [["--sweep", "length=3", "--where", "length > 3"], "none of 1 fulfils the conditions"],
    [["--sweep", "length=1:9", "--by", "sharp"], "did you mean sharpe?"],
    [["--sweep", "length=1:9", "--filter", "trade > 3"], 'did you mean "trades"?'],
    [
      ["--sweep", "settings.comission.percent=0,0.1"],
      'did you mean "settings.commission.percent"?',
    ],
    [
      ["--sweep", "settings.commission.percent=0,0.1", "--where", "settings.comission.percent > 0"],
      'did you mean "settings.commission.percent"?',
    ],
    [["--sweep", "lengt=1:9"], 'did you mean "length"?'],
    [["--sweep", "length=0.5,2"], "Expected a whole number >= 1"],
    [["--grid", `${path}/bad.json`], 'found "were"; did you mean "where"?'],
    [["--sweep", "length=1:200000"], "Cannot run 200,000 sets unasked"],
  ];
  const runs = await Promise.all(
    cases.map(([flags]) => runScript("sweep.ts", [...data, ...flags])),
  );
  runs.forEach(({ code, stderr }, index) => {
    assertEquals([code, stderr.includes(cases[index][1])], [2, true], stderr);
  });
});
