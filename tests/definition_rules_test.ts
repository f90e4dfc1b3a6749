import { assertEquals, assertNotEquals } from "@std/assert";
import { close, high, low, mul } from "../codegen/define/builders.ts";
import { atr } from "../codegen/define/indicator_builders.ts";
import { param } from "../codegen/define/param.ts";
import { paramValues } from "../codegen/define/param_values.ts";
import {
  breakEven,
  scaleOut,
  sessionEnd,
  stopLoss,
  takeProfit,
  trailingStop,
} from "../codegen/define/rule_builders.ts";
import type { RuleInput } from "../codegen/define/rules.ts";
import { kelly, riskOfEquity, volatilityTarget } from "../codegen/define/size_builders.ts";
import type { SizeInput } from "../codegen/define/sizes.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { problemsOf } from "./hostile/quick.ts";

const long = { enter: true };

function withRisk(...risk: readonly RuleInput[]): Strategy {
  return strategy({ name: "x", long, risk });
}

function withSize(size: SizeInput, risk: readonly RuleInput[] = [{ stopLoss: 0.1 }]): Strategy {
  return strategy({ name: "x", long, risk, size });
}

/** Paths and messages of what is wrong with rules. */
function wrong(...risk: readonly unknown[]): string[] {
  return problemsOf(() => withRisk(...risk as RuleInput[]), JSON.stringify(risk))
    .map(({ path, message }) => `${path}: ${message}`);
}

function number(value: number): unknown {
  return { tag: "number", value };
}

/** The JSON form, which must be read back to the same strategy. */
function json(made: Strategy): { readonly [key: string]: unknown } {
  const text = JSON.stringify(made);
  assertEquals(strategy(JSON.parse(text)), made);
  assertEquals(JSON.stringify(strategy(JSON.parse(text))), text);
  return JSON.parse(text);
}

Deno.test("every rule is read from builders and text alike, and written in its shortest form", () => {
  const n = param("n", 2);
  const built = withRisk(
    stopLoss({ distance: mul(2, atr(14)) }),
    takeProfit({ riskMultiple: n }),
    trailingStop({ fraction: 0.03, after: { riskMultiple: 1 } }),
    breakEven({ after: { fraction: 0.02 }, offset: 0.001 }),
    scaleOut([{ at: { riskMultiple: 1 }, fraction: 0.5 }, {
      at: { riskMultiple: n },
      fraction: 0.25,
    }]),
    sessionEnd({ time: "15:55", zone: "America/New_York" }),
  );
  const written = {
    name: "x",
    params: { n: 2 },
    long: { enter: "true" },
    risk: [
      { stopLoss: { distance: "2 * atr(14)" } },
      { takeProfit: { riskMultiple: "n" } },
      { trailingStop: { fraction: 0.03, after: { riskMultiple: 1 } } },
      { breakEven: { after: 0.02, offset: 0.001 } },
      {
        scaleOut: [
          { at: { riskMultiple: 1 }, fraction: 0.5 },
          { at: { riskMultiple: "n" }, fraction: 0.25 },
        ],
      },
      { sessionEnd: { time: "15:55", zone: "America/New_York" } },
    ],
    size: { percentOfEquity: 1 },
  };
  assertEquals(json(built), written);
  assertEquals(strategy(written), built);
});

Deno.test("what a rule leaves out has its default", () => {
  assertEquals(
    withRisk(breakEven(0.02), sessionEnd("09:05")),
    withRisk(
      breakEven({ after: { fraction: 0.02 }, offset: 0 }),
      sessionEnd({ time: "09:05", zone: "UTC" }),
    ),
  );
  assertEquals(
    withRisk(stopLoss(0.1), breakEven({ riskMultiple: 1 })),
    withRisk(stopLoss(0.1), breakEven({ after: { riskMultiple: 1 }, offset: 0 })),
  );
  const { risk } = json(withRisk(
    breakEven({ after: 0.02, offset: 0 }),
    sessionEnd({ time: "23:59" }),
    scaleOut([{ at: { fraction: 0.1 }, fraction: 1 }]),
  ));
  assertEquals(risk, [
    { breakEven: 0.02 },
    { sessionEnd: "23:59" },
    { scaleOut: [{ at: 0.1, fraction: 1 }] },
  ]);
  const [session] = withRisk(sessionEnd("15:55")).risk;
  assertEquals(session, { type: "sessionEnd", minute: 955, zone: "UTC" });
});

