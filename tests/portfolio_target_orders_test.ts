import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  emptyTargetOrders,
  type TargetOptions,
  type TargetOrders,
  targetOrders,
  type TargetState,
} from "../engine/portfolio/target_orders.ts";

fc.configureGlobal({ seed: 1 });

/** Orders as pairs of asset and weight. */
function pairs({ count, assets, weights }: TargetOrders): number[][] {
  return Array.from({ length: count }, (_, k) => [assets[k], weights[k]]);
}

/** Equity 1000; 60, 40, -20 and 0 of it held, at prices of 1, 2, 4 and 8. */
function orders(weights: readonly number[], options: TargetOptions = {}): number[][] {
  return pairs(targetOrders({
    weights: Float64Array.from(weights),
    quantities: Float64Array.of(60, 20, -5, 0),
    closes: Float64Array.of(1, 2, 4, 8),
    equity: 1000,
    options,
  }));
}

Deno.test("targetOrders() orders what has a target, by ascending index", () => {
  assertEquals(orders([0.1, NaN, 0, 0.2]), [[0, 0.1], [2, 0], [3, 0.2]]);
  assertEquals(orders([0.06, 0.04, -0.02, 0]), [[0, 0.06], [1, 0.04], [2, -0.02]]);
  assertEquals(orders([NaN, NaN, NaN, NaN]), []);
});

Deno.test("targetOrders() leaves alone what is within the band, its edge included", () => {
  const band = 0.0625;
  assertEquals(orders([0.06 + 0.063, NaN, NaN, 0.0625], { band }), [[0, 0.06 + 0.063]]);
  assertEquals(orders([0, NaN, NaN, -0.063], { band }), [[3, -0.063]]);
  assertEquals(orders([0.06, 0.05, NaN, 0], { band: 0 }), [[1, 0.05]]);
});

Deno.test("targetOrders() leaves alone what is worth less than the least trade, not what is worth it", () => {
  assertEquals(orders([0.5, 0.25, 0, 0.125], { minTrade: 125 }), [[0, 0.5], [1, 0.25], [3, 0.125]]);
  assertEquals(orders([0.5, 0.25, 0, 0.125], { minTrade: 125.1 }), [[0, 0.5], [1, 0.25]]);
});

Deno.test("targetOrders() keeps the buffer back before anything is compared", () => {
  assertEquals(orders([0.5, NaN, 0, -0.5], { buffer: 0.25 }), [[0, 0.375], [2, 0], [3, -0.375]]);
  assertEquals(orders([0.125, NaN, NaN, NaN], { buffer: 0.5, band: 0.01 }), []);
});

Deno.test("targetOrders() values what is held by multipliers", () => {
  const state = {
    weights: Float64Array.of(0.5, 0.5),
    quantities: Float64Array.of(1, 1),
    closes: Float64Array.of(100, 100),
    equity: 1000,
    options: { band: 0.01 },
  };
  const found = targetOrders({ ...state, multipliers: Float64Array.of(5, 1) });
  assertEquals(pairs(found), [[1, 0.5]]);
});

Deno.test("targetOrders() has no orders without a bar or without equity", () => {
  const state = { weights: Float64Array.of(0.5, 0), quantities: Float64Array.of(0, 5) };
  const closes = Float64Array.of(NaN, NaN);
  assertEquals(targetOrders({ ...state, closes, equity: 1000 }).count, 0);
  for (const equity of [0, -5, NaN]) {
    assertEquals(targetOrders({ ...state, closes: Float64Array.of(1, 1), equity }).count, 0);
  }
});

Deno.test("targetOrders() writes over the orders of the bar before", () => {
  const out = emptyTargetOrders(2);
  const state = { quantities: new Float64Array(2), closes: Float64Array.of(1, 1), equity: 1, out };
  assert(targetOrders({ ...state, weights: Float64Array.of(0.5, 0.25) }) === out);
  assertEquals(pairs(out), [[0, 0.5], [1, 0.25]]);
  targetOrders({ ...state, weights: Float64Array.of(NaN, 0.75) });
  assertEquals(pairs(out), [[1, 0.75]]);
});

Deno.test("targetOrders() follows its sentence on any account", () => {
  const one = (least: number, most: number): fc.Arbitrary<number> =>
    fc.oneof(fc.double({ min: least, max: most, noNaN: true }), fc.constantFrom(0, NaN, most));
  const asset = fc.record({ w: one(-2, 2), q: fc.integer({ min: -3, max: 3 }), c: one(1, 9) });
  const options = fc.record({
    band: fc.constantFrom(0, 0.25, 1),
    minTrade: fc.constantFrom(0, 1, 5),
    buffer: fc.constantFrom(0, 0.5),
  }, { requiredKeys: [] });
  const account = fc.record({ assets: fc.array(asset, { maxLength: 9 }), options });
  fc.assert(fc.property(account, ({ assets, options }) => {
    const column = (key: "w" | "q" | "c"): Float64Array =>
      Float64Array.from(assets, (found) => found[key]);
    const equity = 10;
    const wanted = assets.flatMap(({ w, q, c }, index) => {
      const target = w * (1 - (options.buffer ?? 0));
      const value = q * c;
      if (Number.isNaN(w) || Number.isNaN(c) || (target === 0 && q === 0)) return [];
      const { band, minTrade } = options;
      if (band !== undefined && Math.abs(target - value / equity) <= band) return [];
      if (minTrade !== undefined && Math.abs(target * equity - value) < minTrade) return [];
      return [[index, target]];
    });
    const state = { weights: column("w"), quantities: column("q"), closes: column("c"), equity };
    assertEquals(pairs(targetOrders({ ...state, options })), wanted);
  }));
});

Deno.test("targetOrders() refuses options out of range, uneven columns and infinite weights", () => {
  const state: TargetState = {
    weights: Float64Array.of(1),
    quantities: Float64Array.of(0),
    closes: Float64Array.of(1),
    equity: 1,
  };
  const refused = (change: Partial<TargetState>, words: string): void => {
    assertThrows(() => targetOrders({ ...state, ...change }), RangeError, words);
  };
  refused({ options: { band: -0.1 } }, "found band -0.1, expected a finite number from 0");
  refused({ options: { minTrade: NaN } }, "found minTrade NaN");
  refused({ options: { buffer: 1 } }, "found buffer 1, expected a number from 0 to below 1");
  refused({ closes: Float64Array.of(1, 2) }, "found 2 closes, expected 1, one a weight");
  refused({ weights: Float64Array.of(-Infinity) }, "found weight -Infinity for asset 0");
});
