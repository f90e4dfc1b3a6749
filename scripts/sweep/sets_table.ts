import type { Bars } from "../../engine/data/bars.ts";
import type { SetCurve } from "../../engine/sweep/report/best_equity.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

/** The sampled returns of each set that is done in 16 equal parts of the data: how many, their sum, and that of their squares. */
export function blocksTable(result: SweepResult): FileTable {
  const rows = result.rank({ by: "bars" }).sort((a, b) => a - b).flatMap((set) =>
    result.blocks(set).map((block, index) => ({ set, index, ...block }))
  );
  return {
    rows: rows.length,
    columns: [
      { name: "set", kind: "index", at: (row) => rows[row].set },
      { name: "block", kind: "index", at: (row) => rows[row].index },
      { name: "count", kind: "index", at: (row) => rows[row].count },
      { name: "sum", kind: "number", at: (row) => rows[row].sum },
      { name: "squares", kind: "number", at: (row) => rows[row].squares },
    ],
  };
}

/** The equity of some sets at each bar, a column each. */
export function curvesTable({ time, length }: Bars, sets: readonly SetCurve[]): FileTable {
  const curves = sets.map(({ set, equity }): FileColumn => ({
    name: `set_${set}`,
    kind: "number",
    at: (row) => equity[row],
  }));
  return {
    rows: length,
    columns: [
      { name: "index", kind: "index", at: (row) => row },
      { name: "time", kind: "time", at: (row) => time[row] },
      ...curves,
    ],
  };
}
