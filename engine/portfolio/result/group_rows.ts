import type { GroupedSettings } from "../portfolio_settings.ts";
import type { AssetRow } from "./asset_rows.ts";

/** What the assets of one group did for the account: sums of their rows. */
export interface GroupRow extends Omit<AssetRow, "symbol" | "bars"> {
  /** Name of the group; empty: the assets without one. */
  readonly group: string;
  /** Number of its assets. */
  readonly assets: number;
}

const summed = [
  "trades",
  "wins",
  "pnl",
  "fees",
  "slippage",
  "financing",
  "traded",
  "turnover",
  "meanGross",
  "meanNet",
  "contribution",
  "share",
] as const satisfies readonly (keyof GroupRow)[];

/** The groups in order of their first assets; none where no asset has one. */
export function groupNames(
  symbols: readonly string[],
  { groups }: Pick<GroupedSettings, "groups">,
): string[] {
  const names = new Set(symbols.map((symbol) => groups[symbol] ?? ""));
  return [...names].every((name) => name === "") ? [] : [...names];
}

/** Adds up the rows of each group, in ascending index. */
export function groupRows(
  rows: readonly AssetRow[],
  settings: Pick<GroupedSettings, "groups">,
): GroupRow[] {
  return groupNames(rows.map(({ symbol }) => symbol), settings).map((group) => {
    const own = rows.filter(({ symbol }) => (settings.groups[symbol] ?? "") === group);
    const sums = summed.map((key) => [key, own.reduce((sum, row) => sum + row[key], 0)] as const);
    return {
      group,
      assets: own.length,
      ...Object.fromEntries(sums) as Record<typeof summed[number], number>,
    };
  });
}
