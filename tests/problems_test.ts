import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { close, gt, lag } from "../codegen/define/builders.ts";
import { sma } from "../codegen/define/indicator_builders.ts";
import { param } from "../codegen/define/param.ts";
import { paramValues } from "../codegen/define/param_values.ts";
import { DefinitionError, type Problem } from "../codegen/define/problem.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { backtest } from "../engine/run/backtest.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { problemsOf } from "./hostile/quick.ts";
import { handBars } from "./matrix/bars.ts";

/** Paths in order of the alphabet, for the order of reading is not promised. */
function paths(problems: readonly Problem[]): string[] {
  return problems.map(({ path }) => path).toSorted();
}

const broken: unknown = {
  name: "",
  params: { k: { default: 5, max: 3 }, sma: 1, n: { default: "2" } },
  let: { close: 1, a: "smaa(close, 3)" },
  long: { enter: "1 < close < 2", exit: "close[-1] > 1 && foo(3)" },
  short: { exit: true },
  risk: [
    { stopLoss: 2 },
    { breakOut: 1 },
    { timeStop: 0 },
    { takeProfit: { price: "close & 3" } },
  ],
  size: { shares: 3 },
  extra: 1,
};

Deno.test("strategy() reports every problem of a definition at once", () => {
  assertEquals(paths(problemsOf(() => strategy(broken as never))), [
    "definition",
    "let.a",
    "let.close",
    "long.enter",
    "long.exit",
    "long.exit",
    "name",
    "params.k",
    "params.n",
    "params.sma",
    "risk[0].stopLoss",
    "risk[1]",
    "risk[2].timeStop",
    "risk[3].takeProfit.price",
    "short.enter",
    "size",
  ]);
});

Deno.test("problems of text carry snippet, place and remedy", () => {
  const problems = problemsOf(() => strategy(broken as never));
  const at = (path: string): Problem => problems.find((problem) => problem.path === path)!;
  assertEquals(at("long.enter").snippet, "1 < close < 2");
  assertEquals(at("long.enter").remedy, "write 1 < close && close < 2");
  assertEquals(at("let.a").remedy, 'did you mean "sma"?');
  const foo = problems.find(({ snippet }) => snippet === "foo");
  assertEquals([foo?.path, foo?.place], ["long.exit", "close[-1] > 1 && ".length]);
  assertStringIncludes(at("long.exit").message, "looks ahead");
});

Deno.test("DefinitionError tells what was attempted and every problem in its message", () => {
  const error = new DefinitionError("make it", [
    { path: "long.enter", message: "Expected a but found b", snippet: "b", place: 4, remedy: "c" },
    { path: "size", message: "Expected d" },
  ]);
  assertEquals(error.message.split("\n"), [
    "Cannot make it: 2 problems",
    '  long.enter: Expected a but found b, in "b" at character 5; c',
    "  size: Expected d",
  ]);
  const problems = problemsOf(() => strategy(broken as never));
  const { message } = new DefinitionError("make it", problems);
  for (const problem of problems) {
    assertStringIncludes(message, `${problem.path}: ${problem.message}`);
  }
});

Deno.test("settings() reports every problem at once", () => {
  const input: unknown = {
    cash: -1,
    fee: 3,
    commission: { percent: "x", prcent: 1 },
    execution: { fill: "nextopen", cooldown: 1.5 },
    statistics: { zone: "Mars/Olympus" },
  };
  const problems = problemsOf(() => settings(input as never));
  assertEquals(paths(problems), [
    "cash",
    "commission",
    "commission.percent",
    "definition",
    "execution.cooldown",
    "execution.fill",
    "statistics.zone",
  ]);
  const remedies = problems.map(({ remedy }) => remedy).filter((remedy) => remedy !== undefined);
  assertEquals(remedies.toSorted(), [
    'did you mean "nextOpen"?',
    'did you mean "percent"?',
    'write an IANA name in quotes, such as "America/New_York", or "UTC"',
  ]);
});

const swept: Strategy = strategy({
  name: "swept",
  params: { n: 3, k: 1, f: 0.1, hold: 2, q: 1, fast: 2, slow: { default: 4, min: 2, max: 9 } },
  long: { enter: "sma(close, n) > close[k]", exit: "macd(close, fast, slow).line > 0" },
  risk: [{ stopLoss: "f" }, { timeStop: { bars: "hold + 1" } }],
  size: { units: "q" },
});