Deno.test("a break-even in multiples of the risk keeps its form", () => {
  const made = withRisk(stopLoss(0.1), breakEven({ after: { riskMultiple: 1 }, offset: -0.01 }));
  assertEquals(json(made).risk, [
    { stopLoss: 0.1 },
    { breakEven: { after: { riskMultiple: 1 }, offset: -0.01 } },
  ]);
});

Deno.test("gains, offsets and times of day have bounds", () => {
  assertEquals(wrong({ breakEven: 0 }), [
    "risk[0].breakEven: Expected a gain > 0 but found 0",
  ]);
  assertEquals(wrong({ breakEven: { after: { fraction: -1 }, offset: -1 } }), [
    "risk[0].breakEven.after.fraction: Expected a gain > 0 but found -1",
    "risk[0].breakEven.offset: Expected an offset > -1 but found -1",
  ]);
  assertEquals(wrong({ breakEven: { fraction: -1 } }), [
    "risk[0].breakEven.fraction: Expected a gain > 0 but found -1",
  ]);
  assertEquals(wrong({ breakEven: { offset: 0.1 } }), [
    "risk[0].breakEven.after: Expected a gain but found none",
  ]);
  assertEquals(wrong({ trailingStop: { fraction: 0.1, after: 0 } }), [
    "risk[0].trailingStop.after: Expected a gain > 0 but found 0",
  ]);
  assertEquals(wrong({ trailingStop: { after: 0.1 } }), [
    "risk[0].trailingStop: Expected one of fraction, distance, price but found none",
  ]);
  problemsOf(() => withRisk({ stopLoss: { fraction: 0.1, after: 0.1 } } as never));
  problemsOf(() => withRisk({ stopLoss: { riskMultiple: 1 } } as never));
  for (const time of ["24:00", "9:30", "09:60", "0930", "", 930, null, {}, [9, 30], "09:30\n"]) {
    assertEquals(problemsOf(() => withRisk({ sessionEnd: time as never }), `${time}`).length, 1);
  }
  problemsOf(() => withRisk(sessionEnd({ time: "09:30", zone: "Mars/Olympus" })));
});

Deno.test("parts go out at growing gains of one form, known before a run, of at most the whole", () => {
  const parts = (...parts: readonly unknown[]): string[] => wrong({ scaleOut: parts });
  const part = (at: unknown, fraction: unknown = 0.1): unknown => ({ at, fraction });
  const limit = "risk[0].scaleOut: Expected a list of 1 to 8 parts but found";
  assertEquals(parts(), [`${limit} 0`]);
  assertEquals(parts(...Array.from({ length: 9 }, (_, k) => part(k + 1))), [`${limit} 9`]);
  assertEquals(wrong({ scaleOut: { at: 1, fraction: 1 } }), [`${limit} an object`]);
  assertEquals(parts(part(0.1), part(0.1), part(0.05)), [
    "risk[0].scaleOut[1].at: Expected a gain > 0.1, that before it, but found 0.1",
    "risk[0].scaleOut[2].at: Expected a gain > 0.1, that before it, but found 0.05",
  ]);
  assertEquals(parts(part(0.1), part({ distance: 1 })), [
    "risk[0].scaleOut[1].at: Expected a fraction as of the first part but found a distance",
  ]);
  assertEquals(parts(part(0.1, 0.7), part(0.2, 0.4)), [
    "risk[0].scaleOut: Expected fractions whose sum is at most 1 but found 1.1",
  ]);
  assertEquals(parts(part("atr(14)"), part({ distance: close }, "close")), [
    "risk[0].scaleOut[0].at: Expected a number or parameter but found a series",
    "risk[0].scaleOut[1].at.distance: Expected a number or parameter but found a series",
    "risk[0].scaleOut[1].fraction: Expected a number or parameter but found a series",
  ]);
  assertEquals(parts(part(0, 1.5), { fraction: 0 }, {}).length, 6);
  const tenths = Array.from({ length: 8 }, (_, k) => ({ at: k + 1, fraction: k < 6 ? 0.1 : 0.2 }));
  assertEquals(withRisk(scaleOut(tenths)).risk.length, 1);
});

