import type { Bars } from "../data/bars.ts";
import { atr, trueRange } from "./ranges.ts";
import { rma } from "./recursions.ts";
import { combine, type Series, seriesFrom } from "./series.ts";
import { windowSum } from "./window_sums.ts";

/** Wilder's directional movement: both ways in percent of the true range, how far these are apart, and the mean of that. */
export function adx(
  bars: Bars,
  length: number,
): Readonly<Record<"adx" | "plusDi" | "minusDi" | "dx", Series>> {
  const up = (t: number): number => bars.high[t] - bars.high[t - 1];
  const down = (t: number): number => bars.low[t - 1] - bars.low[t];
  const range = wilderSum(trueRange(bars), length);
  const directional = (move: (t: number) => number, other: (t: number) => number): Series => {
    const moved = seriesFrom(1, {
      bars: bars.length,
      valueAt: (t) => move(t) > other(t) && move(t) > 0 ? move(t) : 0,
    });
    return combine(
      [wilderSum(moved, length), range],
      (part, whole) => whole === 0 ? 0 : 100 * (part / whole),
    );
  };
  const plusDi = directional(up, down);
  const minusDi = directional(down, up);
  const dx = combine(
    [plusDi, minusDi],
    (plus, minus) => plus + minus === 0 ? 0 : 100 * (Math.abs(plus - minus) / (plus + minus)),
  );
  return { adx: rma(dx, length), plusDi, minusDi, dx };
}

/** Sum of the first `length - 1` values; from the next on `S - S * k + x`. All of them are finite. */
function wilderSum(x: Series, length: number): Series {
  const values = new Float64Array(x.values.length).fill(NaN);
  const from = x.from + length - 1;
  let sum = 0;
  for (let t = x.from; t < x.values.length; t++) {
    sum = t < from ? sum + x.values[t] : sum - sum * (1 / length) + x.values[t];
    if (t >= from) values[t] = sum;
  }
  return { values, from };
}

/** Williams' oscillator: buying pressure in the true range over three spans, weighed 4, 2 and 1. */
export function ultimate(
  bars: Bars,
  lengths: { readonly short: number; readonly medium: number; readonly long: number },
): Series {
  const pressure = seriesFrom(1, {
    bars: bars.length,
    valueAt: (t) => bars.close[t] - Math.min(bars.low[t], bars.close[t - 1]),
  });
  const range = trueRange(bars);
  const span = (length: number): Series =>
    combine(
      [windowSum(pressure, length), windowSum(range, length)],
      (part, whole) => whole === 0 ? 0 : part / whole,
    );
  return combine(
    [span(lengths.short), span(lengths.medium), span(lengths.long)],
    (short, medium, long) => 100 * ((4 * short + 2 * medium + 1 * long) / 7),
  );
}

/** Seban's line `k` mean true ranges from the middle of the bar, and 1 or -1 for the side that the price is on. */
export function supertrend(
  bars: Bars,
  { n, k }: { readonly n: number; readonly k: number },
): { readonly line: Series; readonly direction: Series } {
  const width = atr(bars, n).values;
  const line = new Float64Array(bars.length).fill(NaN);
  const direction = new Float64Array(bars.length).fill(NaN);
  let floor = -Infinity;
  let ceiling = Infinity;
  let side = 1;
  for (let t = n; t < bars.length; t++) {
    const middle = (bars.high[t] + bars.low[t]) / 2;
    const before = bars.close[t - 1];
    const lower = middle - k * width[t];
    const upper = middle + k * width[t];
    if (lower > floor || before < floor) floor = lower;
    if (upper < ceiling || before > ceiling) ceiling = upper;
    if (t > n) {
      if (side === 1 && bars.close[t] < floor) side = -1;
      else if (side === -1 && bars.close[t] > ceiling) side = 1;
    }
    line[t] = side === 1 ? floor : ceiling;
    direction[t] = side;
  }
  return { line: { values: line, from: n }, direction: { values: direction, from: n } };
}
