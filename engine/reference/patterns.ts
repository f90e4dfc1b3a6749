import type { Bars } from "../data/bars.ts";
import {
  bearishEngulfing,
  bullishEngulfing,
  doji,
  hammer,
  insideBar,
  type ShadowRatios,
  shootingStar,
} from "./candles.ts";
import type { Indicator } from "./indicators.ts";
import { pivotHigh, type PivotLengths, pivotLow } from "./pivots.ts";
import type { Series } from "./series.ts";

/** Pivots and candles by name. */
export const patterns: readonly (readonly [name: string, Indicator])[] = [
  ["pivotHigh", pivots(pivotHigh)],
  ["pivotLow", pivots(pivotLow)],
  ["bullishEngulfing", pairOfBars(bullishEngulfing)],
  ["bearishEngulfing", pairOfBars(bearishEngulfing)],
  ["insideBar", pairOfBars(insideBar)],
  ["doji", {
    series: 0,
    factor: 0,
    optional: 1,
    condition: true,
    lookBack: (_s, [_share, n]) => n,
    outputs: ({ bars, numbers: [share, n] }) => ({ "": doji(bars, { share, n }) }),
  }],
  ["hammer", shadows(hammer)],
  ["shootingStar", shadows(shootingStar)],
];

function pivots(formula: (x: Series, lengths: PivotLengths) => Series): Indicator {
  return {
    series: 1,
    lookBack: (s, [left, right]) => s + left + right,
    outputs: ({ x, numbers: [left, right] }) => ({ "": formula(x, { left, right }) }),
  };
}

function pairOfBars(formula: (bars: Bars) => Series): Indicator {
  return {
    series: 0,
    condition: true,
    lookBack: () => 1,
    outputs: ({ bars }) => ({ "": formula(bars) }),
  };
}

function shadows(formula: (bars: Bars, ratios: ShadowRatios) => Series): Indicator {
  return {
    series: 0,
    factor: "all",
    condition: true,
    lookBack: () => 0,
    outputs: ({ bars, numbers: [times, share] }) => ({ "": formula(bars, { times, share }) }),
  };
}
