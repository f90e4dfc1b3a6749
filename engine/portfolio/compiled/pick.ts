import {
  orderFlag,
  orderStatus,
  orderType,
} from "../../../codegen/emit/portfolio/order_columns.ts";
import { missing } from "./missing.ts";
import type { RunState } from "./state.ts";

/**
 * Lays out which orders of a bar wait for a price and which for its close; the others, and those for a close that are
 * queued, are at market.
 */
export function sortByType(run: RunState): { readonly resting: number; readonly closing: number } {
  const { table, arrays, alive } = run;
  if (!table.hasAll) {
    run.market = alive;
    return { resting: 0, closing: 0 };
  }
  const { orderType: types, orderFlags } = table.at;
  if (arrays.resting.length < alive.length) {
    arrays.resting = new Int32Array(2 * alive.length);
    arrays.closing = new Int32Array(2 * alive.length);
  }
  const market: number[] = [];
  let [resting, closing] = [0, 0];
  for (const row of alive) {
    const type = types[row];
    if (type === orderType.market || type === orderType.marketOnOpen) market.push(row);
    else if (type === orderType.marketOnClose || type === orderType.limitOnClose) {
      arrays.closing[closing++] = row;
      if ((orderFlags[row] & orderFlag.queued) !== 0) market.push(row);
    } else arrays.resting[resting++] = row;
  }
  run.market = market;
  return { resting, closing };
}

/** Picks the market orders that can fill at the open of bar `t`, in order of submission. */
export function pickForOpen(run: RunState, t: number): void {
  const { table } = run;
  const { orderStatus: statuses, orderAsset, orderFrom } = table.at;
  const { hasAll } = table;
  const picked = pickedFor(run);
  let count = 0;
  for (const row of run.market) {
    if (statuses[row] !== orderStatus.working || (hasAll && orderFrom[row] > t)) continue;
    if (!canTrade(run, t, orderAsset[row])) continue;
    picked[count++] = row;
  }
  run.pickedCount = count;
}

/** Picks the market orders that were submitted at the close of bar `t` and fill there, in order of submission. */
export function pickForClose(run: RunState, t: number): void {
  const { table, alive } = run;
  const { orderStatus: statuses, orderAsset, orderType: types } = table.at;
  const picked = pickedFor(run);
  let count = 0;
  for (const row of alive) {
    if (statuses[row] !== orderStatus.working || table.submitted[row] !== t) continue;
    if (table.hasAll && types[row] !== orderType.market) continue;
    if (!canTrade(run, t, orderAsset[row])) continue;
    picked[count++] = row;
  }
  run.pickedCount = count;
}

/** Whether an asset has a bar at `t`, and the volume that its market orders need. */
function canTrade({ panel, needsVolume }: RunState, t: number, asset: number): boolean {
  const at = t * panel.assets + asset;
  return panel.present[at] === 1 && (needsVolume[asset] === 0 || panel.volume[at] > 0);
}

function pickedFor({ arrays, alive }: RunState): Int32Array {
  if (arrays.picked.length < alive.length) arrays.picked = new Int32Array(2 * alive.length);
  return arrays.picked;
}

/** Puts what was picked for an open or close in the order of `orderPriority`; what is equal stays as it is. */
export function sortPicked(run: RunState, t: number, prices: Float64Array): void {
  const row0 = t * run.panel.assets;
  const { settings: { orderPriority }, arrays: { picked }, pickedCount, table } = run;
  if (orderPriority === "exitsFirst" || orderPriority === "fifo" || pickedCount < 2) return;
  const priced = Array.from(picked.subarray(0, pickedCount), (row) => {
    const asset = table.at.orderAsset[row];
    const base = prices[row0 + asset];
    const wanted = missing(run, row, base);
    const value = Math.abs(wanted) * base * run.multipliers[asset];
    const key = orderPriority === "sellFirst"
      ? Number(wanted >= 0)
      : orderPriority === "largestFirst"
      ? -value
      : value;
    return { row, key };
  });
  priced.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  priced.forEach(({ row }, index) => {
    picked[index] = row;
  });
}
