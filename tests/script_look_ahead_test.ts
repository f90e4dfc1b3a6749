import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { DefinitionError } from "../codegen/define/problem.ts";
import { findLookAhead } from "../engine/run/look_ahead.ts";
import { seededLengths } from "../scripts/look_ahead/seeded_lengths.ts";
import { arbitraryRun } from "./fuzz/agree.ts";
import { barsCsv, crossing, directoryOf, runScript } from "./script_run.ts";

/** Buys more the more often a logarithm was taken, which is more often on more bars that were run before. */
const forgetful = `let calls = 0;
  Math.log = () => ++calls;
  export default { name: "forgetful", long: { enter: "log(close) % 7 > 3", exit: "log(close) % 5 > 2" } };`;

const directory = await directoryOf({
  "bars.csv": barsCsv(60),
  "one.csv": barsCsv(1),
  "strategy.json": JSON.stringify(crossing),
  "forgetful.js": forgetful,
  "settings.json": '{ "cash": 5000, "execution": { "atEnd": "close" } }',
});
const inside = (name: string): string => `${directory.path}/${name}`;
globalThis.addEventListener("unload", () => directory[Symbol.dispose]());

function run(data: string, strategy: string, ...rest: string[]): ReturnType<typeof runScript> {
  const args = ["--data", inside(data), "--strategy", inside(strategy), ...rest];
  return runScript("look_ahead.ts", args);
}

Deno.test("findLookAhead() finds nothing in random runs", () => {
  const property = fc.property(arbitraryRun, (random) => {
    const { strategy, bars, settings, direction, params } = random;
    const lengths = seededLengths(Math.max(0, bars.length - 1), { count: 3, seed: 1 });
    try {
      const found = findLookAhead(strategy, bars, { ...settings, direction, params, lengths });
      assertEquals(found, undefined);
    } catch (error) {
      // The direction may leave no side to trade.
      if (!(error instanceof DefinitionError)) throw error;
    }
  });
  fc.assert(property, { numRuns: 100, seed: 1 });
});

Deno.test("seededLengths() gives different numbers, the same for the same seed", () => {
  const lengths = seededLengths(1000, { count: 50, seed: 3 });
  assertEquals(new Set(lengths).size, 50);
  assert(lengths.every((length) => length >= 1 && length <= 1000));
  assertEquals(seededLengths(1000, { count: 50, seed: 3 }), lengths);
  assert(String(seededLengths(1000, { count: 50, seed: 4 })) !== String(lengths));
});

Deno.test("look_ahead.ts ends with 0 where runs on first bars are the beginning of the run", async () => {
  const settings = ["--config", inside("settings.json"), "--param", "length=4", "--runs", "30"];
  const [batch, event] = await Promise.all([
    run("bars.csv", "strategy.json", ...settings),
    run("bars.csv", "strategy.json", ...settings, "--sim-mode", "event"),
  ]);
  const stdout = "No look-ahead found: 30 runs on first bars of 60, seed 1\n";
  assertEquals([batch, event], Array(2).fill({ code: 0, stdout, stderr: "" }));
});

Deno.test("look_ahead.ts ends with 3 and the first bar and field that changed", async () => {
  const { code, stdout, stderr } = await run("bars.csv", "forgetful.js");
  assertEquals([code, stdout], [3, ""], stderr);
  assertMatch(stderr, /^Looks ahead at bar \d+ \(2020-.*\): .+ is \S+ on the first \d+ bars and /);
});

Deno.test("look_ahead.ts ends with 2 and a message for what the caller can put right", async () => {
  const cases: [run: ReturnType<typeof run>, message: string][] = [
    [run("bars.csv", "strategy.json", "--runs", "0"), "--runs: expected a whole number >= 1"],
    [run("bars.csv", "strategy.json", "--seed", "x"), "--seed: expected a whole number >= 0"],
    [run("one.csv", "strategy.json"), "expected at least 2 bars but found 1 bar"],
    [run("bars.csv", "strategy.json", "--param", "lenght=4"), 'did you mean "length"?'],
    [run("missing.csv", "strategy.json"), "found no such file"],
  ];
  for (const [ending, message] of cases) {
    const { code, stdout, stderr } = await ending;
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
});

Deno.test("look_ahead.ts --help shows flags, examples and exit codes", async () => {
  const { code, stdout, stderr } = await runScript("look_ahead.ts", ["--help"]);
  assertEquals([code, stderr], [0, ""]);
  for (const text of ["--runs COUNT", "Examples:", "3 a bar depends on a later one"]) {
    assertStringIncludes(stdout, text);
  }
});
