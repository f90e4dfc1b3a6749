import { orderStatus } from "../../../codegen/emit/portfolio/order_columns.ts";
import { quantityKinds } from "../order_codes.ts";
import { equityNow } from "./account.ts";
import type { RunState } from "./state.ts";
import { endAtOnce, submitPlain } from "./submit.ts";

/** Puts orders for fractions of the equity of this close into the table, one for each of the first `count` assets listed. */
export function submitTargets(
  run: RunState,
  { count, assets, weights }: {
    readonly count: number;
    readonly assets: Int32Array;
    readonly weights: Float64Array;
  },
): void {
  const { table, alive, now } = run;
  const kind = quantityKinds.indexOf("targetPercent");
  if (table.hasAll || run.phase !== "bars" || run.isRuined()) {
    for (let index = 0; index < count; index++) {
      const [asset, amount] = [assets[index], weights[index]];
      endAtOnce(run, submitPlain(run, { asset, side: 0, kind, amount }), -1);
    }
    return;
  }
  const status = orderStatus.working;
  const first = table.addPlain(count, { bar: now, kind, status, equity: equityNow(run) });
  const { orderAsset, orderAmount } = table.at;
  for (let index = 0; index < count; index++) {
    orderAsset[first + index] = assets[index];
    orderAmount[first + index] = weights[index];
    alive.push(first + index);
  }
}
