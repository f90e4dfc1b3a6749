import fc from "fast-check";
import type { Bars } from "../../engine/data/bars.ts";

/** One bar in ticks: gap from the last close, move, and how far the range reaches beyond. */
type Moves = readonly [gap: number, move: number, up: number, down: number, user: number];

const moves: fc.Arbitrary<Moves> = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -8, max: 8 })),
  fc.integer({ min: -6, max: 6 }),
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 5 }),
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -4, max: 4 }) }, fc.constant(NaN)),
);

/** Sizes of a tick: whole, with rounding, huge and tiny. */
const ticks = [1, 1, 1, 0.1, 0.01, 1 / 3, 1e-9, 1e120, 1e-120];

/**
 * Bars on a grid of ticks, so that levels are often touched exactly: gaps, flat bars, ties, crashes, one bar or none, a
 * user column `u` with NaN, and volume that may be NaN.
 */
export const arbitraryBars: fc.Arbitrary<Bars> = fc.record({
  start: fc.integer({ min: 5, max: 120 }),
  tick: fc.constantFrom(...ticks),
  list: fc.oneof(
    { weight: 1, arbitrary: fc.array(moves, { maxLength: 2 }) },
    { weight: 12, arbitrary: fc.array(moves, { minLength: 10, maxLength: 90 }) },
  ),
  crash: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    fc.record({ at: fc.integer({ min: 0, max: 80 }), to: fc.constantFrom(1, 2, 400) }),
  ),
}).map(({ start, tick, list, crash }) => build(list, { start, tick, crash }));

interface Grid {
  readonly start: number;
  readonly tick: number;
  readonly crash: { readonly at: number; readonly to: number } | undefined;
}

function build(list: readonly Moves[], { start, tick, crash }: Grid): Bars {
  const n = list.length;
  const column = (): Float64Array => new Float64Array(n);
  const [time, open, high, low, close, volume, u] = Array.from({ length: 7 }, column);
  let last = start;
  list.forEach(([gap, move, up, down, user], t) => {
    const first = crash?.at === t ? crash.to : Math.max(1, last + gap);
    last = Math.max(1, first + move);
    time[t] = Date.UTC(2020, 0, 1) + t * 86_400_000;
    open[t] = first * tick;
    close[t] = last * tick;
    high[t] = (Math.max(first, last) + up) * tick;
    low[t] = Math.max(1, Math.min(first, last) - down) * tick;
    volume[t] = up === 5 ? NaN : 100 * up;
    u[t] = user;
  });
  const columns = new Map(Object.entries({ open, high, low, close, volume, u }));
  return { symbol: "TEST", length: n, time, open, high, low, close, volume, columns };
}
