import { orderStatuses, orderTypes, portfolioReasons, quantityKinds } from "../order_codes.ts";
import type { OrderRow } from "../orders.ts";
import type { OrderTable } from "./order_table.ts";

/** An order as user code sees it. */
export function orderRow(table: OrderTable, row: number, symbols: readonly string[]): OrderRow {
  const { at, hasAll } = table;
  const extras = table.extras(row);
  const filled = at.orderFilled[row];
  const reason = at.orderReason[row];
  return Object.freeze<OrderRow>({
    number: row + 1,
    asset: at.orderAsset[row],
    symbol: symbols[at.orderAsset[row]],
    side: at.orderSide[row] as OrderRow["side"],
    type: hasAll ? orderTypes[at.orderType[row]] : "market",
    tif: extras?.tif ?? "gtc",
    kind: quantityKinds[at.orderKind[row]],
    amount: at.orderAmount[row],
    limit: hasAll ? at.orderLimit[row] : NaN,
    stop: hasAll ? at.orderStop[row] : NaN,
    status: orderStatuses[at.orderStatus[row]],
    reason: reason < 0 ? undefined : portfolioReasons[reason],
    submitIndex: table.submitted[row],
    endIndex: at.orderEnd[row],
    filled,
    price: filled === 0 ? NaN : at.orderPrice[row],
    fee: at.orderFee[row],
    parent: (extras?.parent ?? -1) + 1,
    tag: extras?.tag ?? "",
  });
}
