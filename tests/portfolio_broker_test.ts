import { assert, assertEquals, assertThrows } from "@std/assert";
import { DefinitionError } from "../codegen/define/problem.ts";
import type { Broker, Handlers, OrderInput, PanelView } from "../engine/portfolio/types.ts";
import type { PortfolioOutput } from "../engine/portfolio/types.ts";
import { engines } from "./portfolio_random/engines.ts";
import { panelOf, type PortfolioCaseParts, portfolioSettings } from "./portfolio_cases/case.ts";

const prices = {
  A: [100, [101, 105, 95, 104], [104, 110, 90, 108], 108],
  B: [50, undefined, [52, 53, 51, 52], 52],
} as const;

/** The engine that the tests of one round run. */
let engine = engines[0];

function run(
  handlers: Handlers,
  settings: PortfolioCaseParts["settings"] = {},
): PortfolioOutput {
  return engine.run(panelOf({ prices }), handlers, { settings: portfolioSettings(settings) });
}

/** Does something at the close of bar 0. */
function atFirst(does: (broker: Broker, bars: PanelView) => void): void {
  let done = false;
  run({
    onBar: (broker, t, bars) => {
      if (t === 0) does(broker, bars);
      done = true;
    },
  });
  assert(done);
}

/** A test of every engine. */
function test(name: string, body: () => void): void {
  for (const one of engines) {
    Deno.test(`${one.name}: ${name}`, () => {
      engine = one;
      body();
    });
  }
}

test("broker.order() refuses what cannot be, at once and in words", () => {
  const wrong: readonly (readonly [OrderInput | object, string])[] = [
    [{ asset: "X", side: "buy", quantity: 1 }, `found "X"`],
    [{ asset: 2, side: "buy", quantity: 1 }, "found index 2"],
    [{ asset: "A", side: "buy", quantity: 0 }, "quantity to be a finite number > 0 but found 0"],
    [{ asset: "A", side: "buy", quantity: NaN }, "but found NaN"],
    [{ asset: "A", side: "buy", value: -5 }, "value to be a finite number > 0 but found -5"],
    [{ asset: "A", targetPercent: Infinity }, "targetPercent to be a finite number"],
    [{ asset: "A", side: "buy" }, "found none"],
    [{ asset: "A", side: "buy", quantity: 1, value: 1 }, "found quantity, value"],
    [{ asset: "A", quantity: 1 }, "expected a side beside quantity"],
    [{ asset: "A", side: "long", quantity: 1 }, `found "long"`],
    [{ asset: "A", side: "buy", targetQuantity: 1 }, "expected no side beside targetQuantity"],
    [{ asset: "A", targetQuantity: 1, limit: 5 }, "order for a targetQuantity but found limit"],
    [{ asset: "A", side: "buy", quantity: 1, limit: 0 }, "limit to be a finite number > 0"],
    [{ asset: "A", side: "buy", quantity: 1, limit: 5, type: "market" }, "no limit of a market"],
    [{ asset: "A", side: "buy", quantity: 1, type: "stopLimit", stop: 5 }, "expected limit of"],
    [{ asset: "A", side: "buy", quantity: 1, trail: 1 }, "a fraction between 0 and 1"],
    [{ asset: "A", side: "buy", quantity: 1, trail: { distance: 0 } }, "a distance > 0"],
    [{ asset: "A", side: "buy", quantity: 1, type: "iceberg" }, `type "iceberg"`],
    [{ asset: "A", side: "buy", quantity: 1, tif: "gtx" }, `tif "gtx"`],
    [{ asset: "A", side: "buy", quantity: 1, tif: "gtd" }, "expected until"],
    [{ asset: "A", side: "buy", quantity: 1, until: 5 }, `expected no until beside "gtc"`],
    [{ asset: "A", side: "buy", quantity: 1, shares: 1 }, `found "shares"`],
    [{ asset: "A", side: "buy", quantity: 1, parent: 7 }, "found 7"],
  ];
  atFirst((broker) => {
    for (const [input, message] of wrong) {
      assertThrows(() => broker.order(input as OrderInput), Error, message);
    }
    const bracket = (levels: object): OrderInput =>
      ({ asset: "A", side: "buy", quantity: 1, bracket: levels }) as OrderInput;
    for (const levels of [{ stop: 0 }, { stop: 1 }, { trail: { distance: -1 } }, { limit: 5 }]) {
      assertThrows(() => broker.order(bracket(levels)), DefinitionError, "bracket");
    }
    assertEquals(broker.orders().length, 0);
  });
});

test("broker.modify() says what an order does not have, and changes nothing then", () => {
  atFirst((broker) => {
    const limit = broker.buy("A", { quantity: 1, limit: 90 });
    const market = broker.buy("A", 1);
    assertThrows(() => broker.modify(limit, { amount: 5, stop: 80 }), TypeError, "has no stop");
    assertEquals(broker.orderRow(limit).amount, 1);
    assertThrows(() => broker.modify(limit, { limit: -1 }), RangeError, "limit");
    assertThrows(() => broker.modify(market, { limit: 80 }), TypeError, "has no limit");
    assertThrows(() => broker.modify(market, { trail: 0.1 }), TypeError, "has no trail");
    assertThrows(() => broker.modify(market, { price: 1 } as object), TypeError, `"price"`);
    broker.cancel(limit);
    assertThrows(() => broker.modify(limit, { limit: 80 }), TypeError, "it is cancelled");
    assertThrows(() => broker.oco([limit, market]), TypeError, "it is cancelled");
    assertThrows(() => broker.cancel(9), RangeError, "found 9");
  });
});

