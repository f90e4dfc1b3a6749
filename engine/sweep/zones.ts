import type { Bars, Column } from "../data/bars.ts";
import { zoneExtremes } from "./zone_extremes.ts";

/** Highest and lowest value of a column in zones of 8 bars and of 64. The last zone may be shorter. */
export interface Zones {
  readonly top8: Column;
  readonly bottom8: Column;
  readonly top64: Column;
  readonly bottom64: Column;
}

/** Zones of what a run looks at on every bar: closes, and highs with lows. */
export interface BarZones {
  readonly close: Zones;
  /** Tops of the highs, bottoms of the lows. */
  readonly range: Zones;
}

/** The zones of bars, in buffers that Workers can share. */
export function barZones({ high, low, close }: Pick<Bars, "high" | "low" | "close">): BarZones {
  return { close: zonesOf(close, close), range: zonesOf(high, low) };
}

function zonesOf(high: Column, low: Column): Zones {
  const [top8, bottom8] = extremes(high, low);
  const [top64, bottom64] = extremes(top8, bottom8);
  return { top8, bottom8, top64, bottom64 };
}

function extremes(high: Column, low: Column): readonly [top: Column, bottom: Column] {
  const { length } = high;
  const tops = sharedColumn(Math.ceil(length / 8));
  const bottoms = sharedColumn(tops.length);
  zoneExtremes(high, low, tops, bottoms, length);
  return [tops, bottoms];
}

/** A column of a fixed length that Workers can share. */
export function sharedColumn(length: number): Column {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}
