import type { Bars, Column } from "./bars.ts";
import { priceNames } from "./names.ts";

/** What bars are made of. */
export interface BarsParts {
  readonly symbol: string;
  /** Milliseconds since the epoch. */
  readonly time: Column;
  /** Columns of the same length by name: `close` at least; further prices, `volume` and the user's own. */
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * Puts columns together, unchecked. Where open, high and low are missing they are copies of close; a missing volume is
 * NaN throughout. Standard columns come first in `columns`.
 *
 * @param parts The columns; they are taken over, not copied.
 * @returns The bars, frozen.
 */
export function makeBars(parts: BarsParts): Bars {
  const { symbol, time } = parts;
  const close = parts.columns.get("close") ?? new Float64Array(time.length);
  const columns = new Map<string, Column>();
  for (const name of priceNames) {
    // Copies, as one buffer in four columns could not be transferred to a worker.
    columns.set(name, parts.columns.get(name) ?? close.slice());
  }
  columns.set("volume", parts.columns.get("volume") ?? new Float64Array(time.length).fill(NaN));
  for (const [name, column] of parts.columns) columns.set(name, column);
  const [open, high, low, , volume] = columns.values();
  return Object.freeze(
    { symbol, length: time.length, time, open, high, low, close, volume, columns },
  );
}
