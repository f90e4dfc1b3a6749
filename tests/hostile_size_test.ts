import { assert, assertEquals } from "@std/assert";
import { add, close, gt, lag, mul } from "../codegen/define/builders.ts";
import { showCode } from "../codegen/compile.ts";
import type { Expression } from "../codegen/define/expression.ts";
import { ema, macd, zscore } from "../codegen/define/indicator_builders.ts";
import { param } from "../codegen/define/param.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { problemsOf, quick } from "./hostile/quick.ts";
import { seededBars } from "./matrix/bars.ts";

const long = { enter: true };
const bars = seededBars(50, 4);
const plain = settings();

function nest(levels: number, wrap: (inner: Expression) => Expression): Expression {
  let inner = close;
  for (let level = 0; level < levels; level++) inner = wrap(inner);
  return inner;
}

function above(expression: Expression): Strategy {
  return strategy({ name: "x", long: { enter: gt(expression, 1) } });
}

/** Everything that is done with a strategy, each at once. */
function assertHarmless(make: () => Strategy, what: string): void {
  const made = quick(make, what);
  quick(() => strategy(JSON.parse(JSON.stringify(made))), `the JSON of ${what}`);
  quick(() => showCode(made, plain), `the code of ${what}`);
  const compiled = quick(
    () => runCompiled(made, bars, { settings: plain, chunk: 7 }),
    `the run of ${what}`,
  );
  const reference = quick(
    () => runReference(made, bars, { settings: plain }),
    `the reference run of ${what}`,
  );
  assertEquals(firstDifference(compiled, reference), undefined, what);
}

Deno.test("strategy() refuses builder trees that are 10,000 deep", () => {
  for (
    const wrap of [
      (x: Expression) => add(x, 1),
      (x: Expression) => lag(x),
      (x: Expression) => ema(x, 2),
    ]
  ) {
    const deep = nest(10_000, wrap);
    const [problem, ...more] = problemsOf(() => above(deep));
    assertEquals(problem.path, "long.enter");
    assert(/levels of nesting/.test(problem.message), problem.message);
    assertEquals(more.length, 0);
    problemsOf(() => strategy({ name: "x", let: { deep }, long }));
    problemsOf(() => strategy({ name: "x", long, size: { units: deep } }));
  }
});

Deno.test("strategy() refuses text that is 10,000 deep", () => {
  const texts = [
    `${"(".repeat(10_000)}close${")".repeat(10_000)} > 1`,
    `${"-".repeat(10_000)}close > 1`,
    `${"!".repeat(10_000)}true`,
    `close${"[1]".repeat(10_000)} > 1`,
    `close${" + 1".repeat(10_000)} > 1`,
    `${"abs(".repeat(10_000)}close${")".repeat(10_000)} > 1`,
    `${"true ? ".repeat(10_000)}true${" : true".repeat(10_000)}`,
  ];
  for (const enter of texts) {
    problemsOf(() => strategy({ name: "x", long: { enter } }), enter.slice(0, 20));
  }
});

Deno.test("shared trees that would be exponential as text are refused at once", () => {
  const [problem] = problemsOf(() => above(nest(60, (x) => add(x, x))));
  assert(/at most 5000/.test(problem.message), problem.message);
  problemsOf(() => above(nest(60, (x) => zscore(add(x, x), 3))));
  const lets = Object.fromEntries(
    Array.from({ length: 60 }, (_, k) => [`a${k}`, k === 0 ? "close" : `a${k - 1} + a${k - 1}`]),
  );
  problemsOf(() => strategy({ name: "x", let: lets, long: { enter: "a59 > 1" } }));
});

Deno.test("expansions that read an argument several times do not multiply", () => {
  assertHarmless(() => above(nest(30, (x) => zscore(x, 3))), "30 zscores");
  assertHarmless(() => above(nest(10, (x) => add(x, x))), "ten doublings");
  const lengths = { fast: 2, slow: 3, signal: 2 };
  assertHarmless(() => above(nest(30, (x) => macd(x, lengths).histogram)), "30 histograms");
  assertHarmless(() => above(nest(30, (x) => macd(x, lengths).line)), "30 lines");
  assertHarmless(() => above(nest(90, (x) => mul(x, 1.001))), "90 products");
});

Deno.test("lengths far beyond the data cost nothing and mean the same", () => {
  for (
    const enter of [
      "sma(close, 100000000) > 1",
      "close[100000000] > 1",
      "sma(close, 2)[100000000] > 1",
      "highest(close + open, 100000000) > 1",
      "rising(close, 100000000)",
      "!(ema(close, 100000000) > 1)",
    ]
  ) assertHarmless(() => strategy({ name: "x", long: { enter } }), enter);
});