Deno.test("multiples of the risk need a stop that is in force from the entry on", () => {
  const remedy = "add { stopLoss: … } to risk";
  const late = trailingStop({ fraction: 0.1, after: 0.05 });
  const needing: readonly RuleInput[] = [
    takeProfit({ riskMultiple: 2 }),
    breakEven({ after: { riskMultiple: 1 } }),
    scaleOut([{ at: { riskMultiple: 1 }, fraction: 0.5 }]),
    trailingStop({ distance: 1, after: { riskMultiple: 1 } }),
  ];
  for (const rule of needing) {
    const isTrail = Object.hasOwn(rule, "trailingStop");
    const [problem] = problemsOf(() => withRisk(rule, ...(isTrail ? [] : [late])));
    assertEquals([problem.path, problem.remedy], [`risk[0].${Object.keys(rule)[0]}`, remedy]);
    assertEquals(withRisk(rule, stopLoss({ price: low })).risk.length, 2);
    if (!isTrail) assertEquals(withRisk(rule, trailingStop({ price: low })).risk.length, 2);
  }
  const [problem] = problemsOf(() => withSize(riskOfEquity(0.01), [late]));
  assertEquals([problem.path, problem.remedy], ["size.riskOfEquity", remedy]);
  assertEquals(withSize(riskOfEquity(0.01), [trailingStop(0.1)]).size.type, "riskOfEquity");
  // A stop that is wrong is not missing.
  assertEquals(wrong({ stopLoss: 2 }, { takeProfit: { riskMultiple: 2 } }).length, 1);
});

Deno.test("every size is read, and written with all of its fields", () => {
  assertEquals(json(withSize(mul(close, 2))).size, { units: "close * 2" });
  assertEquals(json(withSize("close * 2")).size, { units: "close * 2" });
  assertEquals(json(withSize(3)).size, { units: 3 });
  assertEquals(json(withSize(riskOfEquity("1 / high"))).size, { riskOfEquity: "1 / high" });
  assertEquals(json(withSize(volatilityTarget({ target: 0.15, window: 20 }))).size, {
    volatilityTarget: { target: 0.15, window: 20, periodsPerYear: 252 },
  });
  assertEquals(json(withSize(kelly({ fraction: 0.5, least: 0.1 }))).size, {
    kelly: { fraction: 0.5, trades: 20, least: 0.1 },
  });
  const { size } = withSize(kelly({ fraction: param("f", 0.5), trades: 3, least: 0.1 }));
  assertEquals(Object.keys(size), ["type", "fraction", "trades", "least"]);
  assertEquals(Object.isFrozen(size), true);
});

Deno.test("sizes have bounds, and those made of several numbers know them before a run", () => {
  const paths = (size: unknown): string[] =>
    problemsOf(() => withSize(size as SizeInput), JSON.stringify(size)).map(({ path }) => path);
  assertEquals(paths(0), ["size"]);
  assertEquals(paths({ riskOfEquity: 0 }), ["size.riskOfEquity"]);
  assertEquals(paths({ volatilityTarget: { target: 0, window: 1, periodsPerYear: 0 } }), [
    "size.volatilityTarget.target",
    "size.volatilityTarget.window",
    "size.volatilityTarget.periodsPerYear",
  ]);
  assertEquals(paths({ volatilityTarget: {} }), [
    "size.volatilityTarget.target",
    "size.volatilityTarget.window",
  ]);
  assertEquals(paths({ volatilityTarget: 0.1 }), ["size.volatilityTarget"]);
  assertEquals(paths({ kelly: { fraction: 1.1, trades: 0.5, least: 1.1 } }), [
    "size.kelly.fraction",
    "size.kelly.trades",
    "size.kelly.least",
  ]);
  assertEquals(paths({ kelly: { fraction: high, trades: close, least: "low" } }).length, 3);
  assertEquals(paths({ kelly: { fraction: 1, least: 1, most: 1 } }), ["size.kelly"]);
  assertEquals(paths({ kelly: { fraction: number(0), least: 1 } }), ["size.kelly.fraction"]);
});

