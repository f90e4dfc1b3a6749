import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import { portfolioSweepResultSchema } from "../scripts/schema/portfolio_sweep_result_schema.ts";
import { barsCsv, crossing, directoryOf, namesIn, runScript } from "./script_run.ts";

const schemaFile = new URL(
  "../scripts/schema/portfolio_sweep_result.schema.json",
  import.meta.url,
);
const bars = barsCsv(120);
const other = bars.split("\n").map((line, row) => {
  const [date, ...cells] = line.split(",");
  if (row === 0 || date === "") return line;
  return [date, ...cells.map((cell) => String(Number(cell) * (1 + row / 500)))].join(",");
}).join("\n");
const long = ["date,symbol,close"].concat(
  ...[["UP", other], ["FLAT", bars]].map(([symbol, text]) =>
    text.trimEnd().split("\n").slice(1).map((line) => {
      const [date, , , , close] = line.split(",");
      return `${date},${symbol},${close}`;
    })
  ),
).join("\n");
const files = {
  "FLAT.csv": bars,
  "UP.csv": other,
  "strategy.json": JSON.stringify({ ...crossing, risk: [], size: { percentOfEquity: 0.4 } }),
  "config.json": JSON.stringify({ cash: 50_000, maxPositions: 1 }),
  "bad.json": JSON.stringify({ cash: 50_000, maxPosition: 1 }),
  "rotation.js": `export default ({ days, count }) => {
    if (count > 2) throw new RangeError("there are two");
    return {
      weights: (_, bars) => {
        const before = bars.row("close", days);
        const gains = bars.row("close").map((now, asset) => now / before[asset]);
        const best = Math.max(...gains.filter((gain) => gain > 0));
        return gains.map((gain) => count === 2 ? 0.45 : gain === best ? 0.9 : 0);
      },
      every: 10,
    };
  };`,
};

Deno.test("sweep.ts sweeps a strategy with a rank over many assets", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const { code, stdout, stderr } = await runScript("sweep.ts", [
    ...["--data", `UP=${path}/UP.csv`, "--data", `FLAT=${path}/FLAT.csv`],
    ...["--strategy", `${path}/strategy.json`, "--rank", "close / close[5]"],
    ...["--sweep", "length=3,5", "--sweep", "settings.maxPositions=1,2"],
    ...["--config", `${path}/config.json`, "--benchmark", "FLAT", "--direction", "LONG"],
    ...["--by", "total_return", "--top", "2", "--keep-equity", "1"],
    ...["--out", `${path}/out`, "--json"],
  ]);
  assertEquals([code, stderr], [0, "4 sets x 120 bars x 2 assets\n"]);
  const names = ["blocks.csv", "equity.csv", "result.json", "sets.csv"];
  assertEquals(await namesIn(`${path}/out`), names);
  const written = JSON.parse(await Deno.readTextFile(`${path}/out/result.json`));
  assertEquals(written, JSON.parse(stdout));
  const ajv = new Ajv.default({ strictTuples: false, allowUnionTypes: true });
  assert(ajv.validate(portfolioSweepResultSchema(), written), ajv.errorsText());
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(
    schema,
    JSON.parse(JSON.stringify(portfolioSweepResultSchema())),
    "run deno task schema",
  );
  assertEquals(written.sets, { done: 4, failed: 0, waiting: 0 });
  assertEquals(written.data.symbols, ["UP", "FLAT"]);
  assertEquals([written.strategy.rank, written.strategy.direction], ["close / close[5]", "LONG"]);
  assertEquals(written.run, { simMode: "batch", benchmark: "FLAT" });
  const [best, second] = written.best.sets;
  assert(best.statistics.total_return >= second.statistics.total_return);
  // One set alone, by the program for single runs.
  const { params } = best;
  const config = { cash: 50_000, maxPositions: params["settings.maxPositions"] };
  await Deno.writeTextFile(`${path}/best.json`, JSON.stringify(config));
  const single = await runScript("portfolio.ts", [
    ...["--data", `UP=${path}/UP.csv`, "--data", `FLAT=${path}/FLAT.csv`],
    ...["--strategy", `${path}/strategy.json`, "--rank", "close / close[5]"],
    ...["--config", `${path}/best.json`, "--benchmark", "FLAT", "--direction", "LONG"],
    ...["--param", `length=${params.length}`, "--json"],
  ]);
  const { statistics } = JSON.parse(single.stdout);
  for (const [key, value] of Object.entries(best.statistics)) {
    assertEquals(value, statistics[key], key);
  }
});

