import type { Bars } from "../data/bars.ts";
import { combine, type Series } from "./series.ts";
import { barsSince, cum } from "./stateful.ts";
import { sma } from "./windows.ts";

/** Mean of high, low and close, weighted by volume since the last bar on which `anchor` is 1. */
export function anchoredVwap(bars: Bars, anchor: Series): Float64Array {
  const [traded, volume] = weights(bars).map(({ values }) =>
    cum({ columns: [values, anchor.values], from: anchor.from, k: 0 })
  );
  const since = barsSince({ columns: [anchor.values], from: anchor.from, k: 0 });
  return since.map((bars, t) => bars >= 0 ? quotient(traded[t], volume[t]) : NaN);
}

/** Mean of high, low and close, weighted by volume over the last `length` bars. */
export function rollingVwap(bars: Bars, length: number): Series {
  return combine(weights(bars).map((series) => sma(series, length)), quotient);
}

/** Price times volume, and volume. */
function weights({ high, low, close, volume }: Bars): [Series, Series] {
  const traded = close.map((price, t) => (high[t] + low[t] + price) / 3 * volume[t]);
  return [{ values: traded, from: 0 }, { values: volume, from: 0 }];
}

function quotient(a: number, b: number): number {
  return b === 0 ? NaN : a / b;
}