Deno.test("look-backs that add up to more than 2^31 bars are still look-backs", () => {
  const never = nest(22, (x) => ema(x, 1e8));
  assertHarmless(
    () => strategy({ name: "x", long: { enter: gt(1, 0) }, size: { units: never } }),
    "size",
  );
  const made = strategy({
    name: "x",
    long: { enter: { tag: "call", name: "!", args: [gt(never, 1)] } },
  });
  const compiled = runCompiled(made, bars, { settings: plain });
  assertEquals(firstDifference(compiled, runReference(made, bars, { settings: plain })), undefined);
});

Deno.test("a cooldown of more than 2^31 bars is refused or means the same", () => {
  const made = strategy({ name: "x", long: { enter: "rising(close)", exit: "falling(close)" } });
  for (const cooldown of [2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 1e15]) {
    let resolved;
    try {
      resolved = settings({ execution: { cooldown } });
    } catch {
      continue;
    }
    const reference = runReference(made, bars, { settings: resolved });
    for (const chunk of [1, 7, 1000]) {
      const compiled = runCompiled(made, bars, { settings: resolved, chunk });
      assertEquals(
        firstDifference(compiled, reference),
        undefined,
        `${cooldown} in chunks of ${chunk}`,
      );
    }
  }
});

Deno.test("huge lists are refused at once", () => {
  const many = <T>(item: (index: number) => T): T[] =>
    Array.from({ length: 10_000 }, (_, i) => item(i));
  const named = (value: unknown): Record<string, unknown> =>
    Object.fromEntries(many((index) => [`k${index}`, value]));
  const rules = many(() => ({ stopLoss: 0.1 }));
  problemsOf(() => strategy({ name: "x", long, risk: rules }), "rules");
  problemsOf(() => strategy({ name: "x", long, params: named(1) as never }), "params");
  const few = Object.fromEntries(Object.entries(named("unknown(close)")).slice(0, 500));
  problemsOf(() => strategy({ name: "x", long, let: few as never }), "lets");
  problemsOf(() => strategy({ name: "x", long, ...named(1) }), "keys");
  problemsOf(() => strategy({ name: "x", long, risk: [named(1) as never] }), "rule keys");
  problemsOf(() => settings(named(1) as never), "settings");
  const calls = many((index) => `abcdef${index}()`).join(", ").slice(0, 20_000);
  problemsOf(
    () => strategy({ name: "x", long: { enter: `max(${calls}())` } }),
    "unknown functions",
  );
});

Deno.test("many lets are read and written at once", () => {
  const big = nest(11, (x) => add(x, x));
  const lets = Object.fromEntries(Array.from({ length: 100 }, (_, k) => [`k${k}`, add(big, k)]));
  const made = quick(() => strategy({ name: "x", let: lets, long }), "100 lets");
  quick(() => JSON.stringify(made), "the JSON of 100 large lets");
  const chain = Object.fromEntries(
    Array.from({ length: 1000 }, (_, k) => [`k${k}`, k === 0 ? "close" : `k${k % 7} + ${k}`]),
  );
  const small = quick(() => strategy({ name: "x", let: chain, long }), "1000 small lets");
  quick(() => JSON.stringify(small), "the JSON of 1000 small lets");
});

Deno.test("very long names are refused with a short message", () => {
  const name = "a".repeat(1_000_000);
  const works: readonly (() => unknown)[] = [
    () => strategy({ name, long }),
    () => strategy({ name: "x", long, params: { [name]: 1 } }),
    () => strategy({ name: "x", long, let: { [name]: "close" } }),
    () => strategy({ name: "x", long, [name]: 1 } as never),
    () => strategy({ name: "x", long, risk: [{ [name]: 1 } as never] }),
    () => strategy({ name: "x", long: { enter: `${name.slice(0, 90_000)} > 1` } }),
    () => strategy({ name: "x", long: { enter: `${name.slice(0, 90_000)}(1) > 1` } }),
    () => above({ tag: "column", name }),
    () => above({ tag: "call", name, args: [] }),
    () => above({ tag: "call", name: "macd", args: [close], output: name }),
    () => above({ tag: "call", name: "sma", args: [close, 3 as never], output: name }),
    () => param(name, 1),
    () => settings({ [name]: 1 } as never),
    () => settings({ execution: { fill: name as never } }),
    () => settings({ statistics: { zone: name } }),
  ];
  const long_ = works.flatMap((work, index) => {
    const problems = problemsOf(work, `name ${index}`);
    const texts = problems.map(({ path, message, remedy = "" }) => path + message + remedy);
    return texts.some((text) => text.length > 1000) ? [`${work}`.slice(0, 80)] : [];
  });
  assertEquals(long_, []);
});
