import type { Bars } from "../data/bars.ts";
import { combine, type Series, seriesFrom } from "./series.ts";

/** Mean of the last `length` values, weighed by the volume of their bars. */
export function vwma(x: Series, options: { readonly bars: Bars; readonly length: number }): Series {
  const volume = { values: options.bars.volume, from: 0 };
  const turnover = combine([x, volume], (value, units) => value * units);
  return combine(
    [windowSum(turnover, options.length), windowSum(volume, options.length)],
    (worth, units) => units === 0 ? NaN : worth / units,
  );
}

/** Quong's and Soudack's index: the turnover of rises in that of all moves of the typical price, 0 to 100. */
export function mfi(bars: Bars, length: number): Series {
  const typical = bars.close.map((close, t) => (bars.high[t] + bars.low[t] + close) / 3);
  const turnoverOf = (counts: (now: number, before: number) => boolean): Series => {
    const turnover = seriesFrom(1, {
      bars: bars.length,
      valueAt: (t) => {
        const flow = typical[t] * bars.volume[t];
        return counts(typical[t], typical[t - 1]) ? flow : 0 * flow;
      },
    });
    return combine([windowSum(turnover, length)], (sum) => Math.max(0, sum));
  };
  return combine(
    [turnoverOf((now, before) => now > before), turnoverOf((now, before) => now < before)],
    (rising, falling) => rising + falling === 0 ? 0 : 100 * (rising / (rising + falling)),
  );
}

/** Running sum of the last `length` values, 0 where all of them are; NaN for a window that holds a non-finite one. */
export function windowSum(x: Series, length: number): Series {
  const values = new Float64Array(x.values.length).fill(NaN);
  const finiteOrZero = (value: number): number => Number.isFinite(value) ? value : 0;
  let sum = 0;
  for (let t = x.from; t < x.values.length; t++) {
    const window = x.values.subarray(Math.max(x.from, t - length + 1), t + 1);
    sum = sum + finiteOrZero(x.values[t]);
    if (t - length >= x.from) sum = sum - finiteOrZero(x.values[t - length]);
    if (window.every((value) => finiteOrZero(value) === 0)) sum = 0;
    if (window.length === length && window.every(Number.isFinite)) values[t] = sum;
  }
  return { values, from: x.from + length - 1 };
}
