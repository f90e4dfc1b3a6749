import type { Bars, Column } from "../data/bars.ts";

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
  const [top8, bottom8] = [extremes(high, 1), extremes(low, -1)];
  return { top8, bottom8, top64: extremes(top8, 1), bottom64: extremes(bottom8, -1) };
}

/** The largest (sign 1) or smallest (sign -1) of each eight values. */
function extremes(values: Column, sign: 1 | -1): Column {
  const zones = sharedColumn(Math.ceil(values.length / 8));
  for (let zone = 0; zone < zones.length; zone++) {
    const end = Math.min(values.length, 8 * zone + 8);
    let most = values[8 * zone];
    for (let i = 8 * zone + 1; i < end; i++) {
      if (sign > 0 ? values[i] > most : values[i] < most) most = values[i];
    }
    zones[zone] = most;
  }
  return zones;
}

/** A column of a fixed length that Workers can share. */
export function sharedColumn(length: number): Column {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}
