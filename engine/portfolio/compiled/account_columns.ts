import { assetColumns } from "../../../codegen/emit/portfolio/access.ts";
import { newColumn } from "../growing.ts";

/** What is held of each asset, by name of the quantity. */
export type AccountColumns = {
  readonly [C in typeof assetColumns[number] as C[0]]: Float64Array | Int32Array;
};

/** Columns of flat assets, by name and in the order of generated code. */
export function accountColumns(assets: number): {
  readonly list: readonly (Float64Array | Int32Array)[];
  readonly byName: AccountColumns;
} {
  const list = assetColumns.map(([, whole]) => newColumn(whole, assets));
  // No position has been opened on any day.
  list[assetColumns.findIndex(([name]) => name === "openedDay")].fill(NaN);
  const entries = assetColumns.map(([name], index) => [name, list[index]] as const);
  return { list, byName: Object.fromEntries(entries) as AccountColumns };
}
