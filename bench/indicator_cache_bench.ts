/**
 * What `cacheIndicators()` saves: fifty periods of an indicator, a backtest each, then the same again. Alone are the columns
 * of the indicator; whole are the backtests, without the cache, with it for the first time, and repeated on it. Each round
 * does all of them in turn on a new cache; given are the medians of the rounds.
 *
 * Run: `deno run -A bench/indicator_cache_bench.ts`, with other bars `--bars 1000000`.
 *
 * @module
 */
import { compileCached } from "../codegen/compile_cached.ts";
import { paramValues } from "../codegen/define/param_values.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Bars } from "../engine/data/bars.ts";
import { backtest } from "../engine/run/backtest.ts";
import { cacheIndicators, indicatorCacheOf } from "../engine/run/indicator_cache.ts";
import { alignedTable } from "../engine/stats/table.ts";
import { checksum } from "./checksum.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";

const bars = randomBars(numberOption("bars", 200_000));
const rounds = numberOption("rounds", 7);
const periods = Array.from({ length: 50 }, (_, index) => 5 + 4 * index);
const given = settings({});
const maxBytes = 2 * 8 * bars.length * periods.length;
const rows = [
  ["50 periods, ms", "alone", "repeated", "ratio", "whole", "cached", "repeated", "ratio"],
];

for (const text of ["sma(close, n)", "ema(close, n)", "rsi(close, n)", "median(close, n)"]) {
  // The level of an oscillator is that of prices, so that it is crossed as often as an average.
  const line = text.startsWith("rsi") ? `close * (0.99 + ${text} / 5000)` : text;
  const made = strategy({
    name: text,
    params: { n: 20 },
    long: { enter: `crossOver(close, ${line})`, exit: `crossUnder(close, ${line})` },
  });
  const { parts } = compileCached(made, given);
  const columns = (cached: Bars): void => {
    const cache = indicatorCacheOf(cached)!;
    for (const n of periods) {
      const params = paramValues(made, { n });
      cache.rows(parts, { params, settings: given, lastIndex: bars.length - 1 });
    }
  };
  const runs = (on: Bars): Float64Array[] =>
    periods.map((n) => backtest(made, on, { params: { n } }).equity);
  const sums = new Set([bars, cacheIndicators(bars)].map((on) => checksum(runs(on))));
  if (sums.size > 1) throw new Error(`Cannot time ${text}: other bits with the cache`);
  const times: number[][] = [[], [], [], [], []];
  for (let round = 0; round < rounds; round++) {
    const [alone, whole] = [1, 2].map(() => cacheIndicators(bars, { maxBytes }));
    [
      () => columns(alone),
      () => columns(alone),
      () => runs(bars),
      () => runs(whole),
      () => runs(whole),
    ].forEach((run, index) => times[index].push(timeOf(run)));
  }
  const [alone, again, plain, first, repeated] = times.map(median);
  const shown = [alone, again, again / alone, plain, first, repeated, repeated / first];
  rows.push([text, ...shown.map((value) => value.toPrecision(value < 1 ? 2 : 3))]);
}
console.log(alignedTable(rows, "l" + "r".repeat(7)));

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
