import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

/** The account at each bar: exposures are shares of equity, `short` and `drawdown` <= 0. */
export function accountTable({ equity, curves, panel }: PortfolioResult): FileTable {
  const names = ["cash", "long", "short", "gross", "net", "drawdown"] as const;
  return {
    rows: panel.length,
    columns: [
      ...momentColumns(panel),
      { name: "equity", kind: "number", at: (t) => equity[t] },
      ...names.map((name) =>
        ({ name, kind: "number", at: (t: number) => curves[name][t] }) as const
      ),
    ],
  };
}

/** Signed value over equity at each bar, a column an asset, or a group; "(none)" is that of the assets without one. */
export function exposureTable(result: PortfolioResult, by: "asset" | "group"): FileTable {
  const { names, values } = result.exposures({ by });
  return {
    rows: result.panel.length,
    columns: [
      ...momentColumns(result.panel),
      ...names.map((name, column) =>
        ({
          name: name || "(none)",
          kind: "number",
          at: (t: number) => values[t * names.length + column],
        }) as const
      ),
    ],
  };
}

function momentColumns({ time }: PortfolioResult["panel"]): FileColumn[] {
  return [
    { name: "index", kind: "index", at: (t) => t },
    { name: "time", kind: "time", at: (t) => time[t] },
  ];
}
