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
const ticks = [1, 1, 1, 1, 1, 1, 1, 0.1, 0.01, 1 / 3, 1e-9, 1e120, 1e-120];

/** When bars begin and how far apart they are: days, and hours and odd minutes over changes of the clock. */
interface Times {
  readonly first: number;
  readonly step: number;
}

const days: Times = { first: Date.UTC(2020, 0, 1), step: 86_400_000 };
const arbitraryTimes: fc.Arbitrary<Times> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(days) },
  fc.record({
    first: fc.constantFrom(
      Date.UTC(2020, 2, 7, 12),
      Date.UTC(2021, 9, 1),
      Date.UTC(1969, 9, 24),
      Date.UTC(1883, 10, 17),
    ),
    step: fc.constantFrom(3_600_000, 5_400_000, 11 * 60_000, 86_400_000, 86_400_000 * 20 + 1),
  }),
);

/**
 * Bars on a grid of ticks, so that levels are often touched exactly: gaps, flat bars, ties, crashes, one bar or none, a
 * user column `u` with NaN, and volume that may be NaN.
 */
const gridBars: fc.Arbitrary<Bars> = fc.record({
  start: fc.integer({ min: 5, max: 120 }),
  tick: fc.constantFrom(...ticks),
  list: fc.oneof(
    { weight: 1, arbitrary: fc.array(moves, { maxLength: 2 }) },
    { weight: 12, arbitrary: fc.array(moves, { minLength: 10, maxLength: 90, size: "max" }) },
  ),
  crash: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    fc.record({ at: fc.integer({ min: 0, max: 80 }), to: fc.constantFrom(1, 2, 400) }),
  ),
  times: arbitraryTimes,
}).map(({ list, ...grid }) => build(list, grid));

/** Longer walks off the grid, on which positions are held for many bars and rounding is everywhere. */
const walks: fc.Arbitrary<Bars> = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  length: fc.integer({ min: 100, max: 800 }),
  swing: fc.constantFrom(0.002, 0.01, 0.05),
  times: arbitraryTimes,
}).map(({ seed, ...options }) => walk(generator(seed), options));

/** Bars of every kind. */
export const arbitraryBars: fc.Arbitrary<Bars> = fc.oneof(
  { weight: 14, arbitrary: gridBars },
  { weight: 1, arbitrary: walks },
);

function generator(seed: number): () => number {
  let word = seed;
  return () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return (word >>> 0) / 2 ** 32;
  };
}

function walk(
  random: () => number,
  { length: n, swing, times }: {
    readonly length: number;
    readonly swing: number;
    readonly times: Times;
  },
): Bars {
  const column = (): Float64Array => new Float64Array(n);
  const [time, open, high, low, close, volume, u] = Array.from({ length: 7 }, column);
  let last = 100 * random() + 1;
  for (let t = 0; t < n; t++) {
    time[t] = times.first + t * times.step;
    open[t] = random() < 0.8 ? last : last * (1 + swing * (random() - 0.5));
    last = close[t] = open[t] * (1 + swing * (random() - 0.5));
    high[t] = Math.max(open[t], close[t]) * (1 + swing * 0.25 * random());
    low[t] = Math.min(open[t], close[t]) * (1 - swing * 0.25 * random());
    volume[t] = Math.floor(1000 * random());
    u[t] = random() < 0.9 ? 0.5 : Math.floor(9 * random()) - 4;
  }
  const columns = new Map(Object.entries({ open, high, low, close, volume, u }));
  return { symbol: "WALK", length: n, time, open, high, low, close, volume, columns };
}

interface Grid {
  readonly start: number;
  readonly tick: number;
  readonly crash: { readonly at: number; readonly to: number } | undefined;
  readonly times: Times;
}

function build(list: readonly Moves[], { start, tick, crash, times }: Grid): Bars {
  const n = list.length;
  const column = (): Float64Array => new Float64Array(n);
  const [time, open, high, low, close, volume, u] = Array.from({ length: 7 }, column);
  let last = start;
  list.forEach(([gap, move, up, down, user], t) => {
    const first = crash?.at === t ? crash.to : Math.max(1, last + gap);
    last = Math.max(1, first + move);
    time[t] = times.first + t * times.step;
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
