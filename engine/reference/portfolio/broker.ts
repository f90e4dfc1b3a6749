import type { Broker } from "../../portfolio/broker.ts";
import { type BrokerCore, makeBroker } from "../../portfolio/make_broker.ts";
import { signedQuantity } from "../account.ts";
import { isAlive } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import { orderRow } from "./order_row.ts";
import { positionView } from "./position_view.ts";
import { valuesOf } from "./rules_of.ts";
import { lastClose, type Run } from "./state.ts";
import { modify, orderOf, submit } from "./submit.ts";
import { equityAt } from "./values.ts";

/** The broker of a run. */
export function brokerOf(run: Run): Broker {
  return makeBroker(coreOf(run));
}

function coreOf(run: Run): BrokerCore {
  return {
    panel: run.panel,
    settings: run.settings,
    views: run.assets.map((asset) => positionView(run, asset)),
    cash: () => run.book.cash,
    equity: () => equityAt(run, run.now),
    exposure: () => exposure(run),
    submit: (input) => submit(run, input),
    row: (order) => orderRow(run, orderOf(run, order)),
    isAlive: (order) => isAlive(orderOf(run, order)),
    cancel: (order) => {
      const t = Math.max(run.now, 0);
      endOrder(run, orderOf(run, order), { status: "cancelled", reason: "cancelled", t });
    },
    living: (asset) =>
      run.alive
        .filter((order) => isAlive(order) && (asset === undefined || order.asset === asset))
        .map(({ number }) => number),
    modify: (order, changes) => modify(run, orderOf(run, order), changes),
    group: (orders, name) => {
      for (const order of orders) orderOf(run, order).group = name;
    },
    setRules: (rules, asset) => {
      const assets = asset === undefined ? run.assets : [run.assets[asset]];
      // What is not a number shows here, and not when a position opens.
      for (const one of assets) valuesOf(rules, one);
      if (asset === undefined) run.rules = rules;
      else run.assets[asset].rules = rules;
    },
  };
}

function exposure(run: Run): number {
  let sum = 0;
  for (const asset of run.assets) {
    const quantity = signedQuantity(asset.account);
    if (quantity === 0) continue;
    sum = sum + Math.abs(quantity * lastClose(asset, run.now) * asset.market.multiplier);
  }
  return sum;
}
