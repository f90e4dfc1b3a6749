import type { Bars, Column } from "../data/bars.ts";
import { makeBars } from "../data/make_bars.ts";
import { sharedColumn } from "./zones.ts";

/** The same bars with columns that Workers can share; those that can be already are taken as they are. */
export function sharedBars({ symbol, time, columns }: Bars): Bars {
  return makeBars({
    symbol,
    time: shared(time),
    columns: new Map([...columns].map(([name, column]) => [name, shared(column)])),
  });
}

/** A column that Workers can share: itself if it is one already. */
export function shared(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = sharedColumn(column.length);
  copy.set(column);
  return copy;
}
