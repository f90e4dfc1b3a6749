import { assert, assertEquals } from "@std/assert";
import type { Expression } from "../codegen/define/expression.ts";
import { exitReasons, orderReasons } from "../codegen/define/reasons.ts";
import type {
  Gain,
  RestingOrder,
  Rule,
  Settings,
  Side,
  Size,
  Strategy,
} from "../codegen/define/types.ts";
import type { Bars } from "../engine/data/bars.ts";
import { runReference } from "../engine/reference/mod.ts";
import type { RunOutput } from "../engine/run/output.ts";

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
  const names = ["open", "high", "low", "close", "volume", "u", "rate"] as const;
  const columns = new Map(names.map((name) => [name as string, new Float64Array(length)]));
  const set = (name: typeof names[number], t: number, value: number): void => {
    columns.get(name)![t] = value;
  };
  let price = 100;
  for (let t = 0; t < length; t++) {
    const open = price * (1 + (draw() - 0.5) * 0.06);
    const close = open * (1 + (draw() - 0.5) * 0.06);
    set("open", t, open);
    set("close", t, close);
    set("high", t, Math.max(open, close) * (1 + draw() * 0.03));
    set("low", t, Math.min(open, close) * (1 - draw() * 0.03));
    set("volume", t, pick(draw, [0, NaN, 50, 100, 100, 200]));
    set("u", t, draw());
    set("rate", t, pick(draw, [NaN, 0.001, -0.001]));
    price = close;
  }
  const [open, high, low, close, volume] = names.map((name) => columns.get(name)!);
  const time = Float64Array.from({ length }, (_, t) => t * 5 * 3_600_000);
  return { symbol: "R", length, time, open, high, low, close, volume, columns };
}

function prefixOf(bars: Bars, length: number): Bars {
  const cut = (column: Float64Array): Float64Array => column.slice(0, length);
  const { symbol, time, open, high, low, close, volume } = bars;
  return {
    symbol,
    length,
    time: cut(time),
    open: cut(open),
    high: cut(high),
    low: cut(low),
    close: cut(close),
    volume: cut(volume),
    columns: new Map([...bars.columns].map(([name, column]) => [name, cut(column)])),
  };
}

const num = (value: number): Expression => ({ tag: "number", value });
const call = (name: string, ...args: Expression[]): Expression => ({ tag: "call", name, args });
const column = (name: string): Expression => ({ tag: "column", name });

function orderOf(draw: Draw): { order?: RestingOrder } {
  const near = (): Expression => call("*", column("close"), num(0.97 + draw() * 0.06));
  const lives = draw() < 0.5 ? { expires: num(1 + Math.floor(draw() * 3)) } : {};
  const undefinedSometimes = call("?:", call(">", column("u"), num(0.95)), num(NaN), near());
  return pick<() => { order?: RestingOrder }>(draw, [
    () => ({}),
    () => ({ order: { type: "marketOnClose" } }),
    () => ({ order: { type: "limit", price: undefinedSometimes, ...lives } }),
    () => ({ order: { type: "stop", price: near(), ...lives } }),
    () => ({ order: { type: "stopLimit", price: near(), limit: near(), ...lives } }),
  ])();
}

function sideOf(draw: Draw): Side {
  const between = (low: number): Expression =>
    call("between", column("u"), num(low), num(low + 0.15));
  const { order: entry } = orderOf(draw);
  const { order: exitOrder } = orderOf(draw);
  return {
    enter: between(draw() * 0.4),
    exit: between(0.3 + draw() * 0.6),
    ...(entry === undefined ? {} : { entry }),
    ...(exitOrder === undefined ? {} : { exitOrder }),
  };
}

function rulesOf(draw: Draw): Rule[] {
  const gain = (): Gain =>
    draw() < 0.5
      ? { form: "fraction", value: num(draw() * 0.04) }
      : { form: "riskMultiple", value: num(draw() * 2) };
  const rules: Rule[] = [
    { type: "stopLoss", form: "fraction", value: num(0.01 + draw() * 0.05) },
  ];
  const maybe = (rule: Rule): void => {
    if (draw() < 0.4) rules.push(rule);
  };
  maybe({ type: "takeProfit", form: "riskMultiple", value: num(0.5 + draw() * 2) });
  const trail = {
    type: "trailingStop",
    form: "distance",
    value: num(1 + draw() * 5),
  } as const;
  maybe(draw() < 0.5 ? trail : { ...trail, after: gain() });
  maybe({ type: "breakEven", after: gain(), offset: num(draw() * 0.01) });
  maybe({
    type: "scaleOut",
    form: "fraction",
    parts: [
      { at: num(0.01), fraction: num(0.3) },
      { at: num(0.02), fraction: num(pick(draw, [0.3, 0.7])) },
    ],
  });
  maybe({ type: "timeStop", bars: num(1 + Math.floor(draw() * 6)) });
  if (draw() < 0.2) {
    rules.push({ type: "sessionEnd", minute: 18 * 60, zone: "America/New_York" });
  }
  return rules;
}

function strategyOf(draw: Draw): Strategy {
  return {
    name: "random",
    params: {},
    let: {},
    long: sideOf(draw),
    short: sideOf(draw),
    risk: rulesOf(draw),
    size: pick<Size>(draw, [
      { type: "units", value: num(3) },
      { type: "percentOfEquity", value: num(0.4) },
      { type: "riskOfEquity", value: num(0.01) },
      { type: "volatilityTarget", target: num(0.2), window: num(5), periodsPerYear: num(252) },
      { type: "kelly", fraction: num(0.5), trades: num(3), least: num(0.1) },
    ]),
    ...(draw() < 0.2 ? { filter: { hours: [20 * 60, 16 * 60] as const, zone: "Asia/Tokyo" } } : {}),
    hash: "",
  };
}