Deno.test("paramValues() holds every rule and size against the values of a run", () => {
  const made = strategy({
    name: "x",
    params: { r: 2, a: 0.1, b: 0.2, p: 0.5, o: 0, n: 20 },
    long,
    risk: [
      { stopLoss: 0.1 },
      { takeProfit: { riskMultiple: "r" } },
      { trailingStop: { distance: 1, after: "r" } },
      { breakEven: { after: "r", offset: "o" } },
      { scaleOut: [{ at: "a", fraction: "p" }, { at: "b", fraction: "p" }] },
    ],
    size: { volatilityTarget: { target: "r", window: "n", periodsPerYear: "n" } },
  });
  const paths = (given: Readonly<Record<string, number>>): string[] =>
    problemsOf(() => paramValues(made, given), JSON.stringify(given)).map(({ path }) => path);
  assertEquals(paths({ r: 0, o: -1, n: 1 }), [
    "risk[1].takeProfit",
    "risk[2].trailingStop.after",
    "risk[3].breakEven.after",
    "risk[3].breakEven.offset",
    "size.volatilityTarget.target",
    "size.volatilityTarget.window",
  ]);
  assertEquals(paths({ p: 0.6 }), ["risk[4].scaleOut"]);
  assertEquals(paths({ a: 0.3 }), ["risk[4].scaleOut[1].at"]);
  assertEquals(paths({ a: -1, p: -1 }).length, 3);
  assertEquals(paramValues(made, { a: 0.15 }).get("a"), 0.15);
  const risky = strategy({
    name: "x",
    params: { f: 0.5 },
    long,
    risk: [{ stopLoss: 0.1 }],
    size: { kelly: { fraction: "f", trades: "f * 2", least: "f" } },
  });
  const problems = problemsOf(() => paramValues(risky, { f: 1.5 }));
  assertEquals(problems.map(({ path }) => path), ["size.kelly.fraction", "size.kelly.least"]);
});

Deno.test("hash covers rules and sizes, but not the order of the rules", () => {
  const rules: readonly RuleInput[] = [
    stopLoss(0.1),
    breakEven({ after: 0.1, offset: 0.01 }),
    sessionEnd({ time: "15:55", zone: "America/New_York" }),
    scaleOut([{ at: 0.1, fraction: 0.5 }]),
    trailingStop({ fraction: 0.1, after: 0.1 }),
  ];
  const { hash } = withRisk(...rules);
  assertEquals(withRisk(...rules.toReversed()).hash, hash);
  const others: readonly RuleInput[] = [
    breakEven({ after: 0.1, offset: 0.02 }),
    breakEven({ after: { riskMultiple: 0.1 }, offset: 0.01 }),
    sessionEnd({ time: "15:55", zone: "America/Chicago" }),
    sessionEnd({ time: "15:56", zone: "America/New_York" }),
    scaleOut([{ at: { distance: 0.1 }, fraction: 0.5 }]),
    scaleOut([{ at: 0.1, fraction: 0.6 }]),
    trailingStop({ fraction: 0.1, after: 0.2 }),
    trailingStop(0.1),
  ];
  for (const other of others) {
    const [name] = Object.keys(other);
    const changed = rules.map((rule) => Object.hasOwn(rule, name) ? other : rule);
    assertNotEquals(withRisk(...changed).hash, hash, JSON.stringify(other));
  }
  const sizes: readonly SizeInput[] = [
    { percentOfEquity: 0.1 },
    { riskOfEquity: 0.1 },
    volatilityTarget({ target: 0.1, window: 20 }),
    volatilityTarget({ target: 0.1, window: 21 }),
    kelly({ fraction: 0.1, least: 0.1 }),
    kelly({ fraction: 0.1, least: 0.1, trades: 21 }),
  ];
  assertEquals(new Set(sizes.map((size) => withSize(size).hash)).size, sizes.length);
});

Deno.test("the rules in docs/rules.md are rules", async () => {
  const page = await Deno.readTextFile(new URL("../docs/rules.md", import.meta.url));
  const [, text] = /^```json\n([\s\S]*?)^```$/m.exec(page)!;
  const { risk } = JSON.parse(text);
  assertEquals((json(withRisk(...risk)).risk as unknown[]).length, risk.length);
});
