import fc from "fast-check";
import type { Panel } from "../../engine/portfolio/types.ts";
import { panelOf, type Row } from "../portfolio_cases/case.ts";

/** One bar in ticks: whether the asset has it, gap from the last close, move, reach beyond both, volume. */
type Moves = readonly [
  there: boolean,
  gap: number,
  move: number,
  up: number,
  down: number,
  volume: number,
];

const moves: fc.Arbitrary<Moves> = fc.tuple(
  fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false)),
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -8, max: 8 })),
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(100, 100, 40, 0, NaN),
);

/** Where an asset begins and ends; most have all bars. */
const lives = fc.oneof(
  { weight: 3, arbitrary: fc.constant([0, 1] as const) },
  fc.constantFrom([0.3, 1] as const, [0, 0.6] as const, [0.4, 0.7] as const, [1, 1] as const),
);

/**
 * Panels of one to four assets on a grid of ticks: gaps, ties, missing bars, assets that list late or end early, or never
 * have a bar; hours or days apart; with volume and a column `rate`.
 */
export const arbitraryPanel: fc.Arbitrary<Panel> = fc.record({
  assets: fc.array(
    fc.record({
      start: fc.integer({ min: 20, max: 120 }),
      tick: fc.constantFrom(1, 1, 0.1, 1 / 3),
      list: fc.array(moves, { minLength: 5, maxLength: 40 }),
      life: lives,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  step: fc.constantFrom(86_400_000, 7 * 3_600_000),
}).map(({ assets, step }) => {
  const length = Math.max(...assets.map(({ list }) => list.length));
  const prices: Record<string, readonly Row[]> = {};
  const volume: Record<string, readonly number[]> = {};
  assets.forEach(({ start, tick, list, life: [from, to] }, index) => {
    let last = start;
    const rows = Array.from({ length }, (_, t): Row => {
      const [there, gap, move, up, down] = list[t % list.length];
      if (!there || t < from * length || t >= to * length) return undefined;
      const first = Math.max(1, last + gap);
      last = Math.max(1, first + move);
      const high = Math.max(first, last) + up;
      const low = Math.max(1, Math.min(first, last) - down);
      return [first * tick, high * tick, low * tick, last * tick];
    });
    prices[`S${index}`] = rows;
    volume[`S${index}`] = rows.map((row, t) => row === undefined ? NaN : list[t % list.length][5]);
  });
  const rate = Array.from(
    { length },
    (_, t) => assets.map((__, a) => (t + a) % 4 === 0 ? NaN : 0.001 * (a - 1)),
  );
  const times = Array.from({ length }, (_, t) => Date.UTC(2020, 2, 5) + t * step);
  return panelOf({ prices, volume, times, columns: { rate } });
});

/** A panel up to a bar, without it. */
export function prefixOf(panel: Panel, length: number): Panel {
  const cut = (column: Float64Array): Float64Array => column.slice(0, length * panel.assets);
  const columns = new Map([...panel.columns].map(([name, column]) => [name, cut(column)]));
  return {
    ...panel,
    length,
    time: panel.time.slice(0, length),
    present: panel.present.slice(0, length * panel.assets),
    columns,
    open: columns.get("open")!,
    high: columns.get("high")!,
    low: columns.get("low")!,
    close: columns.get("close")!,
    volume: columns.get("volume")!,
  };
}

/** A panel whose assets come in the reverse order. */
export function reversed(panel: Panel): Panel {
  const { assets } = panel;
  const from = (at: number): number => at - at % assets + (assets - 1 - at % assets);
  const columns = new Map(
    [...panel.columns].map(([name, column]) => [name, column.map((_, at) => column[from(at)])]),
  );
  const symbols = [...panel.symbols].reverse();
  return {
    ...panel,
    symbols,
    indexOf: (symbol) => symbols.indexOf(symbol),
    columns,
    present: panel.present.map((_, at) => panel.present[from(at)]),
    open: columns.get("open")!,
    high: columns.get("high")!,
    low: columns.get("low")!,
    close: columns.get("close")!,
    volume: columns.get("volume")!,
  };
}
