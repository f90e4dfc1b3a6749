import type { Broker } from "../../portfolio/broker.ts";
import type { OrderAmount, OrderOptions } from "../../portfolio/orders.ts";
import { readRuleList } from "../../portfolio/read_bracket.ts";
import { signedQuantity } from "../account.ts";
import { assetOf } from "./asset_of.ts";
import { isAlive } from "./order.ts";
import { endOrder } from "./order_ends.ts";
import { orderRow } from "./order_row.ts";
import { positionView } from "./position_view.ts";
import { type Asset, lastClose, type Run } from "./state.ts";
import { modify, orderOf, submit } from "./submit.ts";
import { valuesOf } from "./rules_of.ts";
import { equityAt } from "./values.ts";

/** The broker of a run. */
export function makeBroker(run: Run): Broker {
  const views = run.assets.map((asset) => positionView(run, asset));
  const trade = (
    side: "buy" | "sell",
    asset: string | number,
    amount: number | (OrderAmount & OrderOptions),
  ): number => {
    const options = typeof amount === "number" ? { quantity: amount } : amount;
    return submit(run, { ...options, asset, side });
  };
  return Object.freeze<Broker>({
    get cash() {
      return run.book.cash;
    },
    get equity() {
      return equityAt(run, run.now);
    },
    get exposure() {
      return exposure(run);
    },
    get buyingPower() {
      const { leverage, shortProceeds } = run.settings;
      const equity = equityAt(run, run.now);
      if (shortProceeds === "margin") return leverage * equity - exposure(run);
      return leverage * equity - (equity - run.book.cash);
    },
    position: (asset) => views[assetOf(run, asset).index],
    positions: () => views.filter(({ quantity }) => quantity !== 0),
    order: (input) => submit(run, input),
    buy: (asset, amount) => trade("buy", asset, amount),
    sell: (asset, amount) => trade("sell", asset, amount),
    close: (asset, options = {}) => {
      const { index, account } = assetOf(run, asset);
      const held = signedQuantity(account);
      if (held === 0) return undefined;
      const { limit, stop, trail, type = "market" } = options;
      const isPriced = limit !== undefined || stop !== undefined || trail !== undefined;
      return isPriced || type.startsWith("limit")
        ? submit(run, {
          ...options,
          asset: index,
          side: held > 0 ? "sell" : "buy",
          quantity: Math.abs(held),
          reduceOnly: true,
        })
        : submit(run, { ...options, asset: index, targetQuantity: 0, reduceOnly: true });
    },
    orderTargetQuantity: (asset, quantity, options = {}) =>
      submit(run, { ...options, asset, targetQuantity: quantity }),
    orderTargetValue: (asset, value, options = {}) =>
      submit(run, { ...options, asset, targetValue: value }),
    orderTargetPercent: (asset, fraction, options = {}) =>
      submit(run, { ...options, asset, targetPercent: fraction }),
    oco: (numbers) => {
      const orders = numbers.map((number) => orderOf(run, number));
      const ended = orders.find((order) => !isAlive(order));
      if (ended !== undefined) {
        throw new TypeError(`Cannot group order ${ended.number}: it is ${ended.status}`);
      }
      for (const order of orders) order.group = `of ${Math.min(...numbers)}`;
    },
    cancel: (number) => {
      const order = orderOf(run, number);
      if (!isAlive(order)) return false;
      cancel(run, [number]);
      return true;
    },
    cancelAll: (named) => cancel(run, living(run, named)),
    modify: (number, changes) => modify(run, orderOf(run, number), changes),
    orderRow: (number) => orderRow(run, orderOf(run, number)),
    orders: (named) => living(run, named).map((number) => orderRow(run, orderOf(run, number))),
    setRules: (input, named) => {
      const rules = readRuleList(input);
      const assets: readonly Asset[] = named === undefined ? run.assets : [assetOf(run, named)];
      // What is not a number shows here, and not when a position opens.
      for (const asset of assets) valuesOf(rules, asset);
      if (named === undefined) run.rules = rules;
      else assets[0].rules = rules;
    },
  });
}

/** Numbers of the orders that work or wait, of all assets or one. */
function living(run: Run, named: string | number | undefined): readonly number[] {
  const index = named === undefined ? undefined : assetOf(run, named).index;
  return run.alive
    .filter((order) => isAlive(order) && (index === undefined || order.asset === index))
    .map(({ number }) => number);
}

/** Cancels orders, and with them their children; returns how many of those named. */
function cancel(run: Run, numbers: readonly number[]): number {
  for (const number of numbers) {
    const order = orderOf(run, number);
    if (!isAlive(order)) continue;
    endOrder(run, order, { status: "cancelled", reason: "cancelled", t: Math.max(run.now, 0) });
  }
  return numbers.length;
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
