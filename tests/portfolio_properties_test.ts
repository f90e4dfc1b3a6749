import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type Fill,
  orderStatuses,
  orderTypes,
  type Panel,
  type PortfolioOutput,
  type PortfolioSettings,
} from "../engine/portfolio/types.ts";
import { runPortfolioReference } from "../engine/reference/portfolio/mod.ts";
import { type Action, arbitraryActions, doing } from "./portfolio_random/actions.ts";
import { arbitraryPanel, prefixOf, reversed } from "./portfolio_random/panels.ts";
import { arbitraryLimitedSettings } from "./portfolio_random/settings.ts";

interface Random {
  readonly panel: Panel;
  readonly actions: readonly (readonly Action[])[];
  readonly settings: PortfolioSettings;
}

const arbitrary: fc.Arbitrary<Random> = fc.record({
  panel: arbitraryPanel,
  actions: arbitraryActions,
  settings: arbitraryLimitedSettings,
});

const runs = { numRuns: Number(Deno.env.get("RUNS") ?? 100), seed: 11 };

function run(
  { panel, actions, settings }: Random,
  { symbols = panel.symbols, fills = [] }: {
    readonly symbols?: readonly string[];
    readonly fills?: Fill[];
  } = {},
): PortfolioOutput {
  const heard = { onFill: (_: unknown, fill: Fill) => void fills.push(fill) };
  return runPortfolioReference(panel, doing(actions, { symbols, heard }), { settings });
}

/** The row of a panel's column with the last price of an asset at or before a bar; NaN before its first. */
function lastClose(panel: Panel, t: number, asset: number): number {
  for (let at = t; at >= 0; at--) {
    if (panel.present[at * panel.assets + asset] === 1) {
      return panel.close[at * panel.assets + asset];
    }
  }
  return NaN;
}

function multiplierOf(settings: PortfolioSettings, symbol: string): number {
  return settings.assets[symbol]?.multiplier ?? 1;
}

Deno.test("runPortfolioReference() marks the cash and positions of its ledger, and its profits add up", () => {
  let traded = 0;
  fc.assert(
    fc.property(arbitrary, (random) => {
      const { panel, settings } = random;
      const { equity, ledger, trades, interest } = run(random);
      const { interest: earned, marginInterest, funding } = settings.financing;
      const borrow = settings.financing.borrow + (settings.assets.S0.borrow ?? 0);
      const isFree = borrow + earned + marginInterest === 0 && funding === "";
      const held = new Float64Array(panel.assets);
      let cash = settings.cash;
      let row = 0;
      for (let t = 0; t < panel.length; t++) {
        for (; row < ledger.count && ledger.index[row] === t; row++) {
          const [asset, quantity] = [ledger.asset[row], ledger.quantity[row]];
          // No fill goes through zero: a flip has two legs.
          assert(held[asset] * quantity >= 0, `row ${row}: from ${held[asset]} to ${quantity}`);
          held[asset] = quantity;
          cash = ledger.cash[row];
        }
        if (!isFree) continue;
        let marked = cash;
        held.forEach((quantity, asset) => {
          if (quantity === 0) return;
          const multiplier = multiplierOf(settings, panel.symbols[asset]);
          marked = marked + quantity * lastClose(panel, t, asset) * multiplier;
        });
        assert(Object.is(marked, equity[t]), `bar ${t}: ${marked} but ${equity[t]}`);
      }
      assertEquals(row, ledger.count);
      traded += trades.count;
      if (panel.length === 0) return;
      let sum = interest;
      let turnover = settings.cash + Math.abs(interest);
      for (let trade = 0; trade < trades.count; trade++) {
        const multiplier = multiplierOf(settings, panel.symbols[trades.asset[trade]]);
        const prices = Math.abs(trades.entryPrice[trade]) + Math.abs(trades.exitPrice[trade]);
        sum += trades.pnl[trade];
        turnover += trades.quantity[trade] * multiplier * prices + trades.fees[trade] +
          Math.abs(trades.financing[trade]);
      }
      const gap = Math.abs(sum - (equity[panel.length - 1] - settings.cash));
      assert(gap <= 1e-9 * turnover, `profits of ${sum}, off by ${gap}`);
    }),
    runs,
  );
  assert(traded > runs.numRuns, `only ${traded} trades`);
});

