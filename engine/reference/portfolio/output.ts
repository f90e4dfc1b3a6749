import {
  orderStatuses,
  orderTypes,
  portfolioReasons,
  quantityKinds,
  timesInForce,
} from "../../portfolio/order_codes.ts";
import type { OrderColumns, PortfolioOutput } from "../../portfolio/output.ts";
import { tradeColumns } from "../output.ts";
import type { LiveOrder } from "./order.ts";
import type { Run } from "./state.ts";

/** The rows and counts of a run as columns. */
export function outputOf(run: Run): PortfolioOutput {
  const { trades, ledger, book } = run;
  return {
    equity: run.equity,
    trades: { ...tradeColumns(trades), asset: Int32Array.from(trades, ({ asset }) => asset) },
    ledger: {
      count: ledger.length,
      index: Int32Array.from(ledger, ({ index }) => index),
      asset: Int32Array.from(ledger, ({ asset }) => asset),
      cash: Float64Array.from(ledger, ({ cash }) => cash),
      quantity: Float64Array.from(ledger, ({ quantity }) => quantity),
    },
    orders: orderColumns(run.orders),
    interest: book.interest,
    ambiguousBars: book.ambiguousBars,
    ambiguousStake: book.ambiguousStake,
    reducedOrders: book.reducedOrders,
    refused: [...run.refused],
    ruinIndex: run.ruinIndex,
  };
}

function orderColumns(orders: readonly LiveOrder[]): OrderColumns {
  const ints = (value: (order: LiveOrder) => number): Int32Array => Int32Array.from(orders, value);
  const floats = (value: (order: LiveOrder) => number): Float64Array =>
    Float64Array.from(orders, value);
  return {
    count: orders.length,
    asset: ints(({ asset }) => asset),
    side: ints(({ side, filledSide }) => side === 0 ? filledSide : side),
    type: ints(({ type }) => orderTypes.indexOf(type)),
    tif: ints(({ tif }) => timesInForce.indexOf(tif)),
    kind: ints(({ kind }) => quantityKinds.indexOf(kind)),
    amount: floats(({ amount }) => amount),
    limit: floats(({ limit }) => limit),
    stop: floats(({ stop }) => stop),
    status: ints(({ status }) => orderStatuses.indexOf(status)),
    reason: ints(({ reason }) => reason === undefined ? -1 : portfolioReasons.indexOf(reason)),
    submitIndex: ints(({ submitIndex }) => submitIndex),
    endIndex: ints(({ endIndex }) => endIndex),
    filled: floats(({ filled }) => filled),
    price: floats(({ price }) => price),
    fee: floats(({ fee }) => fee),
    parent: ints(({ parent }) => parent),
    tags: orders.map(({ tag }) => tag),
  };
}
