import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { portfolio, type PortfolioResult } from "../mod.ts";
import {
  type Fill,
  orderStatuses,
  type Panel,
  type PortfolioOutput,
  portfolioReasons,
  type PortfolioSettings,
  quantityKinds,
  timesInForce,
} from "../engine/portfolio/types.ts";
import { runPortfolioReference } from "../engine/reference/portfolio/mod.ts";
import { panelOf, portfolioSettings } from "./portfolio_cases/case.ts";
import { type Action, arbitraryActions, doing } from "./portfolio_random/actions.ts";
import { bits } from "./portfolio_random/bits.ts";
import { arbitraryPanel } from "./portfolio_random/panels.ts";
import { arbitraryPortfolioSettings } from "./portfolio_random/settings.ts";

interface Random {
  readonly panel: Panel;
  readonly actions: readonly (readonly Action[])[];
  readonly settings: PortfolioSettings;
}

const arbitrary: fc.Arbitrary<Random> = fc.record({
  panel: arbitraryPanel,
  actions: arbitraryActions,
  settings: arbitraryPortfolioSettings,
  participation: fc.constantFrom(0.01, 0.02, 0.05, 0.3),
}).map(({ participation, settings, ...rest }) => ({
  ...rest,
  settings: { ...settings, participation },
}));

const expired = portfolioReasons.indexOf("expired");
const runs = { numRuns: Number(Deno.env.get("RUNS") ?? 150), seed: 17 };

function run({ panel, actions, settings }: Random, fills: Fill[] = []): PortfolioOutput {
  const heard = { onFill: (_: unknown, fill: Fill) => void fills.push(fill) };
  const { symbols } = panel;
  return runPortfolioReference(panel, doing(actions, { symbols, heard }), { settings });
}

function isLimited({ reason }: Fill): boolean {
  return reason !== "liquidation" && reason !== "endOfData";
}

Deno.test("participation: fills of an asset never take more than the share of its bar's volume", () => {
  let full = 0;
  fc.assert(
    fc.property(arbitrary, (random) => {
      const { panel, settings: { participation, lot } } = random;
      const fills: Fill[] = [];
      run(random, fills);
      const taken = new Map<number, number>();
      for (const { index, asset, quantity } of fills.filter(isLimited)) {
        const at = index * panel.assets + asset;
        taken.set(at, (taken.get(at) ?? 0) + quantity);
      }
      for (const [at, units] of taken) {
        const limit = participation * panel.volume[at];
        assert(units <= limit * (1 + 3e-9), `${units} of ${limit} on bar ${at / panel.assets}`);
        if (units >= limit - Math.max(lot, 1e-9)) full++;
      }
    }),
    runs,
  );
  assert(full > runs.numRuns, `only ${full} bars were used up`);
});

Deno.test("participation: fills add up to positions, and to what their orders tell", () => {
  let parts = 0;
  fc.assert(
    fc.property(arbitrary, (random) => {
      const fills: Fill[] = [];
      const { ledger, orders } = run(random, fills);
      assertEquals(fills.length, ledger.count);
      const held = new Float64Array(random.panel.assets);
      const units = new Float64Array(orders.count + 1);
      const fees = new Float64Array(orders.count + 1);
      const values = new Float64Array(orders.count + 1);
      const bars = new Map<number, Set<number>>();
      fills.forEach(({ asset, side, quantity, order, fee, price, index }, row) => {
        held[asset] += side * quantity;
        assertNear(held[asset], ledger.quantity[row], `ledger ${row}`);
        held[asset] = ledger.quantity[row];
        units[order] += quantity;
        fees[order] += fee;
        values[order] += quantity * price;
        bars.set(order, (bars.get(order) ?? new Set()).add(index));
      });
      for (let row = 0; row < orders.count; row++) {
        const name = `order ${row + 1}`;
        assertNear(orders.filled[row], units[row + 1], name);
        assertNear(orders.fee[row], fees[row + 1], `fee of ${name}`);
        if (units[row + 1] === 0) continue;
        assertNear(orders.price[row], values[row + 1] / units[row + 1], `price of ${name}`);
        if (bars.get(row + 1)!.size > 1) parts++;
      }
    }),
    runs,
  );
  assert(parts > runs.numRuns / 4, `only ${parts} orders in parts`);
});

