import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { add, close, column, gt, lt, mul, sub } from "../codegen/define/builders.ts";
import type { Expression } from "../codegen/define/expression.ts";
import { atr, lowest, macd, sma } from "../codegen/define/indicator_builders.ts";
import { strategyToJson } from "../codegen/define/json.ts";
import { param } from "../codegen/define/param.ts";
import { placesOf } from "../codegen/define/places.ts";
import { percentOfEquity } from "../codegen/define/size_builders.ts";
import { stopLoss, takeProfit, timeStop, trailingStop } from "../codegen/define/rule_builders.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { arbitraryStrategy } from "./fuzz/strategies.ts";
import { problemsOf } from "./hostile/quick.ts";
import { rewritten } from "./matrix/rewritten.ts";

const fast = param("fast", 12, { min: 2, integer: true });
const slow = param("slow", 26, { max: 200 });
const line = macd(close, { fast, slow }).line;

const built = strategy({
  name: "everything",
  let: { line, up: gt(line, 0), two: 2 },
  long: { enter: gt(line, 0), exit: lt(sub(close, sma(close, slow)), column("Adj Close")) },
  short: { enter: lt(line, mul(2, atr())) },
  risk: [
    stopLoss(0.05),
    takeProfit({ distance: mul(2, atr(14)) }),
    trailingStop({ price: lowest(column("low"), 10) }),
    timeStop(20),
  ],
  size: percentOfEquity(0.95),
});

const json: StrategyInput = {
  name: "everything",
  params: { fast: { default: 12, min: 2, integer: true }, slow: { default: 26, max: 200 } },
  let: { line: "macd(close, fast, slow, 9).line", up: "line > 0", two: "2" },
  long: { enter: "up", exit: 'close - sma(close, slow) < column("Adj Close")' },
  short: { enter: "line < 2 * atr()" },
  risk: [
    { stopLoss: { fraction: "0.05" } },
    { takeProfit: { distance: "2 * atr(14)" } },
    { trailingStop: { price: "lowest(low, 10)" } },
    { timeStop: { bars: 20 } },
  ],
  size: { percentOfEquity: 0.95 },
};

Deno.test("builders, text and JSON give the same strategy", () => {
  assertEquals(strategy(json), built);
  assertEquals(strategy(json).hash, built.hash);
  assertEquals(strategy(JSON.parse(JSON.stringify(built))), built);
});

Deno.test("JSON.stringify(strategy) is its JSON form, which names its lets", () => {
  assertEquals(
    JSON.parse(JSON.stringify(built)),
    JSON.parse(JSON.stringify(strategyToJson(built))),
  );
  assertEquals(JSON.parse(JSON.stringify(built)), {
    name: "everything",
    params: { fast: { default: 12, min: 2, integer: true }, slow: { default: 26, max: 200 } },
    let: { line: "macd(close, fast, slow, 9).line", up: "line > 0", two: 2 },
    long: { enter: "up", exit: 'close - sma(close, slow) < column("Adj Close")' },
    short: { enter: "line < 2 * atr(14)" },
    risk: [
      { stopLoss: 0.05 },
      { takeProfit: { distance: "2 * atr(14)" } },
      { trailingStop: { price: "lowest(low, 10)" } },
      { timeStop: { bars: 20 } },
    ],
    size: { percentOfEquity: 0.95 },
  });
});

Deno.test("strategy() freezes all that it gives, and gives it back as it is", () => {
  const unfrozen: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Object.isFrozen(value)) unfrozen.push(path);
    for (const [key, item] of Object.entries(value)) visit(item, `${path}.${key}`);
  };
  visit(built, "strategy");
  visit(strategy(json), "strategy from text");
  visit(settings(), "settings");
  visit(param("k", 1), "param");
  assertEquals(unfrozen, []);
  assert(strategy(built) === built);
  assertEquals(settings(settings()), settings());
});

Deno.test("strategy() round trips through JSON", () => {
  fc.assert(
    fc.property(arbitraryStrategy, (made) => {
      const text = JSON.stringify(made);
      const read = strategy(JSON.parse(text));
      assertEquals(read, made);
      assertEquals(JSON.stringify(read), text);
    }),
    { numRuns: 500, seed: 1 },
  );
});

function parts(expression: Expression): Expression[] {
  if (expression.tag === "text") return [];
  return expression.tag === "call" ? [expression, ...expression.args.flatMap(parts)] : [expression];
}

Deno.test("strategy() with lets round trips through JSON and means the same as without", () => {
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(arbitraryStrategy, picks, (made, indices) => {
      const all = placesOf(made).flatMap(({ expression }) => parts(expression));
      const names = ["u", "first", "second"];
      const lets = indices.map((pick, index) => [names[index], all[pick % all.length]] as const);
      const named = strategy({ ...rewritten(made), let: Object.fromEntries(lets) });
      assertEquals(named.hash, made.hash);
      assertEquals(strategy(JSON.parse(JSON.stringify(named))), named);
    }),
    { numRuns: 500, seed: 2 },
  );
});

