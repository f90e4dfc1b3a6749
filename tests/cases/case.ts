import type { Expression, Param } from "../../codegen/define/expression.ts";
import type { ExitReason, OrderReason } from "../../codegen/define/reasons.ts";
import type {
  Commission,
  Execution,
  Filter,
  Financing,
  Gain,
  LevelForm,
  LevelRule,
  PlainSize,
  RestingOrder,
  Rule,
  ScaleOutRule,
  Settings,
  Side,
  Size,
  Slippage,
  Strategy,
} from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";

/** A row of the trade log; what a case leaves out is not compared. */
export interface ExpectedTrade {
  readonly side?: 1 | -1;
  readonly quantity?: number;
  readonly entryIndex?: number;
  readonly entryPrice?: number;
  readonly exitIndex?: number;
  readonly exitPrice?: number;
  /** `"open"` is -1. */
  readonly reason?: ExitReason | "open";
  readonly pnl?: number;
  readonly fees?: number;
  readonly slippage?: number;
  readonly financing?: number;
  readonly mfe?: number;
  readonly mae?: number;
  readonly ambiguous?: 0 | 1;
}

/** What a run must give. Counts that are left out are 0, `interest` too, `ruinIndex` -1; `equity` and `ledger` left out are not compared. */
export interface Expected {
  readonly trades: readonly ExpectedTrade[];
  readonly equity?: readonly number[];
  /** Rows of index, cash, quantity. */
  readonly ledger?: readonly (readonly [number, number, number])[];
  readonly refused?: Partial<Record<OrderReason, number>>;
  readonly ambiguousBars?: number;
  readonly ambiguousStake?: number;
  readonly reducedOrders?: number;
  readonly interest?: number;
  readonly ruinIndex?: number;
}

/** A run over a few bars with results computed by hand. */
export interface Case {
  readonly name: string;
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly settings: Settings;
  readonly params: ReadonlyMap<string, number>;
  readonly direction: "LONG" | "SHORT" | "BOTH";
  readonly expected: Expected;
}

/** What a case is written with. */
export interface CaseParts {
  /** Rows of open, high, low, close. */
  readonly prices: readonly (readonly [number, number, number, number])[];
  /** Bars on which a signal is true: long enter, long exit, short enter, short exit. A side is there if its enter is. */
  readonly signals: {
    readonly le?: readonly number[];
    readonly lx?: readonly number[];
    readonly se?: readonly number[];
    readonly sx?: readonly number[];
  };
  /** The orders that signals submit; market orders by default. */
  readonly orders?: {
    readonly le?: RestingOrder;
    readonly lx?: RestingOrder;
    readonly se?: RestingOrder;
    readonly sx?: RestingOrder;
  };
  /** Bars on which enters are read. */
  readonly filter?: Filter;
  /** Stamps of the bars; days since 1970-01-01 by default. */
  readonly times?: readonly number[];
  /** NaN by default. */
  readonly volume?: readonly number[];
  /** Further columns of the bars. */
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly risk?: readonly Rule[];
  /** One unit by default. */
  readonly size?: Size;
  readonly cash?: number;
  readonly leverage?: number;
  readonly cashPolicy?: Settings["cashPolicy"];
  readonly lot?: number;
  readonly minQuantity?: number;
  readonly maxQuantity?: number;
  readonly tick?: number;
  readonly commission?: Partial<Commission>;
  readonly slippage?: Partial<Slippage>;
  readonly financing?: Partial<Financing>;
  readonly execution?: Partial<Execution>;
  readonly params?: ReadonlyMap<string, number>;
  readonly direction?: "LONG" | "SHORT" | "BOTH";
  readonly expected: Expected;
}

/** A case; cash is 1000 and everything else the default, without costs, unless said. */
export function makeCase(name: string, parts: CaseParts): Case {
  return {
    name,
    strategy: strategyOf(parts),
    bars: barsOf(parts),
    settings: settingsOf(parts),
    params: parts.params ?? new Map(),
    direction: parts.direction ?? "BOTH",
    expected: parts.expected,
  };
}

/** A rule whose level is a number, or the value of an expression. */
export function level(
  type: LevelRule["type"],
  form: LevelForm,
  value: number | Expression,
): LevelRule {
  return { type, form, value: typeof value === "number" ? numberOf(value) : value };
}

/** An order other than a market order, whose prices are numbers or values of expressions. */
export function resting(
  type: RestingOrder["type"],
  prices: {
    readonly price?: number | Expression;
    readonly limit?: number | Expression;
    readonly expires?: number;
  } = {},
): RestingOrder {
  const entries = Object.entries(prices).map((
    [name, value],
  ) => [name, typeof value === "number" ? numberOf(value) : value]);
  return { type, ...Object.fromEntries(entries) };
}

