import { numberOf, type RunNumbers } from "../../codegen/compile.ts";
import type { CompiledRows } from "../../codegen/compile_rows.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readNumber } from "../../codegen/define/read_object.ts";
import type { Bars, Column } from "../data/bars.ts";
import { ChunkEvents } from "./chunk_events.ts";
import { defaultChunk } from "./chunk_size.ts";
import { columnArrays } from "./column_arrays.ts";

/** How indicators are kept. */
export interface IndicatorCacheOptions {
  /** Most bytes that are kept, 256 MB where left out. Those not read for the longest time go first. */
  readonly maxBytes?: number;
}

const defaultBytes = 256_000_000;

/** Columns of indicators by what they are. */
class IndicatorCache {
  readonly #bars: Bars;
  readonly #most: number;
  /** In the order in which they were read, the longest unread first. */
  readonly #columns = new Map<string, Column>();

  /** Nothing is kept yet. */
  constructor(bars: Bars, maxBytes: number) {
    this.#bars = bars;
    this.#most = maxBytes;
  }

  /** The rows of some parts by their numbers, on all bars. */
  rows(parts: readonly CompiledRows[], run: RunNumbers): readonly Column[] {
    const rows: Column[] = [];
    for (const part of parts) {
      const keys = part.keys(run);
      const known = keys.flatMap((key) => this.#columns.get(key) ?? []);
      const made = known.length === keys.length ? known : computeRows(part, this.#bars, run);
      keys.forEach((key, index) => {
        this.#columns.delete(key);
        this.#columns.set(key, made[index]);
        rows[part.rows[index]] = made[index];
      });
    }
    this.#drop();
    return rows;
  }

  #drop(): void {
    const bytes = 8 * this.#bars.length;
    while (this.#columns.size > 0 && bytes * this.#columns.size > this.#most) {
      this.#columns.delete(this.#columns.keys().next().value!);
    }
  }
}

const caches = new WeakMap<Bars, IndicatorCache>();

/** What is kept for bars, if they were made for it. */
export function indicatorCacheOf(bars: Bars): Pick<IndicatorCache, "rows"> | undefined {
  return caches.get(bars);
}

/**
 * The same bars, for runs that share indicators: what `backtest()` on them computes of an indicator is kept, and read by
 * every later run that has the same indicator with the same lengths. Results have the same bits.
 *
 * Strategies with custom columns share nothing, for their functions may give other values each time.
 *
 * @param bars The bars; the indicators are kept as long as the bars that are returned.
 * @throws {DefinitionError} If `maxBytes` is no number >= 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * import { backtest } from "./backtest.ts";
 * const close = Array.from({ length: 50 }, (_, t) => 100 + 10 * Math.sin(t / 3));
 * const time = close.map((_, day) => day * 86_400_000);
 * const bars = barsFrom({ time, close }, { priceOnly: true });
 * const trend = { name: "trend", long: { enter: "close > sma(close, 5)", exit: "close < sma(close, 5)" } };
 * const shared = cacheIndicators(bars);
 * for (let run = 0; run < 2; run++) {
 *   assertEquals(backtest(trend, shared).equity, backtest(trend, bars).equity);
 * }
 * ```
 */
export function cacheIndicators(bars: Bars, { maxBytes }: IndicatorCacheOptions = {}): Bars {
  const problems: Problem[] = [];
  const bytes = readNumber(maxBytes, { path: "maxBytes", problems }, {
    default: defaultBytes,
    min: 0,
  });
  throwProblems("cache indicators", problems);
  const own = Object.freeze({ ...bars });
  caches.set(own, new IndicatorCache(own, bytes));
  return own;
}

function computeRows(part: CompiledRows, bars: Bars, run: RunNumbers): Column[] {
  const columns = columnArrays(part.columns, bars);
  const numbers = Float64Array.from(part.numbers, (slot) => numberOf(slot, run));
  const size = Math.min(defaultChunk, bars.length);
  const events = new ChunkEvents({ valueCount: 0, ...part.kept(run.params, run.lastIndex) }, size);
  const state = part.state();
  const rows = part.rows.map(() => new Float64Array(bars.length));
  for (let from = 0; from < bars.length; from += size) {
    const to = Math.min(bars.length, from + size);
    const out = rows.map((row) => row.subarray(from, to));
    part.evaluate(columns, numbers, state, events, out, from, to);
  }
  return rows;
}