Deno.test("hash is of the meaning: not of the name, the lets or the way of writing", () => {
  const definition = { name: "a", long: { enter: "close > open" } };
  const { hash } = strategy(definition);
  assertMatch(hash, /^[0-9a-f]{16}$/);
  assertEquals(strategy({ ...definition, name: "b" }).hash, hash);
  assertEquals(strategy({ ...definition, let: { x: "close * 2" } }).hash, hash);
  assertEquals(strategy({ ...definition, size: { percentOfEquity: 1 } }).hash, hash);
  assertEquals(strategy({ ...definition, risk: [] }).hash, hash);
  assertEquals(strategy({ ...definition, long: { enter: "(close) > (open)" } }).hash, hash);
  for (
    const other of [
      { long: { enter: "close >= open" } },
      { long: { enter: "open > close" } },
      { short: { enter: "close > open" } },
      { size: { percentOfEquity: 0.5 } },
      { risk: [{ stopLoss: 0.1 }] },
      { long: { enter: "close > open", exit: "false" } },
    ]
  ) assertNotEquals(strategy({ ...definition, ...other }).hash, hash);
});

Deno.test("hash tells different random strategies apart", () => {
  const texts = new Map<string, string>();
  for (const made of fc.sample(arbitraryStrategy, { numRuns: 2000, seed: 3 })) {
    const text = JSON.stringify({ ...strategyToJson(made), name: "", let: {} });
    assertEquals(texts.get(made.hash) ?? text, text);
    texts.set(made.hash, text);
  }
});

Deno.test("param() keeps default and limits", () => {
  assertEquals(param("k", 3, { min: 1, max: 5, integer: true }), {
    tag: "param",
    name: "k",
    default: 3,
    min: 1,
    max: 5,
    integer: true,
  });
  assertEquals(param("k", 3, { integer: false }), param("k", 3));
  problemsOf(() => param("k", 0, { min: 1 }));
  problemsOf(() => param("k", 6, { max: 5 }));
  problemsOf(() => param("k", 1.5, { integer: true }));
  problemsOf(() => param("k", 2, { min: 3, max: 1 }));
  problemsOf(() => param("", 2));
});

Deno.test("strategy() knows the params that it uses, and refuses others", () => {
  const enter = gt(close, add(param("b", 1), param("a", 2)));
  assertEquals(Object.keys(strategy({ name: "x", long: { enter } }).params), ["a", "b"]);
  const unused = problemsOf(() => strategy({ name: "x", params: { a: 1 }, long: { enter: true } }));
  assertEquals(unused.map(({ path }) => path), ["params.a"]);
  const inLet = strategy({
    name: "x",
    params: { a: 1 },
    let: { b: "a + 1" },
    long: { enter: true },
  });
  assertEquals(Object.keys(inLet.params), ["a"]);
  const both = strategy({ name: "x", params: { a: 2 }, long: { enter: gt(close, param("a", 2)) } });
  assertEquals(both.params.a, param("a", 2));
});

Deno.test("strategy() refuses two meanings of one param", () => {
  const [problem] = problemsOf(() =>
    strategy({ name: "x", long: { enter: gt(param("a", 1), 0), exit: gt(param("a", 2), 0) } })
  );
  assertEquals(problem.path, "long.exit");
  const long = { enter: gt(param("a", 1, { min: 0 }), close) };
  problemsOf(() => strategy({ name: "x", params: { a: 1 }, long }));
});

Deno.test("lets may use those before them, and no name twice", () => {
  const define = (lets: Readonly<Record<string, string>>, enter = "b > 1"): Strategy =>
    strategy({ name: "x", params: { p: 2 }, let: lets, long: { enter: `${enter} && p > 0` } });
  const made = define({ a: "close * p", b: "a + 1" });
  assertEquals(made.long!.enter, define({}, "close * p + 1 > 1").long!.enter);
  assertEquals(Object.keys(made.let), ["a", "b"]);
  const paths = (lets: Readonly<Record<string, string>>): string[] =>
    problemsOf(() => define(lets)).map(({ path }) => path);
  assertEquals(paths({ p: "1", b: "2" }), ["let.p"]);
  assertEquals(paths({ b: "lag(1 < 2)" }), ["let.b"]);
  // A let that is not there yet is a column: the bars will not have it.
  assertEquals(define({ b: "c + 1", c: "2" }).let.b, add(column("c"), 1));
  assertEquals(define({ b: "close", up: "b > open" }, "up").let.up, gt(close, column("open")));
});

Deno.test("settings() has the defaults of the documents", () => {
  assertEquals(settings(), {
    cash: 100_000,
    leverage: 1,
    cashPolicy: "reduce",
    lot: 0,
    minQuantity: 0,
    maxQuantity: 0,
    tick: 0,
    commission: { percent: 0, perUnit: 0, perOrder: 0, minimum: 0, maximum: 0, tiers: [] },
    slippage: { percent: 0, fixed: 0, spread: 0, ticks: 0, impact: 0 },
    financing: { borrow: 0, interest: 0, marginInterest: 0, funding: "" },
    execution: {
      preset: "default",
      fill: "nextOpen",
      ambiguity: "stop",
      entryBarStops: true,
      trailTiming: "previous",
      opposite: "reverse",
      conflict: "none",
      pyramid: 0,
      cooldown: 0,
      cooldownAfter: "any",
      maxTradesPerDay: 0,
      zone: "UTC",
      atEnd: "open",
    },
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
  });
  assertEquals(settings({ lot: undefined as never }).lot, 0);
});
