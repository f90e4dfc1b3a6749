import type { Expression, Param } from "../../codegen/define/expression.ts";
import type { ExitReason, OrderReason } from "../../codegen/define/reasons.ts";
import type {
  Commission,
  Execution,
  LevelForm,
  LevelRule,
  Rule,
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
  readonly mfe?: number;
  readonly mae?: number;
  readonly ambiguous?: 0 | 1;
}

/** What a run must give. Counts that are left out are 0, `ruinIndex` -1; `equity` and `ledger` left out are not compared. */
export interface Expected {
  readonly trades: readonly ExpectedTrade[];
  readonly equity?: readonly number[];
  /** Rows of index, cash, quantity. */
  readonly ledger?: readonly (readonly [number, number, number])[];
  readonly refused?: Partial<Record<OrderReason, number>>;
  readonly ambiguousBars?: number;
  readonly ambiguousStake?: number;
  readonly reducedOrders?: number;
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
  /** Further columns of the bars. */
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly risk?: readonly Rule[];
  /** One unit by default. */
  readonly size?: Size;
  readonly cash?: number;
  readonly leverage?: number;
  readonly cashPolicy?: Settings["cashPolicy"];
  readonly lot?: number;
  readonly commission?: Partial<Commission>;
  readonly slippage?: Partial<Slippage>;
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

/** A time rule. */
export function timeStop(bars: number | Param): Rule {
  return { type: "timeStop", bars: typeof bars === "number" ? numberOf(bars) : bars };
}

/** A size that is a number, or the value of an expression. */
export function size(type: Size["type"], value: number | Expression): Size {
  return { type, value: typeof value === "number" ? numberOf(value) : value };
}

/** A column of the bars. */
export function column(name: string): Expression {
  return { tag: "column", name };
}

function numberOf(value: number): Expression {
  return { tag: "number", value };
}

function strategyOf({ signals, risk = [], size: units = size("units", 1) }: CaseParts): Strategy {
  const isSet = (name: string): Expression => ({
    tag: "call",
    name: ">",
    args: [column(name), numberOf(0.5)],
  });
  const side = (
    [enter, exit]: readonly [string, string],
    hasExit: boolean,
  ): Side => hasExit ? { enter: isSet(enter), exit: isSet(exit) } : { enter: isSet(enter) };
  return {
    name: "case",
    params: {},
    let: {},
    ...(signals.le === undefined ? {} : { long: side(["le", "lx"], signals.lx !== undefined) }),
    ...(signals.se === undefined ? {} : { short: side(["se", "sx"], signals.sx !== undefined) }),
    risk,
    size: units,
    hash: "",
  };
}

function barsOf({ prices, signals, columns = {} }: CaseParts): Bars {
  const price = (field: number): Float64Array => Float64Array.from(prices, (row) => row[field]);
  const named = new Map<string, Float64Array>([
    ["open", price(0)],
    ["high", price(1)],
    ["low", price(2)],
    ["close", price(3)],
    ["volume", new Float64Array(prices.length).fill(NaN)],
  ]);
  for (const [name, values] of Object.entries(columns)) named.set(name, Float64Array.from(values));
  for (const [name, bars] of Object.entries(signals)) {
    named.set(name, Float64Array.from(prices, (_, t) => bars.includes(t) ? 1 : 0));
  }
  return {
    symbol: "CASE",
    length: prices.length,
    time: Float64Array.from(prices, (_, t) => t * 86_400_000),
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
    commission: { percent: 0, perUnit: 0, perOrder: 0, minimum: 0, ...parts.commission },
    slippage: { percent: 0, fixed: 0, ...parts.slippage },
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
      atEnd: "open",
      ...parts.execution,
    },
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
  };
}
