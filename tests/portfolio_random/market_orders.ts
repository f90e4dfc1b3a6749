import fc from "fast-check";
import { settings } from "../../codegen/define/settings.ts";
import type { PortfolioSettings } from "../../engine/portfolio/settings.ts";

/** A market order as a compiled run takes it. */
export interface RandomOrder {
  readonly kind: "trade" | "targetQuantity" | "targetValue" | "targetPercent";
  readonly asset: number;
  readonly amount: number;
}

/** The orders of each bar. */
export type MarketOrders = readonly (readonly RandomOrder[])[];

const asset = fc.integer({ min: 0, max: 3 });

const order: fc.Arbitrary<RandomOrder> = fc.oneof(
  fc.record({
    kind: fc.constant("trade" as const),
    asset,
    amount: fc.integer({ min: -20, max: 20 }).filter((units) => units !== 0),
  }),
  fc.record({
    kind: fc.constant("targetQuantity" as const),
    asset,
    amount: fc.integer({ min: -20, max: 20 }),
  }),
  fc.record({
    kind: fc.constant("targetValue" as const),
    asset,
    amount: fc.constantFrom(0, 100, 333.3, -250, 5000),
  }),
  fc.record({
    kind: fc.constant("targetPercent" as const),
    asset,
    amount: fc.constantFrom(0, 0.1, 0.3, 0.9, 1.2, -0.2, -0.5),
  }),
);

/** Orders of some bars, for panels of four assets. */
export const arbitraryMarketOrders: fc.Arbitrary<MarketOrders> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(order, { maxLength: 5 }) },
  ),
  { maxLength: 40 },
);

const off = (...values: readonly number[]): fc.Arbitrary<number> => fc.constantFrom(0, ...values);

/** Settings of runs with market orders, as far as the compiled run takes them. */
export const arbitraryMarketSettings: fc.Arbitrary<PortfolioSettings> = fc.record({
  cash: fc.constantFrom(100, 1000, 1e6),
  leverage: fc.constantFrom(1, 1, 2, 0.5),
  cashPolicy: fc.constantFrom("reduce" as const, "reject" as const, "unlimited" as const),
  lot: off(0, 1, 0.1),
  minQuantity: off(0, 2),
  maxQuantity: off(0, 5),
  tick: off(0, 0.5),
  commission: fc.record({
    percent: off(0.001, 0.1),
    perUnit: off(0.01),
    perOrder: off(1),
    minimum: off(2),
  }),
  financing: fc.record({
    borrow: off(0, 0.05, 3),
    interest: off(0, 0.02, 2),
    marginInterest: off(0, 0.07, 3),
  }),
  most: fc.constantFrom(0, 0, 1, 2),
  slippage: fc.record({ percent: off(0.001), fixed: off(0.5), spread: off(0.2) }),
  execution: fc.record({ atEnd: fc.constantFrom("open" as const, "close" as const) }),
}).map(({ most, ...input }) => ({
  ...settings({
    ...input,
    maxQuantity: Math.max(input.maxQuantity, input.maxQuantity > 0 ? input.minQuantity : 0),
  }),
  orderPriority: "exitsFirst",
  shortProceeds: "margin",
  maxPositions: most,
  zone: "UTC",
  rules: [],
  assets: {},
}));
