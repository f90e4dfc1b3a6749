import type { Bars } from "../../engine/data/bars.ts";
import type { FileTable } from "../../engine/files/table.ts";

/** Index and time of every bar, and a column of values under each name. */
export function columnsTable(
  bars: Bars,
  columns: readonly (readonly [name: string, values: Float64Array])[],
): FileTable {
  return {
    rows: bars.length,
    columns: [
      { name: "index", kind: "index", at: (t) => t },
      { name: "time", kind: "time", at: (t) => bars.time[t] },
      ...columns.map(([name, values]) =>
        ({ name, kind: "number", at: (t: number) => values[t] }) as const
      ),
    ],
  };
}
