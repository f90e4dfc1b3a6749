import type { OrderRow } from "../../portfolio/orders.ts";
import type { LiveOrder } from "./order.ts";
import type { Run } from "./state.ts";

/** An order as user code sees it. */
export function orderRow(run: Run, order: LiveOrder): OrderRow {
  return Object.freeze({
    number: order.number,
    asset: order.asset,
    symbol: run.panel.symbols[order.asset],
    side: order.side === 0 ? order.filledSide : order.side,
    type: order.type,
    tif: order.tif,
    kind: order.kind,
    amount: order.amount,
    limit: order.limit,
    stop: order.stop,
    status: order.status,
    reason: order.reason,
    submitIndex: order.submitIndex,
    endIndex: order.endIndex,
    filled: order.filled,
    price: order.price,
    fee: order.fee,
    parent: order.parent,
    tag: order.tag,
  });
}
