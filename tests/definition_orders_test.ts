import { assertEquals, assertNotEquals } from "@std/assert";
import { close, high, low, mul } from "../codegen/define/builders.ts";
import type { FilterInput } from "../codegen/define/filter.ts";
import { limit, marketOnClose, stop, stopLimit } from "../codegen/define/order_builders.ts";
import type { OrderInput } from "../codegen/define/orders.ts";
import { param } from "../codegen/define/param.ts";
import { paramValues } from "../codegen/define/param_values.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { backtest } from "../engine/run/backtest.ts";
import { problemsOf } from "./hostile/quick.ts";
import { handBars } from "./matrix/bars.ts";

function withEntry(entry: OrderInput): Strategy {
  return strategy({ name: "x", long: { enter: true, entry } });
}

function withFilter(filter: FilterInput): Strategy {
  return strategy({ name: "x", long: { enter: true }, filter });
}

/** The JSON form, which must be read back to the same strategy. */
function json(made: Strategy): { readonly [key: string]: unknown } {
  const text = JSON.stringify(made);
  assertEquals(strategy(JSON.parse(text)), made);
  assertEquals(JSON.stringify(strategy(JSON.parse(text))), text);
  return JSON.parse(text);
}

function paths(work: () => unknown, what: unknown): string[] {
  return problemsOf(work, Deno.inspect(what)).map(({ path }) => path);
}

Deno.test("orders are read from builders and text alike", () => {
  const k = param("k", 5);
  const built = strategy({
    name: "x",
    long: {
      enter: true,
      exit: false,
      entry: limit(mul(close, 0.99), { expires: k }),
      exitOrder: stop(low),
    },
    short: {
      enter: false,
      exit: true,
      entry: stopLimit({ price: low, limit: mul(low, 0.99) }, { expires: 3 }),
      exitOrder: marketOnClose(),
    },
  });
  const written = {
    name: "x",
    params: { k: 5 },
    long: {
      enter: "true",
      exit: "false",
      entry: { type: "limit", price: "close * 0.99", expires: "k" },
      exitOrder: { type: "stop", price: "low" },
    },
    short: {
      enter: "false",
      exit: "true",
      entry: { type: "stopLimit", price: "low", limit: "low * 0.99", expires: 3 },
      exitOrder: { type: "marketOnClose" },
    },
    size: { percentOfEquity: 1 },
  } as const;
  assertEquals(json(built), written);
  assertEquals(strategy(written), built);
  assertEquals(Object.isFrozen(built.long!.entry), true);
});

Deno.test("a market order is the same as none", () => {
  const made = strategy({
    name: "x",
    long: { enter: true, exit: true, entry: { type: "market" }, exitOrder: { type: "market" } },
  });
  assertEquals(made, strategy({ name: "x", long: { enter: true, exit: true } }));
});

Deno.test("an order has what belongs to its type, and nothing else", () => {
  const wrong = (entry: unknown): string[] => paths(() => withEntry(entry as OrderInput), entry);
  assertEquals(wrong({}), ["long.entry.type"]);
  assertEquals(wrong("limit"), ["long.entry"]);
  assertEquals(wrong({ type: "Limit", price: 1 }), ["long.entry.type"]);
  assertEquals(wrong({ type: "limit" }), ["long.entry.price"]);
  assertEquals(wrong({ type: "stop", limit: 3 }), ["long.entry.price", "long.entry.limit"]);
  assertEquals(wrong({ type: "stopLimit" }), ["long.entry.price", "long.entry.limit"]);
  assertEquals(wrong({ type: "limit", price: 1, limit: 2 }), ["long.entry.limit"]);
  for (const type of ["market", "marketOnClose"]) {
    const keys = ["price", "limit", "expires"];
    const order = { type, price: 1, limit: 1, expires: 1 };
    assertEquals(wrong(order), keys.map((key) => `long.entry.${key}`));
  }
  assertEquals(wrong({ type: "limit", price: 1, cancel: 3 }), ["long.entry"]);
  assertEquals(wrong({ type: "limit", price: 0 }), ["long.entry.price"]);
  assertEquals(wrong({ type: "limit", price: true }), ["long.entry.price"]);
  for (const expires of [0, 1.5, -1, 1e9, "close", true]) {
    assertEquals(wrong({ type: "limit", price: high, expires }), ["long.entry.expires"]);
  }
});

Deno.test("an order of an exit needs an exit", () => {
  const side = { enter: true, exitOrder: marketOnClose() };
  const [problem] = problemsOf(() => strategy({ name: "x", short: side }));
  assertEquals([problem.path, problem.remedy], [
    "short.exitOrder",
    "add exit or leave the order out",
  ]);
});

