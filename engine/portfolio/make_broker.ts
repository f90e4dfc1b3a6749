import type { Rule } from "../../codegen/define/types.ts";
import type { Panel } from "../data/panel.ts";
import { assetIndex } from "./asset_index.ts";
import type { Broker, PositionView } from "./broker.ts";
import type { OrderAmount, OrderChanges, OrderInput, OrderOptions, OrderRow } from "./orders.ts";
import { readRuleList } from "./read_bracket.ts";
import type { PortfolioSettings } from "./settings.ts";

/** What an engine does for its broker. Assets are indices, orders numbers from 1. */
export interface BrokerCore {
  readonly panel: Pick<Panel, "indexOf" | "assets">;
  readonly settings: Pick<PortfolioSettings, "leverage" | "shortProceeds">;
  /** A live view of each asset. */
  readonly views: readonly PositionView[];
  readonly cash: () => number;
  readonly equity: () => number;
  readonly exposure: () => number;
  readonly submit: (input: OrderInput) => number;
  /** An order as it is; throws for a number that is none. */
  readonly row: (order: number) => OrderRow;
  /** Whether an order works or waits; throws for a number that is none. */
  readonly isAlive: (order: number) => boolean;
  /** Cancels an order that works or waits. */
  readonly cancel: (order: number) => void;
  /** Numbers of the orders that work or wait, of all assets or one. */
  readonly living: (asset: number | undefined) => readonly number[];
  readonly modify: (order: number, changes: OrderChanges) => void;
  /** Puts orders that work or wait into a group. */
  readonly group: (orders: readonly number[], name: string) => void;
  /** Sets the rules of positions opened from now on, of all assets or one. */
  readonly setRules: (rules: readonly Rule[], asset: number | undefined) => void;
}

/** The broker that user code gets, whatever engine runs. */
export function makeBroker(core: BrokerCore): Broker {
  const { panel, settings: { leverage, shortProceeds }, views, submit } = core;
  const trade = (
    side: "buy" | "sell",
    asset: string | number,
    amount: number | (OrderAmount & OrderOptions),
  ): number => {
    const options = typeof amount === "number" ? { quantity: amount } : amount;
    return submit({ ...options, asset, side });
  };
  const indexOf = (named: string | number | undefined): number | undefined =>
    named === undefined ? undefined : assetIndex(panel, named);
  return Object.freeze<Broker>({
    get cash() {
      return core.cash();
    },
    get equity() {
      return core.equity();
    },
    get exposure() {
      return core.exposure();
    },
    get buyingPower() {
      const equity = core.equity();
      if (shortProceeds === "margin") return leverage * equity - core.exposure();
      return leverage * equity - (equity - core.cash());
    },
    position: (asset) => views[assetIndex(panel, asset)],
    positions: () => views.filter(({ quantity }) => quantity !== 0),
    order: submit,
    buy: (asset, amount) => trade("buy", asset, amount),
    sell: (asset, amount) => trade("sell", asset, amount),
    close: (named, options = {}) => {
      const asset = assetIndex(panel, named);
      const held = views[asset].quantity;
      if (held === 0) return undefined;
      const { limit, stop, trail, type = "market" } = options;
      const isPriced = limit !== undefined || stop !== undefined || trail !== undefined;
      return isPriced || type.startsWith("limit")
        ? submit({
          ...options,
          asset,
          side: held > 0 ? "sell" : "buy",
          quantity: Math.abs(held),
          reduceOnly: true,
        })
        : submit({ ...options, asset, targetQuantity: 0, reduceOnly: true });
    },
    orderTargetQuantity: (asset, quantity, options = {}) =>
      submit({ ...options, asset, targetQuantity: quantity }),
    orderTargetValue: (asset, value, options = {}) =>
      submit({ ...options, asset, targetValue: value }),
    orderTargetPercent: (asset, fraction, options = {}) =>
      submit({ ...options, asset, targetPercent: fraction }),
    oco: (numbers) => {
      const ended = numbers.map(core.isAlive).indexOf(false);
      if (ended >= 0) {
        const { number, status } = core.row(numbers[ended]);
        throw new TypeError(`Cannot group order ${number}: it is ${status}`);
      }
      core.group(numbers, `of ${Math.min(...numbers)}`);
    },
    cancel: (number) => {
      if (!core.isAlive(number)) return false;
      core.cancel(number);
      return true;
    },
    cancelAll: (named) => {
      const numbers = core.living(indexOf(named));
      for (const number of numbers) {
        // A child ends with its parent.
        if (core.isAlive(number)) core.cancel(number);
      }
      return numbers.length;
    },
    modify: core.modify,
    orderRow: core.row,
    orders: (named) => core.living(indexOf(named)).map(core.row),
    setRules: (input, named) => core.setRules(readRuleList(input), indexOf(named)),
  });
}