function settingsOf(draw: Draw): Settings {
  const sometimes = (value: number): number => draw() < 0.3 ? value : 0;
  return {
    cash: 1000,
    leverage: pick(draw, [1, 3]),
    cashPolicy: pick(draw, ["reduce", "reject", "unlimited"]),
    lot: sometimes(0.25),
    minQuantity: sometimes(1.5),
    maxQuantity: sometimes(4),
    tick: sometimes(0.25),
    commission: {
      percent: sometimes(0.001),
      perUnit: sometimes(0.01),
      perOrder: sometimes(1),
      minimum: sometimes(0.5),
      maximum: sometimes(1.5),
      tiers: draw() < 0.3 ? [{ upTo: 300, percent: 0.002 }, { upTo: 600, percent: 0.001 }] : [],
    },
    slippage: {
      percent: sometimes(0.001),
      fixed: sometimes(0.02),
      spread: sometimes(0.1),
      ticks: sometimes(2),
      impact: sometimes(0.2),
    },
    financing: {
      borrow: sometimes(0.1),
      interest: sometimes(0.05),
      marginInterest: sometimes(0.1),
      funding: draw() < 0.3 ? "rate" : "",
    },
    execution: {
      preset: "default",
      fill: pick(draw, ["nextOpen", "close"]),
      ambiguity: pick(draw, ["stop", "target", "nearestOpen"]),
      entryBarStops: draw() < 0.5,
      trailTiming: pick(draw, ["previous", "current"]),
      opposite: pick(draw, ["reverse", "close", "ignore"]),
      conflict: pick(draw, ["none", "long", "short"]),
      pyramid: pick(draw, [0, 1, 3]),
      cooldown: pick(draw, [0, 0, 2]),
      cooldownAfter: pick(draw, ["any", "loss"]),
      maxTradesPerDay: pick(draw, [0, 0, 1]),
      zone: pick(draw, ["UTC", "America/New_York"]),
      atEnd: "open",
    },
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
  };
}

/** Rows of trades that were closed by bar `last`. */
function closedRows({ trades }: RunOutput, last: number): number[][] {
  const { count, ...columns } = trades;
  return Array.from({ length: count }, (_, row) => row)
    .filter((row) => trades.exitIndex[row] >= 0 && trades.exitIndex[row] <= last)
    .map((row) => Object.values(columns).map((values) => values[row]));
}

const runs = Array.from({ length: 150 }, (_, seed) => {
  const draw = seeded(seed + 1);
  const bars = barsOf(draw, 150);
  const strategy = strategyOf(draw);
  const settings = settingsOf(draw);
  return { bars, strategy, settings };
});

Deno.test("runReference() with every order, rule and cost adds profits and interest up to the change of equity", () => {
  for (const { strategy, bars, settings } of runs) {
    const output = runReference(strategy, bars, { settings });
    const { trades, ledger } = output;
    const gained = trades.pnl.reduce((sum, pnl) => sum + pnl, 0) + output.interest;
    const turnover = trades.quantity.reduce(
      (sum, q, row) => sum + q * trades.entryPrice[row],
      1000,
    );
    const change = output.equity[bars.length - 1] - settings.cash;
    assert(Math.abs(gained - change) <= 1e-9 * turnover, `${gained} against ${change}`);
    const last = trades.count - 1;
    const isOpen = last >= 0 && trades.exitIndex[last] === -1;
    const held = isOpen ? trades.side[last] * trades.quantity[last] : 0;
    assertEquals(ledger.count === 0 ? 0 : ledger.quantity[ledger.count - 1], held);
    for (let row = 0; row < trades.count; row++) {
      assert(trades.quantity[row] > 0 && trades.mfe[row] >= 0 && trades.mae[row] <= 0);
      assert(trades.exitIndex[row] === -1 || trades.exitIndex[row] >= trades.entryIndex[row]);
    }
  }
});

Deno.test("runReference() with every order, rule and cost on a prefix gives the same first results", () => {
  for (const { strategy, bars, settings } of runs) {
    const whole = runReference(strategy, bars, { settings });
    for (const length of [1, 40, 97]) {
      const part = runReference(strategy, prefixOf(bars, length), { settings });
      assertEquals(part.equity, whole.equity.slice(0, length));
      assertEquals(closedRows(part, length), closedRows(whole, length - 1));
    }
  }
});

Deno.test("runReference() meets every reason in random runs", () => {
  const exits = new Set<number>();
  const refused = orderReasons.map(() => 0);
  for (const { strategy, bars, settings } of runs) {
    const execution = { ...settings.execution, atEnd: "close" } as const;
    const output = runReference(strategy, bars, { settings: { ...settings, execution } });
    output.trades.reason.forEach((reason) => exits.add(reason));
    output.refused.forEach((count, i) => refused[i] += count);
  }
  const unmet = [
    ...exitReasons.filter((_, i) => !exits.has(i)),
    ...orderReasons.filter((_, i) => refused[i] === 0),
  ];
  // Ruin takes more leverage than these runs have, prices <= 0 and undefined levels take wilder values.
  const rare = ["liquidation", "levelUndefined", "priceNotPositive"];
  assertEquals(unmet.filter((reason) => !rare.includes(reason)), []);
});
