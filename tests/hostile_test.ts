import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { call, close, column, gt } from "../codegen/define/builders.ts";
import { sma } from "../codegen/define/indicator_builders.ts";
import { param } from "../codegen/define/param.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { problemsOf, quick } from "./hostile/quick.ts";
import { hostileWords, identifiers } from "./hostile/words.ts";

const long = { enter: true };
/** A strategy from anything at all. */
function make(written: unknown): Strategy {
  return strategy(written as never);
}
/** An object with an own property of any name. */
function own(key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[key, value]]);
}

Deno.test("strategy() refuses hostile names of params and lets", () => {
  for (const name of hostileWords.filter((word) => !identifiers.includes(word))) {
    if (name === "columns" || name === "equity") continue;
    const what = JSON.stringify(name);
    problemsOf(() => make({ name: "x", params: own(name, 1), long }), `param ${what}`);
    problemsOf(() => make({ name: "x", let: own(name, "close"), long }), `let ${what}`);
    problemsOf(() => param(name, 1), `param() ${what}`);
    problemsOf(() => {
      const node = { tag: "param", name, default: 1 };
      return make({ name: "x", long: { enter: gt(close, node as never) } });
    }, `node of param ${what}`);
  }
});

Deno.test("strategy() takes odd identifiers as names of params and lets, and they stay inert", () => {
  for (const name of identifiers) {
    const made = quick(() =>
      make({ name: "x", params: own(name, 2), long: { enter: `close > ${name}` } })
    );
    assertEquals(Object.keys(made.params), [name]);
    assertEquals(make(JSON.parse(JSON.stringify(made))), made);
    const named = make({
      name: "x",
      let: own(name, "close * 2"),
      long: { enter: `open > ${name}` },
    });
    assertEquals(make(JSON.parse(JSON.stringify(named))), named);
  }
});

Deno.test("strategy() and settings() refuse hostile keys everywhere", () => {
  for (const key of hostileWords) {
    const what = JSON.stringify(key);
    problemsOf(() => make({ name: "x", long, ...own(key, {}) }), `key ${what}`);
    problemsOf(() => make({ name: "x", long: { ...long, ...own(key, true) } }), `signal ${what}`);
    problemsOf(() => make({ name: "x", long, risk: [own(key, 0.1)] }), `rule ${what}`);
    problemsOf(() => make({ name: "x", long, size: own(key, 1) }), `size ${what}`);
    problemsOf(
      () => make({ name: "x", long, risk: [{ stopLoss: own(key, 1) }] }),
      `form ${what}`,
    );
    problemsOf(
      () => make({ name: "x", params: { k: { default: 1, ...own(key, 1) } }, long }),
      `limit ${what}`,
    );
    problemsOf(() => settings(own(key, 1) as never), `setting ${what}`);
    problemsOf(() => settings({ commission: own(key, 1) as never }), `cost ${what}`);
    problemsOf(() => settings({ execution: { fill: key as never } }), `choice ${what}`);
    problemsOf(() => make({ name: "x", long: { enter: call(key, [close]) } }), `call ${what}`);
    problemsOf(
      () => make({ name: "x", long: { enter: gt(call("macd", [close], key), 1) } }),
      `output ${what}`,
    );
  }
});

Deno.test("strategy() reads own properties only", () => {
  const inherited = Object.create({ name: "x", long });
  assertEquals(problemsOf(() => make(inherited)).map(({ path }) => path), ["name", "definition"]);
  const node = Object.create({ tag: "boolean", value: true });
  problemsOf(() => make({ name: "x", long: { enter: node } }));
  const argument = Object.create(sma(close, 3));
  problemsOf(() => make({ name: "x", long: { enter: gt(argument, 1) } }));
  JSON.parse('{"__proto__":{"polluted":1}}', (_, value) => {
    if (typeof value === "object") problemsOf(() => make({ name: "x", long, ...value }));
    return value;
  });
  assertEquals((Object.prototype as { polluted?: unknown }).polluted, undefined);
});

Deno.test("strategy() takes any name of a column and of a strategy as data", () => {
  for (const name of hostileWords) {
    const made = quick(() => make({ name, long: { enter: gt(column(name), 1) } }));
    assertEquals(made.name, name);
    const text = make({ name, long: { enter: `column(${JSON.stringify(name)}) > 1` } });
    assertEquals(text, made);
    assertEquals(make(JSON.parse(JSON.stringify(made))), made);
  }
});

Deno.test("strategy() tells letters that look alike apart", () => {
  const latin = make({ name: "x", long: { enter: gt(column("close"), 1) } });
  const other = make({ name: "x", long: { enter: gt(column("\u0441lose"), 1) } });
  assertNotEquals(other.hash, latin.hash);
  const [problem] = problemsOf(() => make({ name: "x", long: { enter: "\u0441lose > 1" } }));
  assert(problem.message.includes("U+0441"), problem.message);
});

