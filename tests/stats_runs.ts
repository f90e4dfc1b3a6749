import { orderReasons } from "../codegen/define/reasons.ts";
import type { Settings, StatisticsSettings, Strategy } from "../codegen/define/types.ts";
import type { Bars } from "../engine/data/bars.ts";
import type { RunOutput } from "../engine/run/output.ts";
import type { ResultFields } from "../engine/run/result_fields.ts";

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** Bars whose open, high and low are the close; one a day from 2024-01-01, if no times are given. */
export function barsOf(closes: readonly number[], times?: readonly number[]): Bars {
  const close = Float64Array.from(closes);
  const time = Float64Array.from(times ?? closes.map((_, t) => Date.UTC(2024, 0, 1 + t)));
  const volume = new Float64Array(close.length).fill(NaN);
  const columns = new Map([
    ["open", close],
    ["high", close],
    ["low", close],
    ["close", close],
    ["volume", volume],
  ]);
  return {
    symbol: "TEST",
    length: close.length,
    time,
    open: close,
    high: close,
    low: close,
    close,
    volume,
    columns,
  };
}

/** A trade as a literal: what is left out is 0, long, one unit from 100, closed by a signal. */
export interface TradeLiteral {
  readonly side?: number;
  readonly quantity?: number;
  readonly entryIndex?: number;
  readonly entryPrice?: number;
  readonly exitIndex?: number;
  readonly exitPrice?: number;
  readonly reason?: number;
  readonly pnl?: number;
  readonly fees?: number;
  readonly financing?: number;
  readonly slippage?: number;
  readonly mfe?: number;
  readonly mae?: number;
  readonly ambiguous?: number;
}

/** What a run returned, from rows. */
export interface OutputLiteral {
  readonly equity?: readonly number[];
  readonly trades?: readonly TradeLiteral[];
  /** Bar, cash and quantity after each fill. */
  readonly ledger?: readonly (readonly [index: number, cash: number, quantity: number])[];
  readonly interest?: number;
  readonly ambiguousBars?: number;
  readonly ambiguousStake?: number;
  readonly reducedOrders?: number;
  readonly refused?: readonly number[];
  readonly ruinIndex?: number;
}

/** An engine's output; its columns are longer than needed, as an engine's may be. */
export function outputOf(literal: OutputLiteral): RunOutput {
  const { trades = [], ledger = [] } = literal;
  const spare = 2;
  const float = (key: keyof TradeLiteral, missing: number): Float64Array =>
    Float64Array.from(
      { length: trades.length + spare },
      (_, row) => row < trades.length ? trades[row][key] ?? missing : 1e9,
    );
  const int = (key: keyof TradeLiteral, missing: number): Int32Array =>
    Int32Array.from(float(key, missing));
  return {
    equity: Float64Array.from(literal.equity ?? []),
    trades: {
      count: trades.length,
      side: int("side", 1),
      quantity: float("quantity", 1),
      entryIndex: int("entryIndex", 0),
      entryPrice: float("entryPrice", 100),
      exitIndex: int("exitIndex", 0),
      exitPrice: float("exitPrice", 100),
      reason: int("reason", 0),
      pnl: float("pnl", 0),
      fees: float("fees", 0),
      slippage: float("slippage", 0),
      financing: float("financing", 0),
      mfe: float("mfe", 0),
      mae: float("mae", 0),
      ambiguous: int("ambiguous", 0),
    },
    ledger: {
      count: ledger.length,
      index: Int32Array.from([...ledger.map(([index]) => index), 0]),
      cash: Float64Array.from([...ledger.map(([, cash]) => cash), 1e9]),
      quantity: Float64Array.from([...ledger.map(([, , quantity]) => quantity), 1e9]),
    },
    ambiguousBars: literal.ambiguousBars ?? 0,
    ambiguousStake: literal.ambiguousStake ?? 0,
    reducedOrders: literal.reducedOrders ?? 0,
    refused: [...(literal.refused ?? orderReasons.map(() => 0))],
    interest: literal.interest ?? 0,
    ruinIndex: literal.ruinIndex ?? -1,
  };
}

/** Default settings with 100 of cash. */
export function settingsOf(statistics: Partial<StatisticsSettings> = {}): Settings {
  return {
    cash: 100,
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
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0, ...statistics },
  };
}

const strategy: Strategy = {
  name: "sma-cross",
  params: {},
  let: {},
  long: { enter: { tag: "boolean", value: true } },
  risk: [],
  size: { type: "units", value: { tag: "number", value: 1 } },
  hash: "0123456789abcdef",
};

/** The fields of a result: the output of a run on daily closes. */
export function fieldsOf(
  closes: readonly number[],
  output: OutputLiteral,
  rest: Partial<ResultFields> = {},
): ResultFields {
  return {
    strategy,
    bars: barsOf(closes),
    settings: settingsOf(),
    params: {},
    direction: "BOTH",
    simMode: "batch",
    output: outputOf({ equity: closes.map(() => 100), ...output }),
    ...rest,
  };
}
