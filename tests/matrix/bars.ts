import type { Bars } from "../../engine/data/bars.ts";

/** Columns of bars, all of one length. */
type Columns = Readonly<Record<"open" | "high" | "low" | "close" | "volume" | "u", number[]>>;

/** Six bars small enough to compute with by hand; `u` is a user's column. */
export const handBars: Bars = barsOf({
  open: [10, 10, 12, 11, 14, 13],
  high: [11, 13, 13, 15, 14, 17],
  low: [9, 10, 10, 11, 12, 13],
  close: [10, 12, 11, 14, 13, 16],
  volume: [100, NaN, 300, 0, 500, 600],
  u: [1, -2, NaN, 3, -1, 2],
});

/** `handBars` upside down: a price p is 20 - p. */
export const fallingBars: Bars = barsOf({
  open: [10, 10, 8, 9, 6, 7],
  high: [11, 10, 10, 9, 8, 7],
  low: [9, 7, 7, 5, 6, 3],
  close: [10, 8, 9, 6, 7, 4],
  volume: [100, NaN, 300, 0, 500, 600],
  u: [1, -2, NaN, 3, -1, 2],
});

/** A random walk, the same for the same seed, with gaps in `volume` and `u`. */
export function seededBars(length: number, seed: number): Bars {
  const random = generator(seed);
  const columns: Columns = { open: [], high: [], low: [], close: [], volume: [], u: [] };
  let last = 100;
  for (let t = 0; t < length; t++) {
    const open = last * (1 + (random() - 0.5) * 0.02);
    last = open * (1 + (random() - 0.5) * 0.06);
    columns.open.push(open);
    columns.close.push(last);
    columns.high.push(Math.max(open, last) * (1 + random() * 0.02));
    columns.low.push(Math.min(open, last) * (1 - random() * 0.02));
    columns.volume.push(random() < 0.1 ? NaN : Math.round(random() * 1000));
    columns.u.push(random() < 0.1 ? NaN : Math.round((random() - 0.5) * 10));
  }
  return barsOf(columns);
}

function barsOf(columns: Columns): Bars {
  const made = Object.entries(columns).map(([name, values]) =>
    [name, Float64Array.from(values)] as const
  );
  const named = new Map(made);
  const length = columns.close.length;
  return {
    symbol: "MATRIX",
    length,
    time: Float64Array.from({ length }, (_, t) => t * 86_400_000),
    open: named.get("open")!,
    high: named.get("high")!,
    low: named.get("low")!,
    close: named.get("close")!,
    volume: named.get("volume")!,
    columns: named,
  };
}

/** Numbers in [0, 1): mulberry32, by Tommy Ettinger. */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
