import type { Column } from "./bars.ts";
import { priceNames } from "./names.ts";
import type { Panel } from "./panel.ts";

/** What a panel is made of. */
export interface PanelParts {
  readonly symbols: readonly string[];
  /** Milliseconds since the epoch. */
  readonly time: Column;
  /** Time-major columns by name: `close` at least; further prices, `volume` and the user's own. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly present: Uint8Array;
  readonly priceOnly: boolean;
}

/**
 * Puts columns together, unchecked. Where open, high and low are missing they are copies of close; a missing volume is
 * NaN throughout. Standard columns come first in `columns`. What is made here is shared if close is.
 *
 * @param parts The columns; they are taken over, not copied.
 * @returns The panel, frozen.
 */
export function makePanel(parts: PanelParts): Panel {
  const { time, present, priceOnly } = parts;
  const symbols = Object.freeze([...parts.symbols]);
  const indices = new Map(symbols.map((symbol, index) => [symbol, index]));
  const close = parts.columns.get("close") ?? new Float64Array(0);
  const columns = new Map<string, Column>();
  for (const name of priceNames) columns.set(name, parts.columns.get(name) ?? copyOf(close));
  columns.set("volume", parts.columns.get("volume") ?? columnLike(close).fill(NaN));
  for (const [name, column] of parts.columns) columns.set(name, column);
  const [open, high, low, , volume] = columns.values();
  return Object.freeze({
    symbols,
    indexOf: (symbol: string): number => indices.get(symbol) ?? -1,
    assets: symbols.length,
    length: time.length,
    time,
    open,
    high,
    low,
    close,
    volume,
    columns,
    present,
    priceOnly,
  });
}

/** A mask for the cells of a column, all 0, shared if the column is. */
export function maskLike(column: Column): Uint8Array {
  return new Uint8Array(bufferLike(column.buffer, column.length));
}

function columnLike(column: Column): Column {
  return new Float64Array(bufferLike(column.buffer, column.byteLength));
}

function copyOf(column: Column): Column {
  const copy = columnLike(column);
  copy.set(column);
  return copy;
}

function bufferLike(buffer: ArrayBufferLike, bytes: number): ArrayBufferLike {
  return buffer instanceof ArrayBuffer ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
