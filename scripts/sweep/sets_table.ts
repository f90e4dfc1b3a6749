import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

/** Every set: its number, what became of it, its parameters, and its statistics in the order of the registry. */
export function setsTable(result: SweepResult): FileTable {
  const { grid, count } = result;
  const width = grid.names.length;
  const params = grid.names.map((name, axis): FileColumn => ({
    name,
    kind: "number",
    at: (set) => grid.matrix[set * width + axis],
  }));
  const values = sweepStatistics.map(({ name, key, unit }): FileColumn => {
    const column = result.column(name);
    const kind = unit === "time" ? "time" : "number";
    return { name: key, kind, at: (set) => Number.isNaN(column[set]) ? null : column[set] };
  });
  return {
    rows: count,
    columns: [
      { name: "set", kind: "index", at: (set) => set },
      { name: "state", kind: "text", at: (set) => result.state(set) },
      ...params,
      ...values,
    ],
  };
}

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
export function curvesTable(result: SweepResult, sets: readonly number[]): FileTable {
  const { time, length } = result.bars;
  const curves = sets.map((set): FileColumn => {
    const { equity } = result.rerun(set);
    return { name: `set_${set}`, kind: "number", at: (row) => equity[row] };
  });
  return {
    rows: length,
    columns: [
      { name: "index", kind: "index", at: (row) => row },
      { name: "time", kind: "time", at: (row) => time[row] },
      ...curves,
    ],
  };
}
