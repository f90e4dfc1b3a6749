import type { Panel } from "../engine/data/panel.ts";
import { panelFromArrays } from "../engine/data/panel_from_arrays.ts";
import { xorshift } from "./random_bars.ts";

/** Which bars. */
export interface RandomPanelOptions {
  /** Number of bars. */
  readonly length: number;
  /** Number of assets. */
  readonly assets: number;
  /** Bars of a minute, 390 of them a day, and not of a day. */
  readonly minutes?: boolean;
}

/**
 * Seeded random walks, always the same, with a column `score` of normal numbers that know nothing of the prices.
 *
 * Formulas are those of `validation/benchmark_suite.py` of ml4t-backtest: an asset starts from 50 to 200 with a daily
 * volatility of 1 to 4 %, open and close differ by 0.3 of it. There the open can lie outside high and low, and prices
 * drift away with the square of the volatility; neither is so here.
 */
export function randomPanel({ length, assets, minutes = false }: RandomPanelOptions): Panel {
  const column = (): Float64Array => new Float64Array(length * assets);
  const [open, high, low, close, volume, score] = Array.from({ length: 6 }, column);
  const random = xorshift(123_456_789);
  const normal = normals(random);
  const perDay = minutes ? 390 : 1;
  const last = Float64Array.from({ length: assets }, () => 50 + 150 * random());
  const spread = last.map(() => (0.01 + 0.03 * random()) / Math.sqrt(perDay));
  const drift = last.map((_, asset) =>
    (-0.0001 + 0.0002 * random()) / perDay - spread[asset] * spread[asset] / 2
  );
  for (let at = 0; at < length * assets; at++) {
    const asset = at % assets;
    const price = last[asset] * Math.exp(normal() * spread[asset] + drift[asset]);
    const wick = (): number => Math.abs(normal()) * spread[asset];
    open[at] = price * (1 + 0.3 * spread[asset] * normal());
    high[at] = Math.max(open[at], price * (1 + wick()));
    low[at] = Math.min(open[at], price * (1 - wick()));
    close[at] = last[asset] = price;
    volume[at] = 10_000 + Math.floor(990_000 * random());
    score[at] = normal();
  }
  const step = minutes ? 60_000 : 86_400_000;
  return panelFromArrays({
    symbols: Array.from({ length: assets }, (_, a) => `A${String(a).padStart(3, "0")}`),
    time: Float64Array.from({ length }, (_, t) => Date.UTC(2000, 0, 3) + t * step),
    open,
    high,
    low,
    close,
    volume,
    columns: { score },
  });
}

/** Normal numbers by the method of Box and Muller. */
function normals(random: () => number): () => number {
  let next = NaN;
  return () => {
    if (next === next) {
      const found = next;
      next = NaN;
      return found;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    next = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
