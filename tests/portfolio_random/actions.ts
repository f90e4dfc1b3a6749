import fc from "fast-check";
import type { RuleInput } from "../../codegen/define/rules.ts";
import {
  type Broker,
  type Handlers,
  type OrderInput,
  type OrderOptions,
  orderTypes,
  type PanelView,
  quantityKinds,
  timesInForce,
} from "../../engine/portfolio/types.ts";

/** What random code does at a close; assets, orders and prices are told by numbers that any panel can make sense of. */
export type Action =
  | { readonly does: "order"; readonly asset: number; readonly order: RandomOrder }
  | { readonly does: "close" | "cancelAll"; readonly asset: number }
  | { readonly does: "cancel" | "modify"; readonly back: number; readonly offset: number }
  | { readonly does: "oco"; readonly back: number }
  | { readonly does: "setRules"; readonly asset: number; readonly rules: readonly RuleInput[] };

/** An order whose prices are steps away from the last close. */
export interface RandomOrder {
  readonly type: typeof orderTypes[number];
  readonly kind: typeof quantityKinds[number];
  readonly buys: boolean;
  readonly size: number;
  readonly limit: number;
  readonly stop: number;
  readonly trail: NonNullable<OrderOptions["trail"]>;
  readonly tif: typeof timesInForce[number];
  readonly bars: number;
  readonly reduceOnly: boolean;
  readonly reverse: boolean;
  readonly oco: string;
  /** How many orders back the parent is; 0: none. */
  readonly parent: number;
  readonly bracket: NonNullable<OrderOptions["bracket"]>;
}

const level = fc.constantFrom(0.02, 0.05, 0.1, 0.3, { distance: 2 }, { fraction: 0.04 });
const bracket = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record(
    {
      stop: level,
      takeProfit: fc.oneof(level, fc.constant({ riskMultiple: 2 })),
      trail: level,
    },
    { requiredKeys: [] },
  ),
);
const seldom = <T>(none: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(none) }, fc.constantFrom(...others));

const order: fc.Arbitrary<RandomOrder> = fc.record({
  type: fc.oneof(fc.constant("market" as const), fc.constantFrom(...orderTypes)),
  kind: fc.oneof(fc.constant("quantity" as const), fc.constantFrom(...quantityKinds)),
  buys: fc.boolean(),
  size: fc.constantFrom(1, 2, 3, 0.5, 10),
  limit: fc.integer({ min: -5, max: 5 }),
  stop: fc.integer({ min: -5, max: 5 }),
  trail: fc.constantFrom(0.02, 0.1, { distance: 2 }, { distance: 0.5 }),
  tif: fc.oneof(fc.constant("gtc" as const), fc.constantFrom(...timesInForce)),
  bars: fc.integer({ min: 0, max: 4 }),
  reduceOnly: seldom(false, true),
  reverse: seldom(false, true),
  oco: seldom("", "", "a", "b"),
  parent: seldom(0, 0, 1, 2, 3),
  bracket,
});

const asset = fc.integer({ min: 0, max: 3 });
const rules: fc.Arbitrary<readonly RuleInput[]> = fc.constantFrom<readonly RuleInput[]>(
  [],
  [{ stopLoss: 0.05 }, { takeProfit: 0.1 }],
  [{ stopLoss: { distance: 3 } }, { timeStop: 3 }],
  [{ trailingStop: { fraction: 0.03, after: 0.02 } }, { breakEven: 0.03 }],
  [{ stopLoss: 0.1 }, { scaleOut: [{ at: 0.02, fraction: 0.5 }, { at: 0.05, fraction: 0.5 }] }],
  [{ sessionEnd: "20:00" }, { stopLoss: 0.2 }],
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant("order" as const), asset, order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("close" as const, "close" as const, "cancelAll" as const),
      asset,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom("cancel" as const, "modify" as const),
      back: fc.integer({ min: 1, max: 4 }),
      offset: fc.integer({ min: -3, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("oco" as const), back: fc.constant(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("setRules" as const), asset, rules }) },
);

/** Lists of actions, one a bar, the first before any; many bars have none. */
export const arbitraryActions: fc.Arbitrary<readonly (readonly Action[])[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(action, { minLength: 1, maxLength: 3 }) },
  ),
  { minLength: 4, maxLength: 30 },
);

