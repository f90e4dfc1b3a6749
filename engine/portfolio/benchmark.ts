import { describe } from "../../codegen/define/describe.ts";
import { didYouMean, type Problem } from "../../codegen/define/problem.ts";
import type { Bars, Column } from "../data/bars.ts";
import type { Panel } from "../data/panel.ts";

/**
 * What the account is measured against: a symbol of the panel, whose closes count; bars of something else, whose last
 * close at or before each moment counts; or one price for each moment of the panel.
 */
export type PortfolioBenchmark = string | Bars | Float64Array;

/** A benchmark on the time axis of a panel. */
export interface BenchmarkPrices {
  /** Symbol; empty where it has none. */
  readonly name: string;
  /** Its price at each moment; NaN before the first. */
  readonly prices: Column;
}

/** The prices of a benchmark, or what is wrong with it. */
export function benchmarkPrices(
  benchmark: unknown,
  panel: Panel,
): BenchmarkPrices | Problem {
  if (typeof benchmark === "string") return ofSymbol(benchmark, panel);
  if (benchmark instanceof Float64Array) {
    if (benchmark.length === panel.length) return { name: "", prices: benchmark };
    const message = `Expected ${panel.length} prices, one a bar, but found ${benchmark.length}`;
    return { path: "benchmark", message };
  }
  if (isBars(benchmark)) return { name: benchmark.symbol, prices: ofBars(benchmark, panel) };
  const message = `Expected a symbol, bars or a Float64Array but found ${describe(benchmark)}`;
  return { path: "benchmark", message };
}

function ofSymbol(
  symbol: string,
  { symbols, indexOf, assets, length, close, present }: Panel,
): BenchmarkPrices | Problem {
  const asset = indexOf(symbol);
  if (asset < 0) {
    const message = `Expected a symbol of the panel but found ${JSON.stringify(symbol)}`;
    return { path: "benchmark", message, ...didYouMean(symbol, symbols) };
  }
  const prices = new Float64Array(length);
  let last = NaN;
  for (let t = 0; t < length; t++) {
    const at = t * assets + asset;
    if (present[at] === 1) last = close[at];
    prices[t] = last;
  }
  return { name: symbol, prices };
}

function ofBars({ time, close, length }: Bars, panel: Panel): Column {
  let next = 0;
  return panel.time.map((moment) => {
    while (next < length && time[next] <= moment) next++;
    return next === 0 ? NaN : close[next - 1];
  });
}

function isBars(value: unknown): value is Bars {
  const { time, close } = (value ?? {}) as Partial<Bars>;
  return time instanceof Float64Array && close instanceof Float64Array &&
    time.length === close.length;
}
