import type { BacktestResult } from "../../engine/run/result.ts";
import type { FileTable } from "../../engine/files/table.ts";

/** The account at each bar: `exposure` is signed, `drawdown` <= 0. */
export function equityTable({ equity, curves, bars }: BacktestResult): FileTable {
  return {
    rows: bars.length,
    columns: [
      { name: "index", kind: "index", at: (t) => t },
      { name: "time", kind: "time", at: (t) => bars.time[t] },
      { name: "equity", kind: "number", at: (t) => equity[t] },
      { name: "cash", kind: "number", at: (t) => curves.cash[t] },
      { name: "exposure", kind: "number", at: (t) => curves.exposure[t] },
      { name: "drawdown", kind: "number", at: (t) => curves.drawdown[t] },
    ],
  };
}
