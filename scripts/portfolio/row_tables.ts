import type { AssetRow } from "../../engine/portfolio/result/asset_rows.ts";
import type { Correlations } from "../../engine/portfolio/result/correlations.ts";
import type { GroupRow } from "../../engine/portfolio/result/group_rows.ts";
import { snakeCase } from "../../engine/stats/statistic.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";

const shared = {
  trades: "index",
  wins: "index",
  pnl: "number",
  fees: "number",
  slippage: "number",
  financing: "number",
  traded: "number",
  turnover: "number",
  meanGross: "number",
  meanNet: "number",
  contribution: "number",
  share: "number",
} as const;
const ofAssets = { symbol: "text", bars: "index", ...shared } as const satisfies Record<
  keyof AssetRow,
  FileColumn["kind"]
>;
const ofGroups = { group: "text", assets: "index", ...shared } as const satisfies Record<
  keyof GroupRow,
  FileColumn["kind"]
>;

/** Every asset of the panel, also those that were not traded, by index. */
export function assetsTable({ assets }: { readonly assets: readonly AssetRow[] }): FileTable {
  return table(assets, ofAssets);
}

/** The groups, in order of their first assets. */
export function groupsTable({ groups }: { readonly groups: readonly GroupRow[] }): FileTable {
  return table(groups, ofGroups);
}

/** Correlations of what each two positions made, a row and a column each. */
export function correlationsTable({ symbols, values }: Correlations): FileTable {
  const { length } = symbols;
  return {
    rows: length,
    columns: [
      { name: "symbol", kind: "text", at: (row) => symbols[row] },
      ...symbols.map((name, column) =>
        ({ name, kind: "number", at: (row: number) => values[row * length + column] }) as const
      ),
    ],
  };
}

function table<Row extends object>(
  rows: readonly Row[],
  kinds: Readonly<Record<keyof Row & string, FileColumn["kind"]>>,
): FileTable {
  const columns = Object.entries(kinds).map(([name, kind]) => ({
    name: snakeCase(name),
    kind,
    at: (row: number) => rows[row][name as keyof Row],
  }));
  // That each kind fits its field is seen above; the type of a pair of lists cannot say it.
  return { rows: rows.length, columns: columns as unknown as FileColumn[] };
}
