import type { Column } from "../data/bars.ts";

/** A fall of the equity below its highest value so far. */
export interface Drawdown {
  /** `lowest / peak - 1`, < 0; 0: equity never was below its peak. */
  readonly depth: number;
  /** Last bar at the peak; -1: the starting cash, before the first bar. */
  readonly peak: number;
  /** First bar of the lowest equity; -1: none. */
  readonly trough: number;
  /** First bar back at the peak or above; -1: not reached. */
  readonly recovery: number;
  /** Highest equity of all, the starting cash included. */
  readonly highest: number;
}

/**
 * The deepest drawdown, of equal ones the first. Looks at every bar; the starting cash counts as a peak.
 *
 * @param equity Equity at each bar.
 * @param cash Starting cash, > 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const found = deepestDrawdown(Float64Array.of(100, 120, 90, 110, 120), 100);
 * assertEquals(found, { depth: -0.25, peak: 1, trough: 2, recovery: 4, highest: 120 });
 * ```
 */
export function deepestDrawdown(equity: Column, cash: number): Drawdown {
  let depth = 0;
  let start = -1;
  let trough = -1;
  let recovery = -1;
  let peak = cash;
  let peakIndex = -1;
  let lowest = cash;
  let lowestIndex = -1;
  for (let t = 0; t < equity.length; t++) {
    const value = equity[t];
    if (value < peak) {
      if (value < lowest) {
        lowest = value;
        lowestIndex = t;
      }
      continue;
    }
    // The depth of a fall is computed once, at its end, and not at each bar.
    if (lowest < peak && lowest / peak - 1 < depth) {
      depth = lowest / peak - 1;
      start = peakIndex;
      trough = lowestIndex;
      recovery = t;
    }
    peak = lowest = value;
    peakIndex = t;
  }
  const last = lowest / peak - 1;
  if (last < depth) {
    return { depth: last, peak: peakIndex, trough: lowestIndex, recovery: -1, highest: peak };
  }
  return { depth, peak: start, trough, recovery, highest: peak };
}
