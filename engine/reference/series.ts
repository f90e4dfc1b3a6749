/** Values of an input or an indicator, one a bar, and the first bar on which one can exist. */
export interface Series {
  readonly values: Float64Array;
  /** Look-back: the number of bars before the first possible value. */
  readonly from: number;
}

/** A series made bar by bar from `from` on; NaN before. */
export function seriesFrom(
  from: number,
  options: { readonly bars: number; readonly valueAt: (t: number) => number },
): Series {
  const values = new Float64Array(options.bars).fill(NaN);
  for (let t = from; t < options.bars; t++) values[t] = options.valueAt(t);
  return { values, from };
}

/** A series made from others, bar by bar, from where the last of them starts. */
export function combine(parts: readonly Series[], of: (...values: number[]) => number): Series {
  return seriesFrom(Math.max(...parts.map(({ from }) => from)), {
    bars: parts[0].values.length,
    valueAt: (t) => of(...parts.map(({ values }) => values[t])),
  });
}