test("broker.setRules() refuses rules that no panel has a number for", () => {
  atFirst((broker) => {
    assertThrows(() => broker.setRules([{ stopLoss: "close * 0.1" }]), TypeError, "close");
    assertThrows(() => broker.setRules([{ stopLoss: -1 }]), DefinitionError, "stopLoss");
    assertThrows(() => broker.setRules([], "X"), RangeError, `"X"`);
  });
});

test("a callback sees prices up to its bar, and the account after its fills", () => {
  const seen: unknown[] = [];
  run({
    onStart: (broker) => {
      seen.push([broker.cash, broker.equity, broker.position("A").quantity]);
      broker.buy("A", { quantity: 2, bracket: { stop: 0.2, takeProfit: 0.5 } });
    },
    onBar: (broker, t, bars) => {
      const { quantity, average, value, pnl, entryIndex, barsHeld, stop, target } = broker
        .position(0);
      seen.push([t, bars.close("A"), bars.has("B"), bars.close("B"), bars.high("A", 1)]);
      seen.push([quantity, average, value, pnl, entryIndex, barsHeld, stop, target]);
      seen.push([broker.cash, broker.equity, broker.exposure, broker.buyingPower]);
      assertThrows(() => bars.close("A", -1), RangeError, "-1");
      assertThrows(() => bars.value("vwap", "A"), RangeError, `"vwap"`);
      if (t === 1) broker.close("A");
    },
  });
  assertEquals(seen.slice(0, 7), [
    [1000, 1000, 0],
    [0, 100, true, 50, NaN],
    [2, 100, 200, 0, 0, 0, 80, 150],
    [800, 1000, 200, 800],
    [1, 104, false, NaN, 100],
    [2, 100, 208, 8, 0, 1, 80, 150],
    [800, 1008, 208, 800],
  ]);
  assertEquals(seen[8], [0, NaN, 0, 0, -1, -1, NaN, NaN]);
});

test("fills and orders are told in the order in which they happened, before onBar", () => {
  const told: string[] = [];
  const { orders } = run({
    onStart: (broker) => broker.sell("A", { quantity: 5, parent: broker.buy("A", 1), stop: 96 }),
    onFill: (broker, { index, side, quantity, price, order, reason }) => {
      told.push(`fill ${index}: ${side * quantity} at ${price} by ${order}, ${reason}`);
      // Works from the next bar on.
      if (reason === "signal" || reason === "reverse") {
        broker.buy("A", { quantity: 1, tag: "back" });
      }
    },
    onOrder: (_, { number, status, reason, filled, tag }) => {
      told.push(`order ${number}: ${status} ${reason} ${filled} ${tag}`.trim());
    },
    onBar: (_, t) => void told.push(`bar ${t}`),
    onEnd: (broker) => {
      told.push("end");
      assertThrows(() => broker.buy("A", 1), TypeError, "the data have ended");
    },
  });
  assertEquals(told, [
    "fill 0: 1 at 100 by 1, entry",
    "order 2: working undefined 0",
    "order 1: filled undefined 1",
    "bar 0",
    "fill 1: -1 at 96 by 2, reverse",
    "fill 1: -4 at 96 by 2, entry",
    "order 2: filled undefined 5",
    "bar 1",
    "fill 2: 1 at 104 by 3, signal",
    "order 3: filled undefined 1 back",
    "bar 2",
    "fill 3: 1 at 108 by 4, signal",
    "order 4: filled undefined 1 back",
    "bar 3",
    "order 5: cancelled endOfData 0 back",
    "end",
  ]);
  assertEquals(orders.tags, ["", "", "back", "back", "back"]);
});

test("what code submits when it is told of the last fills is cancelled with the data", () => {
  const { orders } = run({
    onBar: (broker, t) => {
      if (t === 3) broker.buy("A", 1);
    },
    onFill: (broker) => broker.sell("A", { quantity: 1, stop: 90 }),
  }, { execution: { fill: "close" } });
  assertEquals([...orders.status], [2, 3]);
});

test("a panel without bars gives empty columns", () => {
  const panel = panelOf({ prices: { A: [] } });
  let ended = false;
  const output = engine.run(panel, {
    onStart: (broker) => broker.buy("A", 1),
    onEnd: () => {
      ended = true;
    },
  }, { settings: portfolioSettings({}) });
  assert(ended);
  assertEquals([output.equity.length, output.trades.count, output.ledger.count], [0, 0, 0]);
});

test("settings that name what the panel does not have, or rules without numbers, are refused", () => {
  const refused = (settings: PortfolioCaseParts["settings"], message: string): void => {
    assertThrows(() => run({}, settings), RangeError, message);
  };
  refused({ assets: { X: {} } }, `"X"`);
  refused({ financing: { funding: "rate" } }, `"rate"`);
  const close = { tag: "column", name: "close" } as const;
  const rules = [{ type: "stopLoss", form: "distance", value: close }] as const;
  assertThrows(() => run({}, { rules }), TypeError, "close");
  assertThrows(() => run({}, { assets: { B: { rules } } }), TypeError, "close");
});
