import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { functions } from "../codegen/define/functions.ts";
import { signature } from "../codegen/define/function_spec.ts";
import { filterSpecs } from "../codegen/define/filter.ts";
import { orderSpecs } from "../codegen/define/orders.ts";
import { ruleSpecs } from "../codegen/define/rules.ts";
import { sizeSpecs } from "../codegen/define/sizes.ts";
import { choices, numbers } from "../codegen/define/settings.ts";
import { statistics } from "../engine/stats/registry.ts";
import { barsCsv, crossing, directoryOf, namesIn, runScript } from "./script_run.ts";

const library = new URL("../codegen/mod.ts", import.meta.url).href;

/** Whose logarithm never gives the same twice. */
const different = `let calls = 0;
  Math.log = () => ++calls;
  export default { name: "different", long: { enter: "log(close) % 7 > 3", exit: "log(close) % 5 > 2" } };`;

const defective =
  `Date.prototype.toISOString = () => { throw new TypeError("Cannot tell the time"); };
  export default { name: "defective", long: { enter: true } };`;

const directory = await directoryOf({
  "bars.csv": barsCsv(60),
  "one.csv": barsCsv(1),
  "header.csv": barsCsv(0),
  "empty.csv": "",
  "nan.csv": barsCsv(3).replace(/(01-02,)[^,]*/, "$1NaN"),
  "strategy.json": JSON.stringify(crossing),
  "column.json": JSON.stringify({ name: "column", long: { enter: "sentiment > 0" } }),
  "settings.json": '{ "cash": 5000 }',
  "module.ts": `import { close, crossOver, crossUnder, param, sma, strategy } from "${library}";
    const mean = sma(close, param("length", 3));
    const exit: unknown = crossUnder(close, mean);
    export default strategy({
      name: "module", long: { enter: crossOver(close, mean), exit: exit as ReturnType<typeof crossUnder> } });`,
  "different.js": different,
  "defective.js": defective,
});
const inside = (name: string): string => `${directory.path}/${name}`;
globalThis.addEventListener("unload", () => directory[Symbol.dispose]());

function run(data: string, strategy: string, ...rest: string[]): ReturnType<typeof runScript> {
  const args = ["--data", inside(data), "--strategy", inside(strategy), ...rest];
  return runScript("backtest.ts", args);
}

Deno.test("backtest.ts prints statistics, trades, charts, returns and times, and writes the files", async () => {
  const out = inside("new/out");
  const settings = ["--config", inside("settings.json"), "--param", "length=4", "--verify"];
  const { code, stdout, stderr } = await run(
    "bars.csv",
    "strategy.json",
    ...settings,
    "--out",
    out,
  );
  assertEquals([code, stderr], [0, ""]);
  const wanted = [
    "crossing on bars, 2020-01-01 to 2020-02-29, 60 bars",
    "length = 4",
    "5,000.00",
    "All trades",
    "┤",
    "Returns by month and year",
    "Verified: ",
    `Written: ${out}`,
    "Time (ms): start ",
  ];
  for (const text of wanted) assertStringIncludes(stdout, text);
  assert(!stdout.includes("\x1b"));
  assertEquals(await namesIn(out), ["equity.csv", "result.json", "trades.csv"]);
});

Deno.test("backtest.ts --json prints what it writes, and --quiet nothing", async () => {
  const span = ["--from", "2020-01-05", "--to", "2020-01-20", "--direction", "long"];
  const against = ["--benchmark", "close"];
  const json = await run(
    "bars.csv",
    "module.ts",
    "--json",
    ...span,
    ...against,
    "--out",
    inside("json"),
  );
  assertEquals([json.code, json.stderr], [0, ""]);
  assertEquals(json.stdout, await Deno.readTextFile(inside("json/result.json")));
  const { data, run: how, strategy } = JSON.parse(json.stdout);
  assertEquals([data.bars, data.first], [16, Date.UTC(2020, 0, 5)]);
  assertEquals(how, { direction: "LONG", simMode: "batch", benchmark: "close" });
  assertEquals(strategy.params, { length: 3 });

  const event = ["--sim-mode", "EVENT", "--format", "arrow"];
  const quiet = await run("bars.csv", "module.ts", "--quiet", ...event, "--out", inside("arrow"));
  assertEquals(quiet, { code: 0, stdout: "", stderr: "" });
  assertEquals(await namesIn(inside("arrow")), ["equity.arrow", "result.json", "trades.arrow"]);
});

