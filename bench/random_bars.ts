import type { Bars } from "../engine/data/bars.ts";
import { makeBars } from "../engine/data/make_bars.ts";

/** Minute bars of a seeded random walk from 100, always the same: steps up to 0.1 %, wicks up to 0.05 %, volumes 1 to 1000. */
export function randomBars(length: number): Bars {
  const column = (): Float64Array => new Float64Array(length);
  const [time, open, high, low, close, volume] = Array.from({ length: 6 }, column);
  const random = xorshift(123_456_789);
  const randomVolume = xorshift(987_654_321);
  const start = Date.UTC(2000, 0, 1);
  let price = 100;
  for (let i = 0; i < length; i++) {
    const before = price;
    price = price * (1 + (random() - 0.5) * 0.002);
    time[i] = start + i * 60_000;
    open[i] = before;
    close[i] = price;
    high[i] = Math.max(before, price) * (1 + random() * 0.0005);
    low[i] = Math.min(before, price) * (1 - random() * 0.0005);
    volume[i] = 1 + Math.floor(1000 * randomVolume());
  }
  const columns = new Map(Object.entries({ open, high, low, close, volume }));
  return makeBars({ symbol: "RANDOM", time, columns });
}

/** Numbers in [0, 1) by Marsaglia's 32-bit xorshift. */
export function xorshift(seed: number): () => number {
  let word = seed;
  return () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return (word >>> 0) / 2 ** 32;
  };
}
