import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Panel } from "../../engine/data/panel.ts";
import { MarketRun } from "../../engine/portfolio/market_run.ts";
import { orderStatuses, portfolioReasons } from "../../engine/portfolio/order_codes.ts";
import type { PortfolioOutput } from "../../engine/portfolio/output.ts";
import type { PortfolioSettings } from "../../engine/portfolio/settings.ts";
import { runPortfolioReference } from "../../engine/reference/portfolio/run.ts";
import {
  arbitraryMarketOrders,
  arbitraryMarketSettings,
  type MarketOrders,
} from "./market_orders.ts";
import { arbitraryPanel } from "./market_panels.ts";

/** The compiled run with the orders of each bar. */
function compiled(panel: Panel, orders: MarketOrders, run: PortfolioSettings): PortfolioOutput {
  const made = new MarketRun(panel, run);
  for (let t = 0; t < panel.length; t++) {
    made.open(t);
    for (const { kind, asset, amount } of orders[t] ?? []) made[kind](asset, amount);
    made.mark(t);
  }
  return made.finish();
}

/** The same in the reference engine, through its broker. */
function reference(panel: Panel, orders: MarketOrders, run: PortfolioSettings): PortfolioOutput {
  return runPortfolioReference(panel, {
    onBar(broker, t): void {
      for (const { kind, asset, amount } of orders[t] ?? []) {
        if (kind === "trade") {
          const side = amount < 0 ? "sell" : "buy";
          broker.order({ asset, quantity: Math.abs(amount), side });
        } else broker.order({ asset, [kind]: amount });
      }
    },
  }, { settings: run });
}

/** Every column and total of an output, for comparison bit for bit. */
export function bits(output: PortfolioOutput): Record<string, unknown> {
  const columns = (group: object): Record<string, string[]> =>
    Object.fromEntries(
      Object.keys(group).filter((key) => key !== "count").map((key) => [
        key,
        Array.from(
          (group as Record<string, ArrayLike<number>>)[key],
          (value) => Object.is(value, -0) ? "-0" : String(value),
        ),
      ]),
    );
  const { equity, trades, ledger, orders, ...totals } = output;
  return {
    equity: Array.from(equity, String),
    trades: columns(trades),
    ledger: columns(ledger),
    orders: columns(orders),
    totals,
  };
}

/** Runs both engines on random panels, orders and settings; returns how often each status and reason of orders occurred. */
export function compareMarketRuns(
  { runs, seed }: { readonly runs: number; readonly seed: number },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, times = 1): void =>
    void counts.set(name, (counts.get(name) ?? 0) + times);
  const property = fc.property(
    arbitraryPanel,
    arbitraryMarketOrders,
    arbitraryMarketSettings,
    (panel, orders, run) => {
      const wanted = reference(panel, orders, run);
      assertEquals(bits(compiled(panel, orders, run)), bits(wanted));
      count("fills", wanted.ledger.count);
      count("reduced", wanted.reducedOrders);
      if (wanted.ruinIndex >= 0) count("ruin");
      for (const status of wanted.orders.status) count(`order ${orderStatuses[status]}`);
      for (const reason of wanted.orders.reason) {
        if (reason >= 0) count(`reason ${portfolioReasons[reason]}`);
      }
    },
  );
  fc.assert(property, { numRuns: runs, seed });
  return counts;
}
