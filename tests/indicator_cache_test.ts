import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { randomBars } from "../bench/random_bars.ts";
import { compileCached } from "../codegen/compile_cached.ts";
import { close, column, gt } from "../codegen/define/builders.ts";
import { paramValues } from "../codegen/define/param_values.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { backtest } from "../engine/run/backtest.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { cacheIndicators, indicatorCacheOf } from "../engine/run/indicator_cache.ts";
import { arbitraryRun } from "./fuzz/agree.ts";

Deno.test("runs that share indicators have the bits of runs that do not", () => {
  const property = fc.property(arbitraryRun, ({ strategy, bars, settings, direction, ...run }) => {
    const options = { settings, direction, params: paramValues(strategy, run.params) };
    const shared = cacheIndicators(bars);
    try {
      const alone = runCompiled(strategy, bars, options);
      for (const chunk of [run.chunk, 1000]) {
        const found = firstDifference(runCompiled(strategy, shared, { ...options, chunk }), alone);
        assertEquals(found, undefined, JSON.stringify(strategy));
      }
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
    }
  });
  fc.assert(property, { numRuns: 300, seed: 3 });
});

Deno.test("an indicator is computed once for strategies that have it in common", () => {
  const bars = randomBars(1000);
  const shared = cacheIndicators(bars);
  const cache = indicatorCacheOf(shared)!;
  const seen: unknown[][] = [];
  const rows = cache.rows.bind(cache);
  cache.rows = (parts, run) => {
    const found = rows(parts, run);
    seen.push([...found]);
    return found;
  };
  const strategies = ["close > sma(close, n)", "ema(close, n) < sma(close, 7) + 1"].map((
    enter,
  ) => ({
    name: "one",
    params: { n: 7 },
    long: { enter },
  }));
  for (const strategy of strategies) {
    const { equity } = backtest(strategy, shared, { verify: true });
    assertEquals(equity, backtest(strategy, bars).equity);
  }
  const [[first]] = seen;
  assert(seen.at(-1)!.includes(first));
});

Deno.test("cacheIndicators() keeps no more than it may, and results do not depend on it", () => {
  const bars = randomBars(1000);
  const strategy = {
    name: "average",
    params: { n: 5 },
    long: { enter: "crossOver(close, sma(close, n))", exit: "rsi(close, n) > 60" },
  };
  for (const maxBytes of [0, 8_000, 20_000]) {
    const shared = cacheIndicators(bars, { maxBytes });
    for (const n of [5, 6, 5, 7]) {
      const options = { params: { n } };
      assertEquals(
        backtest(strategy, shared, options).equity,
        backtest(strategy, bars, options).equity,
      );
    }
  }
  assertThrows(() => cacheIndicators(bars, { maxBytes: -1 }), DefinitionError);
});

Deno.test("a definition that is given anew has the code of its first run, functions of one name their own", () => {
  const bars = cacheIndicators(randomBars(200));
  const text = (name: string, n: number) =>
    strategy({ name, params: { n }, long: { enter: "close > sma(close, n)" } });
  const compiled = (of: Strategy) => compileCached(of, settings({}));
  assert(compiled(text("one", 5)) === compiled(text("two", 5)));
  const [five, six] = [5, 6].map((n) => backtest(text("one", n), bars).equity);
  assert(five.some((value, bar) => value !== six[bar]));
  const code = (above: number) => {
    const level = column("level", (_bars, out, from, to) => out.fill(above, from, to));
    return backtest({ name: "code", long: { enter: gt(close, level) } }, bars).statistics
      .openTrades;
  };
  assertEquals([0, 1e9].map(code), [1, 0]);
});
