import type { Rolling } from "../../engine/stats/rolling.ts";
import type { FileTable } from "../../engine/files/table.ts";

/** Rolling statistics at each sample of the returns; no number before the window is complete. */
export function rollingTable(rolling: Rolling): FileTable {
  const { index, time } = rolling;
  const names = ["volatility", "sharpe", "drawdown"] as const;
  return {
    rows: index.length,
    columns: [
      { name: "index", kind: "index", at: (row) => index[row] },
      { name: "time", kind: "time", at: (row) => time[row] },
      ...names.map((name) =>
        ({ name, kind: "number", at: (row: number) => rolling[name][row] }) as const
      ),
    ],
  };
}
