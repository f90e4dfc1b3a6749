import { assert, assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { readRange } from "../scripts/backtest/read_range.ts";
import { traceText } from "../scripts/backtest/trace_text.ts";
import { InputError } from "../scripts/command/input_error.ts";
import { paint } from "../scripts/command/paint.ts";
import { parseBars, traceRun } from "../mod.ts";
import { barsCsv, crossing, directoryOf, runScript } from "./script_run.ts";

const directory = await directoryOf({
  "bars.csv": barsCsv(60),
  "strategy.json": JSON.stringify({ ...crossing, let: { mean: "sma(close, length)" } }),
  "watch.js":
    `export default { name: "watch", let: { x: "klose" }, long: { enter: "close > 1" } };`,
  "costs.json": '{ "cash": 5000, "commission": { "perOrder": 1 } }',
});
const inside = (name: string): string => `${directory.path}/${name}`;
globalThis.addEventListener("unload", () => directory[Symbol.dispose]());

function trace(range: string, ...rest: string[]): ReturnType<typeof runScript> {
  const files = ["--data", inside("bars.csv"), "--strategy", inside("strategy.json")];
  return runScript("backtest.ts", [...files, "--trace", range, ...rest]);
}

Deno.test("backtest.ts --trace prints what happens on each bar", async () => {
  const costs = ["--config", inside("costs.json"), "--param", "length=4", "--verify"];
  const { code, stdout, stderr } = await trace("2020-01-16:2020-01-18", ...costs);
  assertEquals([code, stderr], [0, ""]);
  const wanted = [
    "crossing on bars, bars 15 to 17 of 60\n\nBar 15, 2020-01-16: open 92.0536, high 93.5536, ",
    "\n  values    mean 92.8193",
    "\n  signals   long.enter\n  queued    long entry, market at the next open\n",
    "\n  levels    long: stop ",
    ": entry, market order of the signal on bar ",
    "; fee 1.00, reduced to buying power, holds ",
    "\n  position  long ",
    "\n  account   cash ",
    "\nVerified: compiled run and reference agree bit for bit\nTime (ms): start ",
  ];
  for (const text of wanted) assertStringIncludes(stdout, text);
  assertEquals(stdout.match(/^Bar \d+/gm), ["Bar 15", "Bar 16", "Bar 17"]);
});

Deno.test("backtest.ts --trace --json prints the rows of traceRun()", async () => {
  const { code, stdout, stderr } = await trace("3:40", "--json", "--direction", "long");
  assertEquals([code, stderr], [0, ""]);
  const rows = JSON.parse(stdout);
  const bars = parseBars(barsCsv(60));
  const expected = traceRun({ ...crossing, let: { mean: "sma(close, length)" } }, bars, {
    from: 3,
    to: 41,
  });
  assertEquals(rows.length, 38);
  assertEquals(
    rows.map((row: Record<string, unknown>) => [row.index, row.equity, row.signals, row.values]),
    expected.map(({ index, equity, signals, values }) => [index, equity, signals, values]),
  );
  const fills = rows.flatMap(({ actions }: { actions: { type: string }[] }) =>
    actions.filter(({ type }) => type === "fill")
  );
  assert(fills.length > 0 && fills.every((fill: object) => "signal_index" in fill));
});

Deno.test("backtest.ts --trace ends with 2 for what the caller can put right", async () => {
  const watch = ["--data", inside("bars.csv"), "--strategy", inside("watch.js")];
  const cases: [run: ReturnType<typeof trace>, message: string][] = [
    [trace("tomorrow"), 'expected FROM:TO, two indices of bars or two times, but found "tomorrow"'],
    [trace("60:"), "expected FROM to be the index of one of 60 bars"],
    [trace("9:5"), "Cannot use --trace 9:5: expected FROM not after TO"],
    [trace("9", "--out", inside("out")), "expected no --out"],
    [trace("9", "--benchmark", "close"), "--benchmark is for statistics"],
    [trace("9", "--param", "lenght=4"), 'did you mean "length"?'],
    [runScript("backtest.ts", [...watch, "--trace", "9"]), "let.x: Expected a column of the bars"],
    [
      runScript("backtest.ts", ["--data", "a", "--compare", "a", "b", "--trace", "9"]),
      "--trace tells of one strategy",
    ],
  ];
  for (const [ending, message] of cases) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
});

Deno.test("backtest.ts --trace --quiet prints nothing", async () => {
  assertEquals(await trace(":", "--quiet").then(({ code }) => code), 2);
  assertEquals(await trace("0:", "--quiet"), { code: 0, stdout: "", stderr: "" });
});

Deno.test("readRange() tells the colon of a range from those of a time of day", () => {
  assertEquals(readRange("12:"), { from: 12 });
  assertEquals(readRange(":2020-01-05"), { to: "2020-01-05" });
  assertEquals(readRange("7"), { from: 7, to: 8 });
  assertEquals(readRange("2020-01-05 09:30:15:"), { from: "2020-01-05 09:30:15" });
  assertEquals(readRange("2020-01-05 09:30"), {
    from: "2020-01-05 09:30",
    to: new Date("2020-01-05T09:30:00.001Z"),
  });
  assertEquals(readRange("2020-01-05T09:30Z:2020-01-05T16:00Z"), {
    from: "2020-01-05T09:30Z",
    to: "2020-01-05T16:00Z",
  });
  for (const text of ["", ":", "5:2020-01-05", "-1:5", "1.5:2", "a:b", "1:2:3"]) {
    assertThrows(() => readRange(text), InputError, "Cannot read --trace: expected FROM:TO");
  }
});

Deno.test("traceText() names levels, orders, refusals and ruin", () => {
  const csv = "time,open,high,low,close,volume\n" + [
    "2020-01-01,100,101,99,100,1",
    "2020-01-02,100,101,99,100,1",
    "2020-01-03,100,106,99.5,105,1",
    "2020-01-04,105,106,104,105,1",
    "2020-01-05,20,21,19,20,1",
  ].join("\n");
  const text = traceRun(
    {
      name: "levels",
      long: {
        enter: "close == 100",
        exit: "high > 105.5",
        exitOrder: { type: "stopLimit", price: "close - 4", limit: "close - 5", expires: 9 },
      },
      risk: [
        { trailingStop: { fraction: 0.1, after: { fraction: 0.2 } } },
        { breakEven: { after: 0.05 } },
        { takeProfit: { distance: 40 } },
        { scaleOut: [{ at: { distance: 20 }, fraction: 0.5 }] },
      ],
      size: { units: 100 },
    },
    parseBars(csv),
    { cash: 1000, leverage: 20, slippage: { fixed: 0.5 } },
  ).map(traceText);
  assertStringIncludes(
    text[1],
    "\n  levels    long: target 140.5, part 50 at 120.5, trail 90.45 (not in force), break-even 100.5 (not in force)" +
      "\n  fill      buy 100 at 100.5: entry, market order of the signal on bar 0; base 100, holds 100\n",
  );
  assertStringIncludes(
    text[2],
    "\n  queued    long exit (signal), stop at 101 with limit 100, last bar 11\n  position  long 100 at 100.5 since bar 1, profit 450.00\n",
  );
  assertStringIncludes(text[3], "\n  levels    long: stop 100.5 (breakEven), target 140.5,");
  assertStringIncludes(text[3], "\n  waits     long exit (signal), stop at 101 with limit 100");
  assertMatch(text[4], /fill {6}sell 100 at 19\.5: breakEven; base 20, holds 0/);
  assertStringIncludes(text[4], "\n  cancelled long exit (signal), stop at 101");
  assertStringIncludes(text[4], "; ruined, trading has ended");
});

Deno.test("paint() makes the heads of bars bold and losses red", () => {
  const text = paint("Bar 7, 2020-01-08: open 9\n  position  long 2 at 10, profit -2.00");
  assertStringIncludes(text, "\x1b[1mBar 7, 2020-01-08: open 9\x1b[22m\n");
  assertStringIncludes(text, "profit \x1b[31m-2.00\x1b[39m");
});
