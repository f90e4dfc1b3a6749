import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { barsCsv, crossing, directoryOf, runScript } from "./script_run.ts";

const directory = await directoryOf({
  "bars.csv": barsCsv(60),
  "a.json": JSON.stringify(crossing),
  "b.json": JSON.stringify({ ...crossing, name: "taking", risk: [{ takeProfit: 0.05 }] }),
  "other.json": JSON.stringify({
    name: "other",
    params: { level: 105 },
    long: { enter: "close > level", exit: "close < level" },
  }),
});
const inside = (name: string): string => `${directory.path}/${name}`;
globalThis.addEventListener("unload", () => directory[Symbol.dispose]());

function compare(left: string, right: string, ...rest: string[]): ReturnType<typeof runScript> {
  const strategies = ["--compare", inside(left), inside(right)];
  return runScript("backtest.ts", ["--data", inside("bars.csv"), ...strategies, ...rest]);
}

Deno.test("backtest.ts --compare prints two strategies beside each other", async () => {
  const { code, stdout, stderr } = await compare("a.json", "b.json", "--verify");
  assertEquals([code, stderr], [0, ""]);
  const wanted = [
    "Comparison on bars, 2020-01-01 to 2020-02-29, 60 bars",
    "  A  crossing, length = 3",
    "  B  taking, length = 3",
    "First different decision: bar ",
    "Same entry and exit",
    "Same side at the close: ",
    "Verified: ",
    "Time (ms): start ",
  ];
  for (const text of wanted) assertStringIncludes(stdout, text);
});

Deno.test("backtest.ts --compare gives each strategy the parameters it has", async () => {
  const params = ["--param", "length=5", "--param", "level=104"];
  const { code, stdout, stderr } = await compare("a.json", "other.json", "--json", ...params);
  assertEquals([code, stderr], [0, ""]);
  const { left, right, differences, trades } = JSON.parse(stdout);
  assertEquals([left.strategy.params, right.strategy.params], [{ length: 5 }, { level: 104 }]);
  assertEquals(
    differences.end_equity,
    right.statistics.end_equity - left.statistics.end_equity,
  );
  assertEquals(
    trades.same.trades + trades.same_entry.trades + trades.only_left.trades,
    left.statistics.trades,
  );
});

Deno.test("backtest.ts --compare ends with 2 for what the caller can put right", async () => {
  const cases: [run: ReturnType<typeof compare>, message: string][] = [
    [compare("a.json", "b.json", "--param", "lenght=5"), 'did you mean "length"?'],
    [compare("a.json", "b.json", "--out", inside("out")), "expected no --out"],
    [compare("a.json", "b.json", "--strategy", inside("a.json")), "found both"],
    [compare("a.json", "missing.json"), "missing.json: found no such file"],
  ];
  for (const [ending, message] of cases) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
});

Deno.test("backtest.ts --compare --quiet prints nothing", async () => {
  const run = await compare("a.json", "b.json", "--quiet", "--sim-mode", "event");
  assertEquals(run, { code: 0, stdout: "", stderr: "" });
});
