import { assert, assertEquals } from "@std/assert";
import type { Expression } from "../codegen/define/expression.ts";
import type { Bars } from "../engine/data/bars.ts";
import recorded from "./fixtures/talib/fixtures.json" with { type: "json" };

/** An indicator and the values that TA-Lib gives for it. */
export interface TalibCase {
  readonly name: string;
  readonly expression: Expression;
  /** NaN where TA-Lib has no value. */
  readonly expected: Float64Array;
  readonly bars: Bars;
  /** Whether its values do not depend on the level of prices. */
  readonly ratio: boolean;
}

/** What one of TA-Lib's functions is compared with. */
interface Compared {
  readonly name: string;
  /** Its series arguments. */
  readonly series: readonly string[];
  /** Its output, where TA-Lib has a function for each. */
  readonly output?: string;
}

/** The indicator that each of TA-Lib's functions is compared with, or each of its outputs. */
const calls: Readonly<Record<string, Compared>> = {
  SMA: { name: "sma", series: ["close"] },
  EMA: { name: "ema", series: ["close"] },
  WMA: { name: "wma", series: ["close"] },
  STDDEV: { name: "stdev", series: ["close"] },
  RSI: { name: "rsi", series: ["close"] },
  MACD: { name: "macd", series: ["close"] },
  BBANDS: { name: "bbands", series: ["close"] },
  ATR: { name: "atr", series: [] },
  TRANGE: { name: "trueRange", series: [] },
  MAX: { name: "highest", series: ["close"] },
  MIN: { name: "lowest", series: ["close"] },
  ROC: { name: "roc", series: ["close"] },
  STOCH: { name: "stoch", series: [] },
  MOM: { name: "momentum", series: ["close"] },
  VAR: { name: "variance", series: ["close"] },
  DEMA: { name: "dema", series: ["close"] },
  TEMA: { name: "tema", series: ["close"] },
  TRIX: { name: "trix", series: ["close"] },
  PPO: { name: "ppo", series: ["close"] },
  CMO: { name: "cmo", series: ["close"] },
  NATR: { name: "natr", series: [] },
  WILLR: { name: "willr", series: [] },
  DONCHIAN: { name: "donchian", series: [] },
  CCI: { name: "cci", series: [] },
  AROON: { name: "aroon", series: [] },
  KAMA: { name: "kama", series: ["close"] },
  HMA: { name: "hma", series: ["close"] },
  LINEARREG: { name: "linearRegression", series: ["close"] },
  LINEARREG_SLOPE: { name: "slope", series: ["close"] },
  CORREL: { name: "correlation", series: ["open", "close"] },
  BETA: { name: "beta", series: ["open", "close"] },
  OBV: { name: "obv", series: [] },
  AD: { name: "ad", series: [] },
  MFI: { name: "mfi", series: [] },
  VWMA: { name: "vwma", series: ["close"] },
  ULTOSC: { name: "ultimate", series: [] },
  ADX: { name: "adx", series: [], output: "adx" },
  DX: { name: "adx", series: [], output: "dx" },
  PLUS_DI: { name: "adx", series: [], output: "plusDi" },
  MINUS_DI: { name: "adx", series: [], output: "minusDi" },
  SAR: { name: "psar", series: [] },
  SUPERTREND: { name: "supertrend", series: [] },
  HA: { name: "heikinAshi", series: [] },
  STOCHRSI: { name: "stochRsi", series: ["close"] },
  PERCENTILE: { name: "median", series: ["close"] },
  PERCENTRANK: { name: "percentRank", series: ["close"] },
  "FRACTAL.pivotHigh": { name: "pivotHigh", series: ["high"] },
  "FRACTAL.pivotLow": { name: "pivotLow", series: ["low"] },
  "CDLENGULFING.bullishEngulfing": { name: "bullishEngulfing", series: [] },
  "CDLENGULFING.bearishEngulfing": { name: "bearishEngulfing", series: [] },
  CDLDOJI: { name: "doji", series: [] },
};

/** Functions whose values are ratios or percentages, not prices. */
const ratios = new Set(
  ("RSI ROC STOCH TRIX PPO CMO NATR WILLR CORREL BETA CCI AROON MFI ULTOSC ADX DX " +
    "PLUS_DI MINUS_DI STOCHRSI PERCENTRANK").split(" "),
);

/** Every recorded case. */
export function* talibCases(): Generator<TalibCase> {
  const bars = { random: barsOf(recorded.series.random), flat: barsOf(recorded.series.flat) };
  for (const { function: talib, series, params, values, ...recordedCase } of recorded.cases) {
    const own = `${talib}.${recordedCase.output}`;
    const call = calls[own] ?? calls[talib];
    const output = call.output ?? (own in calls ? "" : recordedCase.output);
    const args: Expression[] = [
      ...call.series.map((name) => ({ tag: "column" as const, name })),
      ...params.map((value) => ({ tag: "number" as const, value })),
    ];
    yield {
      name: `${talib}(${params.join(", ")})${output === "" ? "" : `.${output}`} ${series}`,
      expression: { tag: "call", name: call.name, args, ...(output === "" ? {} : { output }) },
      expected: Float64Array.from(values, (value) => value ?? NaN),
      bars: bars[series as keyof typeof bars],
      ratio: ratios.has(talib),
    };
  }
}

/**
 * Asserts that values are TA-Lib's: NaN on exactly the same bars, elsewhere equal to a relative 1e-10, or near zero to
 * 1e-10 of the largest price, of a ratio to 1e-10. TA-Lib sums in another order, and the record has 13 digits.
 */
export function assertTalib(
  actual: Float64Array,
  { name, expected, bars, expression, ratio }: TalibCase,
): void {
  // The root of a variance magnifies its error near zero: compare the variance.
  const squared = expression.tag === "call" && expression.name === "stdev";
  const scale = ratio ? 1 : Math.max(...bars.high) ** (squared ? 2 : 1);
  assertEquals(actual.length, expected.length, name);
  for (let t = 0; t < expected.length; t++) {
    const found = squared ? actual[t] ** 2 : actual[t];
    const wanted = squared ? expected[t] ** 2 : expected[t];
    const near = Math.abs(found - wanted) <= 1e-10 * Math.max(Math.abs(wanted), scale);
    assert(
      Number.isNaN(wanted) ? Number.isNaN(found) : near,
      `${name}: expected ${expected[t]} on bar ${t} but found ${actual[t]}`,
    );
  }
}

function barsOf(
  prices: {
    readonly open: number[];
    readonly high: number[];
    readonly low: number[];
    readonly close: number[];
    readonly volume: number[];
  },
): Bars {
  const length = prices.close.length;
  const columns = {
    open: Float64Array.from(prices.open),
    high: Float64Array.from(prices.high),
    low: Float64Array.from(prices.low),
    close: Float64Array.from(prices.close),
    volume: Float64Array.from(prices.volume),
  };
  return {
    symbol: "RECORDED",
    length,
    time: Float64Array.from({ length }, (_, t) => t * 86_400_000),
    ...columns,
    columns: new Map(Object.entries(columns)),
  };
}
