import type { Panel } from "../../data/panel.ts";
import { noise } from "../../stats/returns.ts";
import { addValue, newMoments } from "../../stats/moments.ts";
import type { PortfolioOutput } from "../output.ts";
import { type Multipliers, replay } from "./holdings.ts";

/** How the positions of the assets moved together. */
export interface Correlations {
  /** Symbols of the assets whose positions made or lost anything, in order of the panel. */
  readonly symbols: readonly string[];
  /** Correlation of each two of them, row after row; 1 on the diagonal. */
  readonly values: Float64Array;
  /** Mean of all pairs; NaN of fewer than two assets. */
  readonly mean: number;
}

/**
 * Correlations of what positions made from close to close: `Q_a[t-1] * (c_a[t] - c_a[t-1]) * M_a`, 0 where nothing is held
 * or the asset has no bar. What fills make inside their bar does not count.
 */
export function correlations(
  output: Pick<PortfolioOutput, "ledger">,
  panel: Panel,
  multipliers: Multipliers,
): Correlations {
  const profits = profitColumns(output, panel, multipliers);
  const kept = [...profits].flatMap(([asset, profit]) => {
    const found = standardized(profit);
    return found === undefined ? [] : [[asset, found] as const];
  }).sort(([a], [b]) => a - b);
  const { length: count } = kept;
  const values = new Float64Array(count * count);
  let sum = 0;
  for (let a = 0; a < count; a++) {
    values[a * count + a] = 1;
    for (let b = a + 1; b < count; b++) {
      const found = product(kept[a][1], kept[b][1]);
      values[a * count + b] = values[b * count + a] = found;
      sum += found;
    }
  }
  return {
    symbols: kept.map(([asset]) => panel.symbols[asset]),
    values,
    mean: sum / (count * (count - 1) / 2),
  };
}

/** What the position of each asset that was held made on each bar. */
function profitColumns(
  output: Pick<PortfolioOutput, "ledger">,
  panel: Panel,
  multipliers: Multipliers,
): ReadonlyMap<number, Float64Array> {
  const profits = new Map<number, Float64Array>();
  const held = new Float64Array(panel.assets);
  const before = new Float64Array(panel.assets);
  replay(output, panel, (t, quantities, closes) => {
    for (let asset = 0; asset < held.length; asset++) {
      if (held[asset] !== 0) {
        if (!profits.has(asset)) profits.set(asset, new Float64Array(panel.length));
        profits.get(asset)![t] = held[asset] * (closes[asset] - before[asset]) * multipliers[asset];
      }
      held[asset] = quantities[asset];
      before[asset] = closes[asset];
    }
  });
  return profits;
}

/** Values less their mean, over the root of the sum of their squares; undefined where they do not vary. */
function standardized(values: Float64Array): Float64Array | undefined {
  const found = newMoments();
  for (const value of values) addValue(found, value);
  const size = Math.sqrt(found.squares);
  if (!(size > noise * Math.abs(found.mean))) return undefined;
  return values.map((value) => (value - found.mean) / size);
}

function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < x.length; t++) sum += x[t] * y[t];
  return Math.max(-1, Math.min(1, sum));
}
