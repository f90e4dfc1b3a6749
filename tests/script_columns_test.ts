import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseBars } from "../engine/data/csv.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { barsCsv, directoryOf, namesIn, runScript } from "./script_run.ts";

const directory = await directoryOf({ "bars.csv": barsCsv(40) });
const inside = (name: string): string => `${directory.path}/${name}`;
globalThis.addEventListener("unload", () => directory[Symbol.dispose]());

function run(...args: string[]): ReturnType<typeof runScript> {
  return runScript("columns.ts", ["--data", inside("bars.csv"), ...args]);
}

const texts = ["macd(close, 3, n, 4).signal", "close > open[1]", "-(close * 0)"];
const flags = [...texts.flatMap((text) => [`--expr=${text}`]), "--param", "n=6"];

Deno.test("columns.ts prints index, time and the same doubles as evaluateColumns()", async () => {
  const { code, stdout, stderr } = await run(...flags);
  assertEquals([code, stderr], [0, ""]);
  const [header, ...rows] = stdout.trimEnd().split("\n");
  assertEquals(header, 'index,time,"macd(close, 3, n, 4).signal",close > open[1],-(close * 0)');
  const cells = rows.map((row) => row.split(","));
  assertEquals(cells[39].slice(0, 2), ["39", "2020-02-09T00:00:00.000Z"]);
  const wanted = evaluateColumns(texts, parseBars(barsCsv(40)), { params: { n: 6 } });
  wanted.forEach((values, column) => {
    const found = cells.map((row) => row[column + 2] === "" ? NaN : Number(row[column + 2]));
    assertEquals(Float64Array.from(found), values);
  });
  assertEquals(cells[0][2], "");
  assertEquals(cells[0][4], "-0");
});

Deno.test("columns.ts writes the same into a file, from either engine, and takes a span", async () => {
  const [printed, batch, event] = await Promise.all([
    run(...flags),
    run(...flags, "--out", inside("out/batch.csv")),
    run(...flags, "--out", inside("event.csv"), "--sim-mode", "event"),
  ]);
  assertEquals([batch, event], Array(2).fill({ code: 0, stdout: "", stderr: "" }));
  assertEquals(await Deno.readTextFile(inside("out/batch.csv")), printed.stdout);
  assertEquals(await Deno.readTextFile(inside("event.csv")), printed.stdout);
  assertEquals(await namesIn(inside("out")), ["batch.csv"]);
  const span = await run("--expr", "close", "--from", "2020-01-03", "--to", "2020-01-04");
  assertEquals(span.stdout.trimEnd().split("\n").length, 3);
  assertStringIncludes(span.stdout, "\n0,2020-01-03T");
});

Deno.test("columns.ts ends with 2, writes nothing and says what can be put right", async () => {
  const out = ["--out", inside("none.csv")];
  const cases: [run: ReturnType<typeof runScript>, message: string][] = [
    [run(...out), "expected at least one --expr"],
    [run("--expr", "smaa(close, 3)", ...out), "sma"],
    [run("--expr", "clos", ...out), 'did you mean "close"?'],
    [run("--expr", "sma(close, n)", "--param", "n=0", ...out), "whole number >= 1 as n of sma"],
    [run("--expr", "close", "--param", "n=1", ...out), '(none) but found "n"'],
    [run("--expr", "close", "--out", directory.path), "but found a directory"],
    [runScript("columns.ts", ["--expr", "close"]), "--data: expected FILE"],
  ];
  for (const [ending, message] of cases) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
  assert(!(await namesIn(directory.path)).includes("none.csv"));
});

Deno.test("columns.ts --help shows flags, examples and exit codes", async () => {
  const { code, stdout, stderr } = await runScript("columns.ts", ["--help"]);
  assertEquals([code, stderr], [0, ""]);
  for (const text of ["--expr EXPRESSION", "Examples:", "Exit codes: 0 done"]) {
    assertStringIncludes(stdout, text);
  }
});
