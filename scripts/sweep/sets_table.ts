import type { SetCurve } from "../../engine/sweep/report/best_equity.ts";
import type { GridResult } from "../../engine/sweep/grid_result.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";
import type { AnySweep } from "./sweep_work.ts";

/** The sampled returns of each set that is done in 16 equal parts of the data: how many, their sum, and that of their squares. */
export function blocksTable(result: GridResult): FileTable {
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
export function curvesTable(result: AnySweep, sets: readonly SetCurve[]): FileTable {
  const { time, length } = "bars" in result ? result.bars : result.panel;
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