/** Code that does the actions; what a panel or a moment has no sense for it leaves out. */
export function doing(
  actions: readonly (readonly Action[])[],
  options: { readonly symbols: readonly string[]; readonly heard?: Handlers },
): Handlers {
  const { symbols, heard = {} } = options;
  let submitted = 0;
  const perform = (broker: Broker, list: readonly Action[], bars?: PanelView): void => {
    for (const one of list) {
      if (one.does === "order") {
        const input = inputOf(one, { symbols, submitted, bars });
        if (input !== undefined) submitted = broker.order(input);
      } else if (one.does === "close") {
        submitted = broker.close(symbols[one.asset % symbols.length]) ?? submitted;
      } else if (one.does === "cancelAll") broker.cancelAll(symbols[one.asset % symbols.length]);
      else if (one.does === "setRules") {
        broker.setRules(one.rules, symbols[one.asset % (symbols.length + 1)]);
      } else if ("back" in one) change(broker, one, submitted);
    }
  };
  return {
    ...heard,
    onStart: (broker) => perform(broker, actions[0]),
    onBar: (broker, t, bars) => perform(broker, actions[t + 1] ?? [], bars),
  };
}

function change(
  broker: Broker,
  one: Extract<Action, { readonly back: number }>,
  submitted: number,
): void {
  const number = submitted - one.back + 1;
  if (number < 1) return;
  const isAlive = (row: number): boolean =>
    ["waiting", "working"].includes(broker.orderRow(row).status);
  if (one.does === "cancel") return void broker.cancel(number);
  if (!isAlive(number)) return;
  if (one.does === "oco") {
    if (number < submitted && isAlive(submitted)) broker.oco([number, submitted]);
    return;
  }
  const { limit, amount } = broker.orderRow(number);
  if (Number.isNaN(limit)) broker.modify(number, { amount: amount * 1.5 });
  else if (limit + one.offset > 0) broker.modify(number, { limit: limit + one.offset });
}

function inputOf(
  { asset, order }: Extract<Action, { readonly does: "order" }>,
  { symbols, submitted, bars }: {
    readonly symbols: readonly string[];
    readonly submitted: number;
    readonly bars: PanelView | undefined;
  },
): OrderInput | undefined {
  const { type, kind, buys, size, tif, bars: later, oco, parent } = order;
  const isTarget = kind.startsWith("target");
  const isAtFill = ["equityFraction", "risk", "equityRisk"].includes(kind);
  if (isTarget && !["market", "marketOnOpen", "marketOnClose"].includes(type)) return undefined;
  const symbol = symbols[asset % symbols.length];
  // Prices lie near the last close; without one on this bar, near 50.
  const close = bars?.close(symbol) ?? NaN;
  const near = Number.isNaN(close) ? 50 : close;
  const price = (offset: number): number => Math.max(near + offset, 0.5);
  const sign = isTarget && !buys ? -1 : 1;
  const amounts = {
    quantity: size,
    value: size * 40,
    targetQuantity: size,
    targetValue: size * 40,
    targetPercent: size / 10,
    equityFraction: size / 10,
    risk: size * 4,
    equityRisk: size / 100,
  };
  const hasLimit = ["limit", "stopLimit", "limitOnOpen", "limitOnClose"].includes(type);
  return {
    asset: symbol,
    type,
    [kind]: sign * amounts[kind],
    ...(isTarget ? {} : { side: buys ? "buy" : "sell" } as const),
    ...(hasLimit ? { limit: price(order.limit) } : {}),
    ...(type === "stop" || type === "stopLimit" ? { stop: price(order.stop) } : {}),
    ...(type === "trailingStop" ? { trail: order.trail } : {}),
    tif,
    ...(tif === "gtd" ? { until: (bars?.time ?? Date.UTC(2020, 2, 5)) + later * 40_000_000 } : {}),
    reduceOnly: order.reduceOnly && !isAtFill,
    reverse: order.reverse && !isTarget,
    ...(oco === "" ? {} : { oco }),
    ...(parent === 0 || parent > submitted ? {} : { parent: submitted - parent + 1 }),
    bracket: order.bracket,
  };
}
