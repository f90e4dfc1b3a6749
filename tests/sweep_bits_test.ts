import { assertEquals } from "@std/assert";
import { randomBars } from "../bench/random_bars.ts";
import { grid, range, sweep } from "../engine/sweep/mod.ts";
import { compareSweeps } from "./fuzz/sweeps.ts";
import { assertSameBits } from "./sweeps/same_bits.ts";

const bars = randomBars(5_000);
const risk = [{ stopLoss: "stop" }, { takeProfit: 0.02 }];
const strategies = {
  "thresholds of an oscillator, without crossings": {
    long: { enter: "rsi(close, n) < level", exit: "rsi(close, n) > 100 - level" },
    risk,
  },
  "crossings of an oscillator and a number, short": {
    short: { enter: "crossUnder(rsi(close, n), 100 - level)" },
    risk: [{ stopLoss: "stop" }, { trailingStop: 0.004 }],
  },
  "a crossing of the close and an average, and a filter": {
    long: { enter: "crossOver(close, sma(close, n)) && rsi(close, 14) < 50 + level" },
    risk: [{ timeStop: 40 }],
  },
  "breakouts, memory of values and nested indicators": {
    long: {
      enter: "close > highest(high, n)[1] && ema(sma(close, n), 5) > lag(ema(close, n), 3)",
      exit: "crossUnder(close, ema(close, n)) || barsSince(close < open) > level / 3",
    },
    short: { enter: "falling(sma(close, n), 5)", exit: "close > sma(close, n) * (1 + stop)" },
    risk,
  },
  "resting orders, and levels in price": {
    long: { enter: "close < sma(close, n)", entry: { type: "limit", price: "low", expires: 3 } },
    risk: [{ stopLoss: { distance: "2 * atr(n)" } }, { takeProfit: { riskMultiple: 2 } }],
  },
  "a trail by a series": {
    long: { enter: "crossOver(close, sma(close, n))" },
    risk: [{ trailingStop: { price: "lowest(low, n)" } }],
  },
};
const sets = grid({ n: [2, 5, 20], level: [20, 35], stop: [0.001, 0.005] });
const financing = { borrow: 0.05, interest: 0.02 };

for (const [what, sides] of Object.entries(strategies)) {
  Deno.test(`sweep() has the bits of backtest(): ${what}`, async () => {
    const params = { n: 5, level: 30, stop: 0.01 };
    const size = { percentOfEquity: "min(1, stop * 300) * level / 40" };
    const strategy = { name: "swept", params, size, ...sides };
    for (const settings of [{}, { execution: { fill: "close" }, cash: 1e5 }, { financing }]) {
      const options = { grid: sets, settings: settings as never, workers: 0, chunk: 512 };
      const result = await sweep(strategy as never, bars, options);
      assertEquals(result.done, sets.count);
      assertSameBits(result);
    }
  });
}

Deno.test("sweep() has the bits of backtest() for random strategies", async () => {
  await compareSweeps({ runs: 150, seed: 7 });
});

Deno.test("sweep() has the bits of backtest() where kernels are rehearsed before", async () => {
  const many = grid({ n: range(2, 101), level: range(20, 49), stop: [0.005] });
  const long = { enter: "rsi(close, n) < level", exit: "rsi(close, n) > 100 - level" };
  const strategy = { name: "swept", params: { n: 5, level: 30, stop: 0.01 }, long, risk };
  const result = await sweep(strategy as never, bars, { grid: many, workers: 0 });
  assertSameBits(result, [0, 1_111, many.count - 1]);
});
