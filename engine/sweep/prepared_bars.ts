import type { Bars } from "../data/bars.ts";
import { sharedBars } from "./shared_bars.ts";
import { type BarZones, barZones } from "./zones.ts";

/** Bars with their zones. */
export interface PreparedBars {
  readonly bars: Bars;
  readonly zones: BarZones;
}

const prepared = new WeakMap<Bars, PreparedBars>();

/** Makes bars ready for many sweeps; nobody may write into their columns from then on. */
export function prepareBars(bars: Bars): Bars {
  const made = newlyPrepared(bars);
  prepared.set(made.bars, made);
  return made.bars;
}

/**
 * Bars ready for a sweep: those of `prepareBars` are, others are made ready anew, for they may have been written since.
 *
 * @param shared Whether Workers are to share them; otherwise their columns are taken as they are.
 */
export function preparedBars(bars: Bars, shared: boolean): PreparedBars {
  return prepared.get(bars) ?? (shared ? newlyPrepared(bars) : { bars, zones: barZones(bars) });
}

function newlyPrepared(bars: Bars): PreparedBars {
  const shared = sharedBars(bars);
  return { bars: shared, zones: barZones(shared) };
}
