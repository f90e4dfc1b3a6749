import fc from "fast-check";
import type { Panel } from "../../engine/data/panel.ts";
import { panelFromArrays } from "../../engine/data/panel_from_arrays.ts";

/** One bar in ticks, or none. */
const bar = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  {
    weight: 9,
    arbitrary: fc.tuple(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -4, max: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
    ),
  },
);

/** Panels of four assets on a grid of ticks: assets that list late or end early, holes, no bars at all. */
export const arbitraryPanel: fc.Arbitrary<Panel> = fc.record({
  tick: fc.constantFrom(1, 0.01, 1 / 3),
  assets: fc.tuple(...Array.from({ length: 4 }, () =>
    fc.record({
      start: fc.integer({ min: 5, max: 100 }),
      from: fc.constantFrom(0, 0, 0, 7),
      to: fc.constantFrom(99, 99, 99, 20),
      bars: fc.array(bar, { minLength: 40, maxLength: 40 }),
    }))),
  length: fc.integer({ min: 0, max: 40 }),
}).map(({ tick, assets, length }) => {
  const cells = length * assets.length;
  const column = (): Float64Array => new Float64Array(cells).fill(NaN);
  const [open, high, low, close, volume] = Array.from({ length: 5 }, column);
  assets.forEach(({ start, from, to, bars }, asset) => {
    let last = start;
    for (let t = from; t < Math.min(to, length); t++) {
      const moves = bars[t];
      if (moves === undefined) continue;
      const [gap, move, up, down] = moves;
      const first = Math.max(1, last + gap);
      last = Math.max(1, first + move);
      const cell = t * assets.length + asset;
      open[cell] = first * tick;
      close[cell] = last * tick;
      high[cell] = (Math.max(first, last) + up) * tick;
      low[cell] = Math.max(1, Math.min(first, last) - down) * tick;
      volume[cell] = 100;
    }
  });
  return panelFromArrays({
    symbols: assets.map((_, asset) => `S${asset}`),
    time: Float64Array.from({ length }, (_, t) => t * 86_400_000),
    open,
    high,
    low,
    close,
    volume,
  });
});
