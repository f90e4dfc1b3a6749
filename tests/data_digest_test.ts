import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import * as fc from "fast-check";
import type { Bars } from "../engine/data/bars.ts";
import { digestBars } from "../engine/data/digest.ts";
import { makeBars } from "../engine/data/make_bars.ts";
import { sliceBars } from "../engine/data/slice.ts";

fc.configureGlobal({ seed: 1 });

function barsOf(columns: Record<string, number[]>, symbol = ""): Bars {
  const arrays = Object.entries(columns).map(([name, values]) =>
    [name, Float64Array.from(values)] as const
  );
  const time = Float64Array.from(columns.close, (_, i) => i);
  return makeBars({ symbol, time, columns: new Map(arrays) });
}

Deno.test("digestBars() changes with any one bit", () => {
  const close = Array.from({ length: 40 }, (_, i) => 100 + i);
  const whole = digestBars(barsOf({ close }));
  assertMatch(whole, /^[0-9a-f]{16}$/);
  fc.assert(fc.property(fc.nat(39), fc.nat(63), (row, bit) => {
    const bars = barsOf({ close });
    new Uint8Array(bars.close.buffer)[row * 8 + (bit >> 3)] ^= 1 << (bit & 7);
    assertNotEquals(digestBars(bars), whole);
  }));
});

Deno.test("digestBars() has no collision among bars that differ a little", () => {
  const seen = new Set<string>();
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 40; j++) {
      const close = Array.from({ length: 40 }, (_, k) => k === i || k === j ? -1 : 1);
      seen.add(digestBars(barsOf({ close })));
    }
  }
  assertEquals(seen.size, 40 + 40 * 39 / 2);
});

Deno.test("digestBars() minds names and places, not symbol, order and kind of NaN", () => {
  const digest = (columns: Record<string, number[]>, symbol = ""): string =>
    digestBars(barsOf(columns, symbol));
  const close = [1, 2];
  const whole = digest({ close, a: [3, 4], b: [5, NaN] });
  assertEquals(digest({ b: [5, NaN], close, a: [3, 4] }, "ABC"), whole);
  assertNotEquals(digest({ close, b: [3, 4], a: [5, NaN] }), whole);
  assertNotEquals(digest({ close, a: [4, 3], b: [5, NaN] }), whole);
  assertNotEquals(digest({ close, a: [3, 4] }), whole);
  const bars = barsOf({ close, a: [3, 4], b: [5, NaN] });
  new Uint8Array((bars.columns.get("b") ?? bars.close).buffer)[8] = 7;
  assertEquals(digestBars(bars), whole);
});

Deno.test("digestBars() is the same for a view and for bars without rows", () => {
  const view = sliceBars(barsOf({ close: [1, 2, 3] }), { to: 2 });
  assertEquals(digestBars(view), digestBars(barsOf({ close: [1, 2] })));
  assertMatch(digestBars(barsOf({ close: [] })), /^[0-9a-f]{16}$/);
});

Deno.test("digestBars() stays the same from version to version", () => {
  assertEquals(digestBars(barsOf({ close: [1, 2.5] })), "4df9784242ad8544");
});
