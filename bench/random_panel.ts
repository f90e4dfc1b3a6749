import type { Panel } from "../engine/data/panel.ts";
import { panelFromArrays } from "../engine/data/panel_from_arrays.ts";
import { xorshift } from "./random_bars.ts";

/** Daily bars of seeded random walks from 100, always the same: gaps up to 0.5 %, moves up to 2 % a day. */
export function randomPanel(length: number, assets: number): Panel {
  const column = (): Float64Array => new Float64Array(length * assets);
  const [open, high, low, close, volume] = Array.from({ length: 5 }, column);
  const random = xorshift(123_456_789);
  const last = new Float64Array(assets).fill(100);
  for (let at = 0; at < length * assets; at++) {
    const asset = at % assets;
    open[at] = last[asset] * (1 + (random() - 0.5) * 0.01);
    close[at] = open[at] * (1 + (random() - 0.5) * 0.04);
    high[at] = Math.max(open[at], close[at]) * (1 + random() * 0.005);
    low[at] = Math.min(open[at], close[at]) * (1 - random() * 0.005);
    volume[at] = 1e6;
    last[asset] = close[at];
  }
  return panelFromArrays({
    symbols: Array.from({ length: assets }, (_, asset) => `A${asset}`),
    time: Float64Array.from({ length }, (_, t) => Date.UTC(2010, 0, 1 + t)),
    open,
    high,
    low,
    close,
    volume,
  });
}