Deno.test("paramValues() and columns are checked in orders too", () => {
  const made = strategy({
    name: "x",
    params: { p: 1, k: 1, n: 3 },
    long: { enter: true, entry: { type: "limit", price: "p", expires: "k" } },
    short: { enter: false, entry: { type: "stop", price: "sma(bid, n)" } },
  });
  const given = { p: 0, k: 0, n: 0 };
  assertEquals(paths(() => paramValues(made, given), given), [
    "long.entry.price",
    "long.entry.expires",
    "short.entry.price",
  ]);
  assertEquals(paths(() => backtest(made, handBars), made), ["short.entry.price"]);
});

Deno.test("hash covers orders", () => {
  const orders: readonly OrderInput[] = [
    { type: "market" },
    { type: "marketOnClose" },
    limit(10),
    stop(10),
    stop(11),
    stop(10, { expires: 3 }),
    stop(10, { expires: 4 }),
    stopLimit({ price: 10, limit: 11 }),
    stopLimit({ price: 11, limit: 10 }),
  ];
  assertEquals(new Set(orders.map((order) => withEntry(order).hash)).size, orders.length);
  const exit = strategy({ name: "x", long: { enter: true, exit: true, entry: limit(10) } });
  const exitOrder = strategy({
    name: "x",
    long: { enter: true, exit: true, exitOrder: limit(10) },
  });
  assertNotEquals(exit.hash, exitOrder.hash);
});

Deno.test("a filter is kept in numbers and written as it is read", () => {
  const written: FilterInput = {
    from: "2010-01-01",
    to: "2012-02-29",
    weekdays: [1, 3],
    hours: ["22:00", "04:30"],
    zone: "America/New_York",
  };
  const made = withFilter(written);
  assertEquals(made.filter, {
    from: Date.UTC(2010, 0, 1),
    to: Date.UTC(2012, 1, 29),
    weekdays: [1, 3],
    hours: [22 * 60, 4 * 60 + 30],
    zone: "America/New_York",
  });
  assertEquals(json(made).filter, written);
  assertEquals(withFilter({ ...written, weekdays: ["wed", "mon"] }), made);
  assertEquals(json(withFilter({ hours: ["00:00", "23:59"] })).filter, {
    hours: ["00:00", "23:59"],
  });
  assertEquals(withFilter({ from: "0001-01-01", to: "9999-12-31" }).filter!.zone, "UTC");
});

Deno.test("hash covers the filter, but not the order of its weekdays", () => {
  const { hash } = withFilter({ weekdays: [1, 2] });
  assertEquals(withFilter({ weekdays: ["tue", "mon"], zone: "UTC" }).hash, hash);
  const others: readonly FilterInput[] = [
    { weekdays: [1, 3] },
    { weekdays: [1, 2], zone: "Europe/Berlin" },
    { weekdays: [1, 2], from: "2010-01-01" },
    { weekdays: [1, 2], to: "2010-01-01" },
    { weekdays: [1, 2], hours: ["09:00", "10:00"] },
  ];
  for (const other of others) assertNotEquals(withFilter(other).hash, hash);
  assertNotEquals(strategy({ name: "x", long: { enter: true } }).hash, hash);
});

Deno.test("a filter that cannot be meant is refused", () => {
  const wrong = (filter: unknown): string[] =>
    paths(() => withFilter(filter as FilterInput), filter);
  assertEquals(wrong({}), ["filter"]);
  assertEquals(wrong({ zone: "Europe/Berlin" }), ["filter"]);
  assertEquals(wrong(null), ["filter"]);
  assertEquals(wrong({ days: [1] }), ["filter"]);
  for (const from of ["2011-02-29", "2010-1-1", "2010", 2010, "2010-13-01", "x", null]) {
    assertEquals(wrong({ from }), ["filter.from"]);
  }
  assertEquals(wrong({ from: "2010-01-02", to: "2010-01-01" }), ["filter.to"]);
  assertEquals(wrong({ weekdays: [] }), ["filter.weekdays"]);
  assertEquals(wrong({ weekdays: "mon" }), ["filter.weekdays"]);
  assertEquals(wrong({ weekdays: new Array(1e9) }), ["filter.weekdays"]);
  assertEquals(wrong({ weekdays: [0, 8, 1.5, "Mon", null] }).length, 5);
  assertEquals(wrong({ weekdays: [1, "mon"] }), ["filter.weekdays[1]"]);
  assertEquals(wrong({ hours: ["09:30"] }), ["filter.hours"]);
  assertEquals(wrong({ hours: ["09:30", "24:00"] }), ["filter.hours[1]"]);
  assertEquals(wrong({ hours: ["09:30", "09:30"] }), ["filter.hours"]);
  assertEquals(wrong({ zone: "Mars", weekdays: [9], to: 3 }).length, 3);
});