Deno.test("runPortfolioReference() fills at prices of the asset's own bar, limits no worse than their limit", () => {
  fc.assert(
    fc.property(arbitrary, (random) => {
      const { panel, settings } = random;
      const isPlain = settings.tick === 0 && settings.assets.S0.tick === undefined &&
        settings.assets.S0.slippage === undefined &&
        Object.values(settings.slippage).every((term) => term === 0);
      const fills: Fill[] = [];
      const { orders } = run(random, { fills });
      for (const { index, asset, price, reason, side, order } of fills) {
        const at = index * panel.assets + asset;
        if (reason !== "liquidation" && reason !== "endOfData") {
          assertEquals(panel.present[at], 1, `filled without a bar on ${index}`);
          const isInside = panel.low[at] <= price && price <= panel.high[at];
          assert(!isPlain || isInside, `${reason} at ${price} on bar ${index}`);
        }
        const limit = order === 0 ? NaN : orders.limit[order - 1];
        assert(Number.isNaN(limit) || side * price <= side * limit, `${price} beyond ${limit}`);
      }
    }),
    runs,
  );
});

Deno.test("runPortfolioReference() on the first bars gives the first results of a run on all", () => {
  fc.assert(
    fc.property(arbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (random, share) => {
      const settings: PortfolioSettings = {
        ...random.settings,
        execution: { ...random.settings.execution, atEnd: "open" },
      };
      const length = Math.floor(share * random.panel.length);
      const whole = run({ ...random, settings });
      const first = run({ ...random, settings, panel: prefixOf(random.panel, length) });
      assertEquals([...first.equity], [...whole.equity.slice(0, length)]);
      const rows = [...whole.ledger.index].filter((index) => index < length).length;
      assertEquals(first.ledger.count, rows);
      assertEquals([...first.ledger.cash], [...whole.ledger.cash.slice(0, rows)]);
      assertEquals([...first.ledger.asset], [...whole.ledger.asset.slice(0, rows)]);
      const { orders } = first;
      for (let row = 0; row < orders.count; row++) {
        assertEquals(orders.submitIndex[row], whole.orders.submitIndex[row]);
        const end = whole.orders.endIndex[row];
        if (end >= length) continue;
        // What the end of the data cancelled would have gone on.
        for (const field of ["status", "reason", "filled", "price"] as const) {
          assertEquals(orders[field][row], whole.orders[field][row], `order ${row + 1} ${field}`);
        }
      }
    }),
    runs,
  );
});

Deno.test("runPortfolioReference() does not depend on the order of assets where cash does not bind", () => {
  fc.assert(
    fc.property(arbitrary, ({ panel, actions, settings }) => {
      const free: PortfolioSettings = {
        ...settings,
        cash: 1e9,
        cashPolicy: "unlimited",
        maxPositions: 0,
      };
      // Equities are sums in another order: a fraction of them may differ in its last bit.
      const calm = actions.map((list) =>
        list.filter((one) => one.does !== "order" || one.order.kind !== "targetPercent")
      );
      const { symbols } = panel;
      const one = run({ panel, actions: calm, settings: free }, { symbols });
      const other = run({ panel: reversed(panel), actions: calm, settings: free }, { symbols });
      const last = panel.assets - 1;
      for (let asset = 0; asset < panel.assets; asset++) {
        assertEquals(tradesOf(one, asset), tradesOf(other, last - asset));
      }
      for (const field of ["status", "reason", "filled", "price", "endIndex"] as const) {
        assertEquals([...one.orders[field]], [...other.orders[field]], field);
      }
    }),
    runs,
  );
});

function tradesOf({ trades }: PortfolioOutput, asset: number): readonly number[][] {
  const { entryIndex, entryPrice, exitIndex, exitPrice, quantity, reason, pnl } = trades;
  return Array.from({ length: trades.count }, (_, row) => row)
    .filter((row) => trades.asset[row] === asset)
    .map((row) =>
      [entryIndex, entryPrice, exitIndex, exitPrice, quantity, reason, pnl].map((column) =>
        column[row]
      )
    );
}

Deno.test("random orders meet every type, status and reason", () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(arbitrary, (random) => {
      const { orders } = run(random);
      for (let row = 0; row < orders.count; row++) {
        met.add(orderTypes[orders.type[row]]).add(orderStatuses[orders.status[row]]);
        if (orders.filled[row] > 0) met.add(`${orderTypes[orders.type[row]]} filled`);
      }
    }),
    { ...runs, numRuns: Math.max(runs.numRuns, 300) },
  );
  const wanted = [...orderTypes.flatMap((type) => [type, `${type} filled`]), ...orderStatuses]
    .filter((name) => name !== "working" && name !== "waiting");
  assertEquals(wanted.filter((name) => !met.has(name)), []);
});