Deno.test("strategy(), param() and settings() refuse NaN and infinities, and take -0 as 0", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    const what = String(value);
    const raw = { tag: "number", value };
    problemsOf(() => make({ name: "x", long: { enter: gt(close, value) } }), what);
    problemsOf(() => make({ name: "x", long: { enter: gt(close, raw as never) } }), what);
    problemsOf(() => make({ name: "x", long: { enter: `close > ${what}` } }), what);
    problemsOf(() => make({ name: "x", long, size: { units: value } }), what);
    problemsOf(() => make({ name: "x", long, risk: [{ takeProfit: value }] }), what);
    problemsOf(() => make({ name: "x", long, risk: [{ timeStop: value }] }), what);
    problemsOf(() => make({ name: "x", params: { k: value }, long: { enter: "close > k" } }), what);
    problemsOf(() => param("k", value), what);
    problemsOf(() => param("k", 1, { min: value }), what);
    problemsOf(() => param("k", 1, { max: value }), what);
    problemsOf(() => settings({ cash: value }), what);
    problemsOf(() => settings({ commission: { percent: value } }), what);
  }
  const zero = make({ name: "x", long: { enter: gt(close, 0) } });
  assertEquals(make({ name: "x", long: { enter: gt(close, -0) } }).hash, zero.hash);
  assertEquals(make({ name: "x", long: { enter: "close > -0" } }), zero);
  assert(Object.is(param("k", -0).default, 0));
  assert(Object.is(settings({ lot: -0 }).lot, 0));
});

const noData: readonly unknown[] = [
  (): boolean => true,
  Symbol("x"),
  1n,
  new Date(0),
  new Map([["enter", true]]),
  /close/,
  null,
  [],
  new Proxy(() => true, {}),
];

Deno.test("strategy() refuses functions and other things where data is expected", () => {
  const paths = (written: unknown): string[] =>
    problemsOf(() => make(written)).map((at) => at.path);
  for (const thing of noData) {
    assert(paths(thing).length > 0);
    assertEquals(paths({ name: thing, long }), ["name"]);
    assertEquals(paths({ name: "x", long: { enter: thing } }), ["long.enter"]);
    assertEquals(paths({ name: "x", long: { enter: true, exit: thing } }), ["long.exit"]);
    assertEquals(paths({ name: "x", long: { enter: gt(close, thing as never) } }), ["long.enter"]);
    assertEquals(paths({ name: "x", let: { a: thing }, long })[0].slice(0, 5), "let.a");
    assertEquals(paths({ name: "x", params: { a: thing }, long })[0].slice(0, 8), "params.a");
    assertEquals(paths({ name: "x", long, size: thing }).length, 1);
    if (!Array.isArray(thing)) assertEquals(paths({ name: "x", long, risk: thing }), ["risk"]);
    assertEquals(paths({ name: "x", long, risk: [thing] }), ["risk[0]"]);
    assertEquals(paths({ name: "x", long, risk: [{ stopLoss: thing }] })[0].slice(0, 7), "risk[0]");
  }
});

Deno.test("settings() refuses functions and other things where data is expected", () => {
  for (const thing of noData) {
    const refused = (input: unknown): string => problemsOf(() => settings(input as never))[0].path;
    assertEquals(refused({ cash: thing }), "cash");
    assertEquals(refused({ commission: { percent: thing } }), "commission.percent");
    assertEquals(refused({ execution: { fill: thing } }), "execution.fill");
    assertEquals(refused({ statistics: { zone: thing } }), "statistics.zone");
    if (thing !== null && typeof thing !== "object") {
      assertEquals(refused({ execution: thing }), "execution");
    }
  }
});

Deno.test("strategy() does not drop a rule or size whose value is undefined", () => {
  const written = [
    { risk: [{ stopLoss: undefined }] },
    { risk: [{ stopLoss: { price: undefined } }] },
    { risk: [{ timeStop: { bars: undefined } }] },
    { size: { units: undefined } },
  ];
  for (const part of written) {
    problemsOf(() => make({ name: "x", long, ...part }), Deno.inspect(part));
  }
});

Deno.test("strategy() refuses a choice between a number and a condition", () => {
  for (const text of ["close > 1 ? 2 : true", "close > 1 ? close : open > 1"]) {
    problemsOf(() => make({ name: "x", long, size: { units: text } }), text);
  }
  const [problem] = problemsOf(() => make({ name: "x", long: { enter: "close > 1 ? true : 2" } }));
  assertEquals(problem.path, "long.enter");
});

Deno.test("strategy() refuses a mark of whole params that is no truth value", () => {
  const params = { k: { default: 2, integer: "yes" } };
  problemsOf(() => make({ name: "x", params, long: { enter: "close > k" } }));
});