Deno.test("backtest.ts --rolling writes a row for each sample, empty before the window", async () => {
  const out = inside("rolling");
  const window = ["--rolling", "20", "--quiet", "--out", out];
  assertEquals((await run("bars.csv", "strategy.json", ...window)).code, 0);
  const lines = (await Deno.readTextFile(`${out}/rolling.csv`)).trimEnd().split("\n");
  assertEquals([lines.length, lines[0]], [61, "index,time,volatility,sharpe,drawdown"]);
  assertEquals(lines.findIndex((line) => /(?:,-?[\d.]+){3}$/.test(line)), 20);
  const { files } = JSON.parse(await Deno.readTextFile(`${out}/result.json`));
  assertEquals(files, ["equity.csv", "trades.csv", "rolling.csv"]);
});

Deno.test("backtest.ts runs on one bar and on none", async () => {
  const [one, none] = await Promise.all([
    run("one.csv", "strategy.json"),
    run("header.csv", "strategy.json"),
  ]);
  assertEquals([one.code, none.code, one.stderr, none.stderr], [0, 0, "", ""]);
  assertStringIncludes(one.stdout, "1 bar\n");
  assertStringIncludes(none.stdout, "there are no bars");
});

Deno.test("backtest.ts ends with 2 and a message for what the caller can put right", async () => {
  const cases: [run: ReturnType<typeof run>, message: string][] = [
    [run("bars.csv", "strategy.json", "--verfy"), "did you mean --verify?"],
    [run("bars.csv", "strategy.json", "--benchmark", "clsoe"), 'did you mean "close"?'],
    [run("bars.csv", "strategy.json", "--rolling", "20"), "under --out, which is missing"],
    [run("bars.csv", "strategy.json", "--rolling", "1", "--out", inside("x")), "number >= 2"],
    [run("bars.csv", "strategy.json", "--json", "--quiet"), "expected one of them"],
    [run("bars.csv", "strategy.json", "--param", "lenght=4"), 'did you mean "length"?'],
    [run("bars.csv", "strategy.json", "--out", inside("bars.csv")), "Cannot write into"],
    [run("empty.csv", "strategy.json"), "empty.csv, 1 problem:"],
    [run("nan.csv", "strategy.json"), "Line 3 (2020-01-02"],
    [run("bars.csv", "column.json"), 'found "sentiment"'],
    [run("missing.csv", "strategy.json"), "found no such file"],
  ];
  for (const [ending, message] of cases) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
});

Deno.test("backtest.ts ends with 3 where --verify finds a difference", async () => {
  const out = inside("different");
  const { code, stdout, stderr } = await run("bars.csv", "different.js", "--verify", "--out", out);
  assertEquals([code, stdout], [3, ""], stderr);
  assertStringIncludes(stderr, "Compiled run and reference differ");
  assert(!(await namesIn(directory.path)).includes("different"));
});

Deno.test("backtest.ts ends with 4 and a stack trace for a defect", async () => {
  const { code, stdout, stderr } = await run("bars.csv", "defective.js");
  assertEquals([code, stdout], [4, ""], stderr);
  assert(/^TypeError: Cannot tell the time\n\s+at /m.test(stderr), stderr);
});

Deno.test("backtest.ts --list prints every name of every registry, and a line about it", async () => {
  const { code, stdout, stderr } = await runScript("backtest.ts", ["--list"]);
  assertEquals([code, stderr], [0, ""]);
  const known = [
    ...[...functions.values()].map((spec) => [signature(spec), spec.summary]),
    ...Object.entries(ruleSpecs).map(([name, { forms }]) => [name, forms.join(", ")]),
    ...Object.entries(sizeSpecs).map(([name, { summary }]) => [name, summary]),
    ...Object.entries(orderSpecs).map(([name, { summary }]) => [name, summary]),
    ...Object.entries(filterSpecs).map(([name, { summary }]) => [name, summary]),
    ...Object.entries(choices).map(([name, [first]]) => [name, JSON.stringify(first)]),
    ...Object.entries(numbers).map(([name, bounds]) => [name, String(bounds.default)]),
    ...[...statistics.values()].map(({ name, summary }) => [name, summary]),
  ];
  const lines = stdout.split("\n");
  for (const [name, about] of known) {
    const line = lines.find((line) => line.includes(name) && line.includes(about));
    assert(line !== undefined, `${name}: expected a line with ${about}`);
  }
});

Deno.test("backtest.ts --help lists flags and exit codes", async () => {
  const { code, stdout, stderr } = await runScript("backtest.ts", ["--help"]);
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "--sim-mode batch|event");
  assertStringIncludes(stdout, "Exit codes: 0 done");
});