Deno.test("sweep.ts sweeps the code of a module, and ends with 5 where some sets failed", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const { code, stdout, stderr } = await runScript("sweep.ts", [
    ...["--data", path, "--strategy", `${path}/rotation.js`],
    ...["--sweep", "days=5,10,20", "--sweep", "count=1,2,3", "--by", "total_return"],
    ...["--max-workers", "2", "--out", `${path}/out`],
  ]);
  assertEquals([code, stderr], [5, "9 sets x 120 bars x 2 assets\n"]);
  assertStringIncludes(stdout, "Code on 2 assets, 2020-01-01 to 2020-04-29, 120 bars");
  assertStringIncludes(stdout, "Best 6 of 6 sets by Total return");
  assertMatch(stdout, /Failed: 3 sets\n {2}set 2: RangeError: there are two\n/);
  const ajv = new Ajv.default({ strictTuples: false, allowUnionTypes: true });
  const written = JSON.parse(await Deno.readTextFile(`${path}/out/result.json`));
  assert(ajv.validate(portfolioSweepResultSchema(), written), ajv.errorsText());
  assertEquals([written.strategy, written.sets.failed], [null, 3]);
});

Deno.test("sweep.ts takes one file of many assets, for code as it is", async () => {
  using directory = await directoryOf({ ...files, "long.csv": long });
  const { path } = directory;
  const data = ["--data", `${path}/long.csv`, "--price-only", "--quiet"];
  const runs = await Promise.all([
    [...data, "--strategy", `${path}/rotation.js`, "--sweep", "days=5,10", "--param", "count=1"],
    [...data, "--strategy", `${path}/strategy.json`, "--sweep", "length=3,5", "--portfolio"],
  ].map((flags) => runScript("sweep.ts", flags)));
  assertEquals(runs.map(({ code, stderr }) => [code, stderr]), [[0, ""], [0, ""]]);
});

Deno.test("sweep.ts ends with 2 where flags, settings or sets over many assets cannot be used", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const two = ["--data", `UP=${path}/UP.csv`, "--data", `FLAT=${path}/FLAT.csv`];
  const one = ["--data", `${path}/UP.csv`];
  const strategy = ["--strategy", `${path}/strategy.json`];
  const rotation = ["--strategy", `${path}/rotation.js`];
  const cases: [flags: string[], message: string][] = [
    [
      [...one, ...strategy, "--sweep", "length=3", "--rank", "close"],
      "--rank is about many assets",
    ],
    [[...strategy, "--sweep", "length=3"], "--data: expected DATA but the flag is missing"],
    [[...two, ...strategy, "--sweep", "lengt=3"], 'did you mean "length"?'],
    [[...two, ...strategy, "--sweep", "length=3", "--config", `${path}/bad.json`], "maxPositions"],
    [[...two, ...rotation, "--sweep", "days=3", "--rank", "close"], "but found code"],
    [[...two, ...rotation, "--sweep", "days=3", "--direction", "LONG"], "but found code"],
    [[...two, ...strategy, "--sweep", "length=3", "--benchmark", "X"], "Expected a symbol"],
  ];
  const runs = await Promise.all(cases.map(([flags]) => runScript("sweep.ts", flags)));
  runs.forEach(({ code, stderr }, index) => {
    assertEquals([code, stderr.includes(cases[index][1])], [2, true], stderr);
  });
  const backtest = await runScript("backtest.ts", [...one, ...rotation]);
  assertEquals(backtest.code, 2);
  assertStringIncludes(backtest.stderr, "a function, which scripts/sweep.ts runs over many assets");
});
