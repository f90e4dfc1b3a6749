import { assetColumns } from "../../../codegen/emit/portfolio/access.ts";
import { byName, type ColumnsOf, newColumn } from "../growing.ts";

/** What is held of each asset, by name of the quantity. */
export type AccountColumns = ColumnsOf<typeof assetColumns>;

/** Columns of flat assets, in the order of generated code and by name. */
export function accountColumns(assets: number): {
  readonly list: readonly (Float64Array | Int32Array)[];
  readonly account: AccountColumns;
} {
  const list = assetColumns.map(([, whole]) => newColumn(whole, assets));
  const account = byName(assetColumns, list);
  // No position has been opened on any day.
  account.openedDay.fill(NaN);
  return { list, account };
}
