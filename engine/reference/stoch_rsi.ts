import { rsi } from "./recursions.ts";
import { combine, type Series, seriesFrom } from "./series.ts";
import { highest, lowest, sma } from "./windows.ts";

/** Lengths of {@linkcode stochRsi}. */
export interface StochRsiLengths {
  /** Of the rsi. */
  readonly n: number;
  /** Of the first mean. */
  readonly k: number;
  /** Of the second mean. */
  readonly d: number;
  /** Of the range. */
  readonly m: number;
}

/** Where the rsi lies in its own range, 0 to 100, smoothed twice. */
export function stochRsi(
  x: Series,
  lengths: StochRsiLengths,
): { readonly k: Series; readonly d: Series } {
  const strength = rsi(x, lengths.n);
  const raw = combine(
    [strength, highest(strength, lengths.m), lowest(strength, lengths.m)],
    (value, high, low) => high === low ? 0 : 100 * ((value - low) / (high - low)),
  );
  const k = sma(raw, lengths.k);
  const d = sma(k, lengths.d);
  return { k: seriesFrom(d.from, { bars: x.values.length, valueAt: (t) => k.values[t] }), d };
}
