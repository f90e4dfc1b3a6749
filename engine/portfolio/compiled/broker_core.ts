import { orderStatus } from "../../../codegen/emit/portfolio/order_columns.ts";
import type { BrokerCore } from "../make_broker.ts";
import { equityNow, exposureNow } from "./account.ts";
import { endOrder, isAlive } from "./order_ends.ts";
import { orderRow } from "./order_row.ts";
import { positionViews } from "./position_views.ts";
import { needsOf } from "./rule_columns.ts";
import { codeOf, need, type RunState } from "./state.ts";
import { joinGroup, modify, rowOf, submit } from "./submit.ts";

/** What a compiled run does for its broker. */
export function brokerCore(run: RunState): BrokerCore {
  const { panel, settings, table } = run;
  return {
    panel,
    settings,
    views: positionViews(run),
    cash: run.cash,
    equity: () => equityNow(run),
    exposure: () => exposureNow(run),
    submit: (input) => submit(run, input),
    row: (order) => orderRow(table, rowOf(run, order), panel.symbols),
    isAlive: (order) => isAlive(run, rowOf(run, order)),
    cancel: (order) => {
      const [reason, bar] = [codeOf("cancelled"), Math.max(run.now, 0)];
      endOrder(run, order - 1, { status: orderStatus.cancelled, reason, bar });
    },
    living: (asset) =>
      run.alive
        .filter((row) =>
          (asset === undefined || table.at.orderAsset[row] === asset) && isAlive(run, row)
        )
        .map((row) => row + 1),
    modify: (order, changes) => modify(run, rowOf(run, order), changes),
    group: (orders, name) => orders.forEach((order) => joinGroup(run, order - 1, name)),
    setRules: (rules, asset) => {
      run.rules.set(rules, asset);
      need(run, needsOf(rules));
    },
  };
}
