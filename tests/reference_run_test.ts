import { assert, assertEquals } from "@std/assert";
import type { Expression } from "../codegen/define/expression.ts";
import type { Execution, Rule, Settings, Strategy } from "../codegen/define/types.ts";
import type { Bars } from "../engine/data/bars.ts";
import { runReference } from "../engine/reference/mod.ts";
import type { RunOutput } from "../engine/run/output.ts";
import { cases } from "./cases.ts";

type Draw = () => number;

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function seeded(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(draw: Draw, values: readonly T[]): T {
  return values[Math.floor(draw() * values.length)];
}

function barsOf(draw: Draw, length: number): Bars {
  const rows = Array.from({ length }, () => ({ open: 0, high: 0, low: 0, close: 0, u: draw() }));
  let price = 100;
  for (const row of rows) {
    row.open = price * (1 + (draw() - 0.5) * 0.06);
    row.close = row.open * (1 + (draw() - 0.5) * 0.06);
    row.high = Math.max(row.open, row.close) * (1 + draw() * 0.03);
    row.low = Math.min(row.open, row.close) * (1 - draw() * 0.03);
    price = row.close;
  }
  const column = (name: keyof typeof rows[number]): Float64Array =>
    Float64Array.from(rows, (row) => row[name]);
  const columns = new Map<string, Float64Array>();
  for (const name of ["open", "high", "low", "close", "u"] as const) {
    columns.set(name, column(name));
  }
  return {
    symbol: "R",
    length,
    time: Float64Array.from({ length }, (_, t) => t),
    open: columns.get("open")!,
    high: columns.get("high")!,
    low: columns.get("low")!,
    close: columns.get("close")!,
    volume: new Float64Array(length),
    columns,
  };
}

function prefixOf(bars: Bars, length: number): Bars {
  const cut = (column: Float64Array): Float64Array => column.slice(0, length);
  return {
    symbol: bars.symbol,
    length,
    time: cut(bars.time),
    open: cut(bars.open),
    high: cut(bars.high),
    low: cut(bars.low),
    close: cut(bars.close),
    volume: cut(bars.volume),
    columns: new Map([...bars.columns].map(([name, column]) => [name, cut(column)])),
  };
}

function strategyOf(draw: Draw): Strategy {
  const num = (value: number): Expression => ({ tag: "number", value });
  const between = (low: number): Expression => ({
    tag: "call",
    name: "between",
    args: [{ tag: "column", name: "u" }, num(low), num(low + 0.1)],
  });
  const risk: Rule[] = [];
  if (draw() < 0.6) {
    risk.push({ type: "stopLoss", form: "fraction", value: num(0.01 + draw() * 0.05) });
  }
  if (draw() < 0.6) risk.push({ type: "takeProfit", form: "distance", value: num(1 + draw() * 8) });
  if (draw() < 0.5) {
    risk.push({ type: "trailingStop", form: "distance", value: num(1 + draw() * 5) });
  }
  if (draw() < 0.3) risk.push({ type: "timeStop", bars: num(1 + Math.floor(draw() * 6)) });
  return {
    name: "random",
    params: {},
    let: {},
    long: { enter: between(draw() * 0.3), exit: between(draw()) },
    short: { enter: between(draw() * 0.3), exit: between(draw()) },
    risk,
    size: pick(draw, [
      { type: "units", value: num(3) },
      { type: "value", value: num(700) },
      { type: "percentOfEquity", value: num(0.9) },
    ]),
    hash: "",
  };
}

function settingsOf(draw: Draw): Settings {
  const sometimes = (value: number): number => draw() < 0.5 ? value : 0;
  const execution: Execution = {
    preset: "default",
    fill: pick(draw, ["nextOpen", "close"]),
    ambiguity: pick(draw, ["stop", "target", "nearestOpen"]),
    entryBarStops: draw() < 0.5,
    trailTiming: pick(draw, ["previous", "current"]),
    opposite: pick(draw, ["reverse", "close", "ignore"]),
    conflict: pick(draw, ["none", "long", "short"]),
    pyramid: 0,
    cooldown: pick(draw, [0, 0, 1, 3]),
    cooldownAfter: "any",
    maxTradesPerDay: 0,
    zone: "UTC",
    atEnd: pick(draw, ["open", "close"]),
  };
  return {
    cash: 1000,
    leverage: pick(draw, [1, 3]),
    cashPolicy: pick(draw, ["reduce", "reject", "unlimited"]),
    lot: sometimes(0.25),
    minQuantity: 0,
    maxQuantity: 0,
    tick: 0,
    commission: {
      percent: sometimes(0.001),
      perUnit: sometimes(0.01),
      perOrder: sometimes(1),
      minimum: sometimes(2),
      maximum: 0,
      tiers: [],
    },
    slippage: {
      percent: sometimes(0.001),
      fixed: sometimes(0.02),
      spread: 0,
      ticks: 0,
      impact: 0,
    },
    financing: { borrow: 0, interest: 0, marginInterest: 0, funding: "" },
    execution,
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
  };
}

/** Rows of trades that were closed by bar `last`. */
function closedRows(output: RunOutput, last: number): number[][] {
  const { count, ...columns } = output.trades;
  return Array.from({ length: count }, (_, row) => row)
    .filter((row) => columns.exitIndex[row] >= 0 && columns.exitIndex[row] <= last)
    .map((row) => Object.values(columns).map((column) => column[row]));
}

const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

Deno.test("runReference() keeps the sum of profits equal to the change of equity", () => {
  let trades = 0;
  for (const seed of seeds) {
    const draw = seeded(seed);
    const bars = barsOf(draw, 120);
    const strategy = strategyOf(draw);
    const output = runReference(strategy, bars, { settings: settingsOf(draw) });
    const profit = output.trades.pnl.reduce((sum, value) => sum + value, 0);
    const turnover = output.trades.quantity.reduce(
      (sum, q, i) => sum + q * (output.trades.entryPrice[i] + output.trades.exitPrice[i]),
      1000,
    );
    const change = output.equity[bars.length - 1] - 1000;
    assert(Math.abs(profit - change) <= 1e-9 * turnover, `seed ${seed}: ${profit} and ${change}`);
    trades += output.trades.count;
  }
  assert(trades > 500, `Expected the seeds to trade but found ${trades} trades`);
});

Deno.test("runReference() on a prefix gives the same first results, whatever follows", () => {
  for (const seed of seeds) {
    const draw = seeded(seed);
    const bars = barsOf(draw, 120);
    const strategy = strategyOf(draw);
    const given = settingsOf(draw);
    const settings = { ...given, execution: { ...given.execution, atEnd: "open" as const } };
    const whole = runReference(strategy, bars, { settings });
    for (const length of [1, 40, 77]) {
      const part = runReference(strategy, prefixOf(bars, length), { settings });
      assertEquals(part.equity, whole.equity.slice(0, length), `seed ${seed}`);
      assertEquals(closedRows(part, length - 1), closedRows(whole, length - 1), `seed ${seed}`);
    }
  }
});

Deno.test("runReference() marks cash plus position, by its own ledger, on every bar", () => {
  for (const seed of seeds) {
    const draw = seeded(seed);
    const bars = barsOf(draw, 120);
    const strategy = strategyOf(draw);
    const { equity, ledger } = runReference(strategy, bars, { settings: settingsOf(draw) });
    let row = -1;
    for (let t = 0; t < bars.length; t++) {
      while (row + 1 < ledger.count && ledger.index[row + 1] <= t) row++;
      const cash = row < 0 ? 1000 : ledger.cash[row];
      const quantity = row < 0 ? 0 : ledger.quantity[row];
      assertEquals(equity[t], cash + quantity * bars.close[t], `seed ${seed}, bar ${t}`);
    }
  }
});

Deno.test("runReference() trims its columns to their rows", () => {
  for (const { strategy, bars, settings, params, direction } of cases) {
    const { equity, trades, ledger } = runReference(strategy, bars, {
      settings,
      params,
      direction,
    });
    const { count, ...columns } = trades;
    assertEquals(equity.length, bars.length);
    for (const column of Object.values(columns)) assertEquals(column.length, count);
    assertEquals([ledger.index.length, ledger.cash.length, ledger.quantity.length], [
      ledger.count,
      ledger.count,
      ledger.count,
    ]);
  }
});