Deno.test("participation: an order that is filled without a reason has all its units", () => {
  let whole = 0;
  let ended = 0;
  fc.assert(
    fc.property(arbitrary, (random) => {
      // Nothing but volume makes an order smaller.
      const settings: PortfolioSettings = {
        ...random.settings,
        cash: 1e9,
        cashPolicy: "unlimited",
        lot: 0,
        maxQuantity: 0,
      };
      const actions = random.actions.map((list) =>
        list.filter((one) => one.does !== "modify" && one.does !== "close").map((one) =>
          one.does === "order"
            ? { ...one, order: { ...one.order, reduceOnly: false, reverse: false } }
            : one
        )
      );
      const { orders } = run({ ...random, settings, actions });
      for (let row = 0; row < orders.count; row++) {
        if (quantityKinds[orders.kind[row]] !== "quantity") continue;
        const [filled, amount] = [orders.filled[row], orders.amount[row]];
        const name = `order ${row + 1}`;
        const isFok = timesInForce[orders.tif[row]] === "fok";
        if (isFok && orders.reason[row] === expired) assertEquals(filled, 0, `fok ${name}`);
        assert(filled <= amount * (1 + 1e-9), `${name}: ${filled} of ${amount}`);
        if (orders.reason[row] === -1) {
          assertEquals(orderStatuses[orders.status[row]], "filled", name);
          assertNear(filled, amount, name);
          whole++;
        } else if (filled > 0) ended++;
      }
    }),
    runs,
  );
  assert(whole > runs.numRuns && ended > 20, `${whole} filled, ${ended} ended after a part`);
});

Deno.test("participation: bars with volume enough for all are as bars without a limit", () => {
  fc.assert(
    fc.property(arbitrary, (random) => {
      const volume = random.panel.volume.map((_, at) =>
        random.panel.present[at] === 1 ? 1e12 : NaN
      );
      const columns = new Map(random.panel.columns).set("volume", volume);
      const panel: Panel = { ...random.panel, volume, columns };
      const free = { ...random.settings, participation: 0 };
      assertEquals(
        bits(run({ ...random, panel })),
        bits(run({ ...random, panel, settings: free })),
      );
    }),
    runs,
  );
});

Deno.test("participation: a lone order takes of each bar the lots that fit, and its close leaves nothing", () => {
  let parts = 0;
  const lone = fc.record({
    order: fc.constantFrom([0.3, 0], [0.7, 0], [1.1, 0], [7.3, 0], [3 * 0.1, 0.1], [11, 1]),
    volumes: fc.array(fc.constantFrom(0, 1, 3, 7, 30, NaN), { minLength: 1, maxLength: 12 }),
    buys: fc.boolean(),
  });
  fc.assert(
    fc.property(lone, ({ order: [quantity, lot], volumes, buys }) => {
      // Bars enough to end it, the same for the close, and one more to see whether that turns round.
      const bars = [...volumes, 1000, ...volumes, 1000, 1000];
      const panel = panelOf({ prices: { A: bars.map(() => 10) }, volume: { A: bars } });
      const settings = portfolioSettings({ cash: 1e6, participation: 0.1, lot });
      const fills: Fill[] = [];
      const { ledger } = runPortfolioReference(panel, {
        onStart: (broker) => broker[buys ? "buy" : "sell"]("A", quantity),
        onBar: (broker, t) => {
          if (t === volumes.length) broker[buys ? "sell" : "buy"]("A", quantity);
        },
        onFill: (_, fill) => void fills.push(fill),
      }, { settings });
      for (const number of [1, 2]) {
        let left = quantity;
        for (const { index, quantity: part } of fills.filter(({ order }) => order === number)) {
          const room = 0.1 * bars[index];
          const fits = lot === 0 ? room : Math.floor(room / lot + 1e-9) * lot;
          assertNear(part, Math.min(left, fits), `order ${number} on bar ${index}`);
          left -= part;
        }
        assertNear(left, 0, `left of order ${number}`);
      }
      parts += fills.length - 2;
      assertEquals(
        ledger.quantity.indexOf(0),
        ledger.count - 1,
        "only the last fill leaves it flat",
      );
    }),
    runs,
  );
  assert(parts > runs.numRuns, `only ${parts} parts`);
});