/** A trailing stop that is in force from a gain on. */
export function trailAfter(form: LevelForm, value: number, after: Gain): Rule {
  return { type: "trailingStop", form, value: numberOf(value), after };
}

/** A gain that is a number. */
export function gain(form: Gain["form"], value: number): Gain {
  return { form, value: numberOf(value) };
}

/** A stop near the entry after a gain. */
export function breakEven(after: Gain, offset = 0): Rule {
  return { type: "breakEven", after, offset: numberOf(offset) };
}

/** Parts that go out: pairs of gain and fraction. */
export function scaleOut(
  form: ScaleOutRule["form"],
  parts: readonly (readonly [at: number, fraction: number])[],
): Rule {
  return {
    type: "scaleOut",
    form,
    parts: parts.map(([at, fraction]) => ({ at: numberOf(at), fraction: numberOf(fraction) })),
  };
}

/** The end of a session, in minutes after midnight. */
export function sessionEnd(minute: number, zone = "UTC"): Rule {
  return { type: "sessionEnd", minute, zone };
}

/** A time rule. */
export function timeStop(bars: number | Param): Rule {
  return { type: "timeStop", bars: typeof bars === "number" ? numberOf(bars) : bars };
}

/** A size that is a number, or the value of an expression. */
export function size(type: PlainSize["type"], value: number | Expression): Size {
  return { type, value: typeof value === "number" ? numberOf(value) : value };
}

/** A column of the bars. */
export function column(name: string): Expression {
  return { tag: "column", name };
}

function numberOf(value: number): Expression {
  return { tag: "number", value };
}

function strategyOf(
  { signals, orders = {}, risk = [], size: units = size("units", 1), filter }: CaseParts,
): Strategy {
  const isSet = (name: string): Expression => ({
    tag: "call",
    name: ">",
    args: [column(name), numberOf(0.5)],
  });
  const side = (enter: "le" | "se", exit: "lx" | "sx"): Side => {
    const entry = orders[enter];
    const exitOrder = orders[exit];
    return {
      enter: isSet(enter),
      ...(signals[exit] === undefined ? {} : { exit: isSet(exit) }),
      ...(entry === undefined ? {} : { entry }),
      ...(exitOrder === undefined ? {} : { exitOrder }),
    };
  };
  return {
    name: "case",
    params: {},
    let: {},
    ...(signals.le === undefined ? {} : { long: side("le", "lx") }),
    ...(signals.se === undefined ? {} : { short: side("se", "sx") }),
    risk,
    size: units,
    ...(filter === undefined ? {} : { filter }),
    hash: "",
  };
}

function barsOf({ prices, signals, columns = {}, times, volume }: CaseParts): Bars {
  const price = (field: number): Float64Array => Float64Array.from(prices, (row) => row[field]);
  const named = new Map<string, Float64Array>([
    ["open", price(0)],
    ["high", price(1)],
    ["low", price(2)],
    ["close", price(3)],
    ["volume", Float64Array.from(volume ?? prices.map(() => NaN))],
  ]);
  for (const [name, values] of Object.entries(columns)) named.set(name, Float64Array.from(values));
  for (const [name, bars] of Object.entries(signals)) {
    named.set(name, Float64Array.from(prices, (_, t) => bars.includes(t) ? 1 : 0));
  }
  return {
    symbol: "CASE",
    length: prices.length,
    time: Float64Array.from(times ?? prices.map((_, t) => t * 86_400_000)),
    open: named.get("open")!,
    high: named.get("high")!,
    low: named.get("low")!,
    close: named.get("close")!,
    volume: named.get("volume")!,
    columns: named,
  };
}

function settingsOf(parts: CaseParts): Settings {
  return {
    cash: parts.cash ?? 1000,
    leverage: parts.leverage ?? 1,
    cashPolicy: parts.cashPolicy ?? "reduce",
    lot: parts.lot ?? 0,
    minQuantity: parts.minQuantity ?? 0,
    maxQuantity: parts.maxQuantity ?? 0,
    tick: parts.tick ?? 0,
    commission: {
      percent: 0,
      perUnit: 0,
      perOrder: 0,
      minimum: 0,
      maximum: 0,
      tiers: [],
      ...parts.commission,
    },
    slippage: { percent: 0, fixed: 0, spread: 0, ticks: 0, impact: 0, ...parts.slippage },
    financing: { borrow: 0, interest: 0, marginInterest: 0, funding: "", ...parts.financing },
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
      ...parts.execution,
    },
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
  };
}
