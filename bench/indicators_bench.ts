/**
 * Each indicator over a rolling window of 100, on 6.9 million seeded bars, against plain loops that compute every window
 * anew. Before anything is timed, both are compared on the last hundredth of the bars, where running sums have drifted
 * most.
 *
 * Run: `deno bench -A bench/indicators_bench.ts`, with fewer bars `deno bench -A bench/indicators_bench.ts -- --bars
 * 1000000`. The loops run over that last hundredth only: in Deno's own summaries their time is of a hundredth of the bars.
 * The table at the end has nanoseconds per bar of both, and the ratio.
 *
 * @module
 */
import { alignedTable } from "../engine/stats/table.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import type { Bars } from "../engine/data/bars.ts";
import { checksum } from "./checksum.ts";
import { type IndicatorCase, indicatorCases, windowLength } from "./indicator_cases.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";

const bars = randomBars(numberOption("bars", 6_900_000));
const count = Math.max(1, Math.floor((bars.length - windowLength) / 100));
const first = bars.length - count;
const rows = [["window 100", "ns per bar", "recomputed", "ratio", "checksum"]];

for (const indicator of indicatorCases) {
  const sum = agreed(indicator);
  const fastest = { compiled: Infinity, recomputed: Infinity };
  const group = indicator.name;
  const rounds = { n: 3, warmup: 1 };
  Deno.bench(
    `${indicator.text} (${bars.length.toLocaleString("en")} bars)`,
    { group, ...rounds },
    () => {
      const start = performance.now();
      evaluateColumns([indicator.text], bars);
      fastest.compiled = Math.min(fastest.compiled, (performance.now() - start) / bars.length);
    },
  );
  Deno.bench(
    `${indicator.name} recomputed (${count.toLocaleString("en")} bars)`,
    { group, baseline: true, ...rounds },
    () => {
      const start = performance.now();
      recomputed(indicator, bars);
      fastest.recomputed = Math.min(fastest.recomputed, (performance.now() - start) / count);
    },
  );
  addEventListener("unload", () => {
    if (fastest.compiled === Infinity) return;
    const ratio = (fastest.recomputed / fastest.compiled).toFixed(1);
    const times = [fastest.compiled, fastest.recomputed].map((time) => (1e6 * time).toFixed(1));
    rows.push([indicator.name, ...times, ratio, sum]);
  });
}

addEventListener("unload", () => console.log(`\n${alignedTable(rows, "lrrrl")}`));

/** The values of the last bars, each from its window alone. */
function recomputed({ recompute }: IndicatorCase, bars: Bars): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row < count; row++) values[row] = recompute(bars, first + row);
  return values;
}

/** A checksum of all values, after both ways were compared. */
function agreed(indicator: IndicatorCase): string {
  const { text, tolerance } = indicator;
  const [values] = evaluateColumns([text], bars);
  recomputed(indicator, bars).forEach((wanted, row) => {
    const found = values[first + row];
    const near = Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    if (near || (found !== found && wanted !== wanted)) return;
    throw new Error(`Cannot time ${text}: bar ${first + row} is ${found}, recomputed ${wanted}`);
  });
  return checksum([values]);
}