Deno.test("participation: code is told of each part, and of an order when it ends", () => {
  const panel = panelOf({ prices: { A: [10, 10, 10, 10] }, volume: { A: [0, 20, 20, 20] } });
  const told: string[] = [];
  runPortfolioReference(panel, {
    onStart: (broker) => broker.buy("A", 9),
    onFill: (_, { index, quantity, order }) => told.push(`${index}: ${quantity} of ${order}`),
    onOrder: (_, { status, filled }) => told.push(`${status} ${filled}`),
    onBar: (broker, t) => {
      if (t !== 2) return;
      const [{ status, filled }] = broker.orders();
      assertEquals([status, filled], ["working", 4]);
      assertThrows(
        () => broker.modify(1, { amount: 4 }),
        RangeError,
        "Cannot modify order 1: expected quantity to be more than the 4 that have filled but found 4",
      );
      broker.cancel(1);
    },
  }, { settings: portfolioSettings({ participation: 0.1 }) });
  assertEquals(told, ["1: 2 of 1", "2: 2 of 1", "cancelled 4"]);
});

Deno.test("participation: a stop that has been reached cannot be changed any more", () => {
  const row = [10, 12, 8, 10] as const;
  const panel = panelOf({ prices: { A: [10, row, row] }, volume: { A: [0, 20, 20] } });
  let looked = 0;
  runPortfolioReference(panel, {
    onStart: (broker) => {
      broker.buy("A", { quantity: 5, stop: 11 });
      broker.buy("A", { quantity: 5, trail: { distance: 2 } });
    },
    onBar: (broker, t) => {
      if (t !== 1) return;
      const reached = "its stop has been reached";
      assertThrows(() => broker.modify(1, { stop: 12 }), TypeError, reached);
      assertThrows(() => broker.modify(2, { trail: { distance: 1 } }), TypeError, reached);
      looked++;
    },
  }, { settings: portfolioSettings({ participation: 0.1 }) });
  assertEquals(looked, 1);
});

Deno.test("participation: the result counts orders that ended with a part, and says what fills could take", () => {
  const panel = panelOf({ prices: { A: [10, 10, 10] }, volume: { A: [0, 25, 25] } });
  const run = (settings: object): PortfolioResult =>
    portfolio(panel, { participation: 0.1, ...settings }).onBar((broker, t) => {
      if (t === 0) broker.buy("A", 9);
    });
  const result = run({ lot: 1 });
  assertEquals(result.simMode, "event");
  assertEquals(result.orders.map(({ status, filled, amount }) => [status, filled, amount]), [
    ["cancelled", 4, 9],
  ]);
  const { counts, settings } = JSON.parse(JSON.stringify(result));
  assertEquals([counts.partly_filled, settings.participation], [1, 0.1]);
  assertStringIncludes(String(result), "Orders: cancelled 1; 1 ended with a part filled");
  assertStringIncludes(
    String(run({ lot: 5 })),
    "Fills of an asset could take 10.00% of a bar's volume",
  );
});

function assertNear(found: number, expected: number, what: string): void {
  const room = 1e-9 * Math.max(1, Math.abs(expected));
  assert(Math.abs(found - expected) <= room, `${what}: expected ${expected} but found ${found}`);
}
