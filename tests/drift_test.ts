import { assert } from "@std/assert";
import { call, close } from "../codegen/define/builders.ts";
import type { Expression } from "../codegen/define/expression.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { evaluate } from "../engine/reference/mod.ts";

const n = 50;
const length: Expression = { tag: "number", value: n };

/** A seeded walk of 200,000 closes around 100. */
function walk(): Float64Array {
  let word = 0x9e3779b9;
  let price = 100;
  return Float64Array.from({ length: 200_000 }, () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    price *= 1 + ((word >>> 0) / 2 ** 32 - 0.5) * 0.01;
    return price = Math.min(1000, Math.max(10, price));
  });
}

/** Sum of the window that ends at t, exact but for its last rounding (Neumaier). */
function exactSum(values: Float64Array, t: number, term: (x: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = t - n + 1; i <= t; i++) {
    const x = term(values[i]);
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

Deno.test("running sums drift by less than the stated bound from exact ones", () => {
  const closes = walk();
  const time = closes.map((_, t) => t * 60_000);
  const bars = barsFrom({ time, close: closes }, { priceOnly: true });
  const mean = evaluate(call("sma", [close, length]), bars, new Map());
  const deviation = evaluate(call("stdev", [close, length]), bars, new Map());
  const unit = 2 ** -53;
  for (let t = n - 1; t < closes.length; t += 997) {
    // Each bar rounds twice, each time by at most half a unit of the largest sum, n * 1000.
    const sum = exactSum(closes, t, (x) => x);
    assert(Math.abs(mean[t] * n - sum) <= 2 * (t + 1) * unit * n * 1000);
    assert(Math.abs(mean[t] * n - sum) <= 1e-11 * sum, "in practice far less");
    const middle = sum / n;
    const squares = exactSum(closes, t, (x) => (x - middle) ** 2);
    const bound = 6 * (t + 1) * unit * 1000 * 1000;
    assert(Math.abs(deviation[t] ** 2 - squares / n) <= bound);
  }
});
