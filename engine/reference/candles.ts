import type { Bars } from "../data/bars.ts";
import { truth } from "./operators.ts";
import { type Series, seriesFrom } from "./series.ts";
import { sma } from "./windows.ts";

/** An up body that covers the down body of the bar before. */
export function bullishEngulfing(bars: Bars): Series {
  return engulfing(bars, { bottom: bars.open, top: bars.close });
}

/** A down body that covers the up body of the bar before. */
export function bearishEngulfing(bars: Bars): Series {
  return engulfing(bars, { bottom: bars.close, top: bars.open });
}

/** A range within that of the bar before. */
export function insideBar({ length, high, low }: Bars): Series {
  return seriesFrom(1, {
    bars: length,
    valueAt: (t) => truth(high[t] < high[t - 1] && low[t] > low[t - 1]),
  });
}

/** A body of at most a share of its range or, where n > 0, of the mean range of the n bars before. */
export function doji(
  bars: Bars,
  { share, n }: { readonly share: number; readonly n: number },
): Series {
  const ranges = bars.high.map((high, t) => high - bars.low[t]);
  const means = n === 0 ? ranges : sma({ values: ranges, from: 0 }, n).values;
  return seriesFrom(n, {
    bars: bars.length,
    valueAt: (t) =>
      truth(Math.abs(bars.close[t] - bars.open[t]) <= share * means[n === 0 ? t : t - 1]),
  });
}

/** Ratios of {@linkcode hammer} and {@linkcode shootingStar}. */
export interface ShadowRatios {
  /** Least length of the long shadow in bodies. */
  readonly times: number;
  /** Most that the other shadow may take of the range. */
  readonly share: number;
}

/** A long lower shadow, and hardly an upper one. */
export function hammer(bars: Bars, ratios: ShadowRatios): Series {
  return shadows(bars, ratios, ({ upper, lower }) => [lower, upper]);
}

/** A long upper shadow, and hardly a lower one. */
export function shootingStar(bars: Bars, ratios: ShadowRatios): Series {
  return shadows(bars, ratios, ({ upper, lower }) => [upper, lower]);
}

function shadows(
  { length, open, high, low, close }: Bars,
  { times, share }: ShadowRatios,
  order: (both: { readonly upper: number; readonly lower: number }) => [long: number, rest: number],
): Series {
  return seriesFrom(0, {
    bars: length,
    valueAt: (t) => {
      const [long, rest] = order({
        upper: high[t] - Math.max(open[t], close[t]),
        lower: Math.min(open[t], close[t]) - low[t],
      });
      const reaches = long >= times * Math.abs(close[t] - open[t]);
      return truth(high[t] > low[t] && reaches && rest <= share * (high[t] - low[t]));
    },
  });
}

/** Bodies from `bottom` to `top`, after one that goes the other way. */
function engulfing(
  { length }: Bars,
  { bottom, top }: { readonly bottom: Float64Array; readonly top: Float64Array },
): Series {
  return seriesFrom(1, {
    bars: length,
    valueAt: (t) => {
      const before = { bottom: top[t - 1], top: bottom[t - 1] };
      const covers = bottom[t] <= before.bottom && top[t] >= before.top;
      const beyond = bottom[t] < before.bottom || top[t] > before.top;
      return truth(before.bottom < before.top && covers && beyond);
    },
  });
}