Deno.test("paramValues() reports everything that the values of a run break", () => {
  const given = { n: 2.5, k: -1, f: 1.5, hold: -1, q: -1, fast: 5, slow: 5 };
  assertEquals(paths(problemsOf(() => paramValues(swept, given))), [
    "long.enter",
    "long.enter",
    "long.exit",
    "risk[0].stopLoss",
    "risk[1].timeStop",
    "size.units",
  ]);
  const unknown = problemsOf(() => paramValues(swept, { slo: 3, k: NaN, slow: 10 }));
  assertEquals(paths(unknown), ["params.k", "params.slo", "params.slow"]);
  assertEquals(unknown.find(({ path }) => path === "params.slo")?.remedy, 'did you mean "slow"?');
});

Deno.test("lengths are whole numbers >= 1 and lags >= 0, also through params of a run", () => {
  for (const n of [0, -1, 2.5, 1e9, -0.5, Number.MIN_VALUE]) {
    const [problem] = problemsOf(() => backtest(swept, handBars, { params: { n } }), `n ${n}`);
    assertEquals(problem.path, "long.enter");
    problemsOf(() => strategy({ name: "x", long: { enter: gt(sma(close, n), 1) } }), `sma ${n}`);
    problemsOf(
      () => strategy({ name: "x", long: { enter: `rising(close, ${n})` } }),
      `rising ${n}`,
    );
  }
  for (const k of [-1, 0.5, -1e-9, 1e9]) {
    problemsOf(() => backtest(swept, handBars, { params: { k } }), `k ${k}`);
    problemsOf(() => strategy({ name: "x", long: { enter: gt(lag(close, k), 1) } }), `lag ${k}`);
  }
  for (const bad of [NaN, Infinity, "3", null, undefined, 3n, {}]) {
    problemsOf(() => backtest(swept, handBars, { params: { n: bad as never } }), `n ${bad}`);
  }
  const run = backtest(swept, handBars, { params: { n: 2, k: 0, hold: 0 } });
  assertEquals(run.params, { n: 2, k: 0, f: 0.1, hold: 0, q: 1, fast: 2, slow: 4 });
});

Deno.test("a negative lag is said to look ahead, wherever it comes from", () => {
  const k = param("k", 1);
  const made = strategy({ name: "x", long: { enter: gt(lag(close, k), 1) } });
  const works: readonly (() => unknown)[] = [
    () => strategy({ name: "x", long: { enter: "close[-1] > 1" } }),
    () => strategy({ name: "x", long: { enter: "lag(close, -1) > 1" } }),
    () => strategy({ name: "x", long: { enter: gt(lag(close, -1), 1) } }),
    () => strategy({ name: "x", params: { k: -1 }, long: { enter: "close[k] > 1" } }),
    () => strategy({ name: "x", params: { k: 1 }, long: { enter: "close[-k] > 1" } }),
    () => paramValues(made, { k: -1 }),
  ];
  const silent = works.filter((work) => {
    const { message, remedy = "" } = problemsOf(work, `${work}`)[0];
    return !/looks? ahead/.test(message + remedy);
  });
  assertEquals(silent.map(String), []);
});

Deno.test("backtest() refuses a direction and a mode of simulation that do not exist", () => {
  const both = { name: "x", long: { enter: true }, short: { enter: false } };
  for (const options of [{ direction: "long" }, { simMode: "evnt" }, { params: null }]) {
    const what = JSON.stringify(options);
    assert(problemsOf(() => backtest(both, handBars, options as never), what).length > 0);
  }
});

Deno.test("the sound parts of a text with problems are checked too", () => {
  const enter = "smaa(close, 3) > sma(close, 2.5) && foo(rsi(close > 1) > 3)";
  const problems = problemsOf(() => strategy({ name: "x", long: { enter } }));
  assertEquals(problems.map(({ snippet }) => snippet).sort(), ["2.5", "close > 1", "foo", "smaa"]);
});

Deno.test("runCompiled() refuses chunks that would never come to the end of the data", () => {
  const made = strategy({ name: "x", long: { enter: true } });
  for (const chunk of [0, -1, 1.5, NaN]) {
    const run = (): unknown => runCompiled(made, handBars, { settings: settings(), chunk });
    assertEquals(problemsOf(run, `chunk ${chunk}`)[0].path, "chunk");
  }
});
