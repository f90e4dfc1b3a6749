import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Bars } from "../engine/data/bars.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import type { Panel } from "../engine/data/panel.ts";
import { assertSameBits } from "./matrix/same_run.ts";

/** Bars at times in days since the epoch, with prices and volume that tell symbol and day. */
export function barsAt(symbol: string, days: readonly number[]): Bars {
  const price = (day: number): number => symbol.charCodeAt(0) + day / 100;
  return barsFrom({
    time: days.map((day) => day * 86_400_000),
    open: days.map(price),
    high: days.map((day) => price(day) + 2),
    low: days.map((day) => price(day) - 2),
    close: days.map((day) => price(day) + 1),
    volume: days.map((day) => day * 10),
  }, { symbol });
}

/** Every column by name, the time among them. */
function columnsOf({ time, columns }: Bars | Panel): [string, Float64Array][] {
  return [["time", time], ...columns];
}

/** Asserts that all columns of two bars or panels are the same in every bit, and in one order. */
export function assertSameColumns(found: Bars | Panel, wanted: Bars | Panel): void {
  const [a, b] = [columnsOf(found), columnsOf(wanted)];
  assertEquals(a.map(([name]) => name), b.map(([name]) => name));
  a.forEach(([name, column], i) => assertSameBits(column, b[i][1], name));
}

/** Asserts that two panels are the same in every bit. */
export function assertSamePanel(found: Panel, wanted: Panel): void {
  assertEquals([...found.symbols], [...wanted.symbols]);
  assertEquals(found.priceOnly, wanted.priceOnly);
  assertEquals(found.present, wanted.present);
  assertSameColumns(found, wanted);
}

const value = fc.double({ noNaN: true, min: 1e-300, max: 1e300 });

/** Sound bars of one asset, at most 12, on some of 16 moments, with a column of its own in which anything may be. */
function arbitraryBars(symbol: string): fc.Arbitrary<Bars> {
  const moments = fc.uniqueArray(fc.integer({ min: 1, max: 16 }), { maxLength: 12 });
  return moments.chain((times) => {
    const cells = fc.tuple(
      fc.tuple(value, value, value, value).map((four) => four.sort((a, b) => a - b)),
      fc.double({ noDefaultInfinity: true }),
      fc.double({ noDefaultInfinity: true }),
    );
    return fc.array(cells, { minLength: times.length, maxLength: times.length }).map((rows) =>
      barsFrom({
        time: times.sort((a, b) => a - b),
        open: rows.map(([[, open]]) => open),
        high: rows.map(([[, , , high]]) => high),
        low: rows.map(([[low]]) => low),
        close: rows.map(([[, , close]]) => close),
        volume: rows.map(([, volume]) => volume),
        rank: rows.map(([, , rank]) => rank),
      }, { symbol })
    );
  });
}

/** Bars of up to five assets. */
export const arbitraryAssets: fc.Arbitrary<Bars[]> = fc.subarray(["B", "A", "2", "AA", "1"])
  .chain((symbols) => fc.tuple(...symbols.map(arbitraryBars)));
