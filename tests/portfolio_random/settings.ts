import fc from "fast-check";
import { settings } from "../../codegen/define/settings.ts";
import { orderPriorities, type PortfolioSettings } from "../../engine/portfolio/types.ts";
import { arbitrarySettings } from "../fuzz/settings.ts";
import { portfolioSettings } from "../portfolio_cases/case.ts";

const seldom = <T>(none: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, fc.constantFrom(...others));

/** Settings of every kind for a panel whose first asset is S0. */
export const arbitraryPortfolioSettings: fc.Arbitrary<PortfolioSettings> = fc.record({
  input: arbitrarySettings,
  cash: fc.constantFrom(100, 1000, 1000, 1e6),
  orderPriority: fc.constantFrom(...orderPriorities),
  shortProceeds: fc.constantFrom("margin" as const, "credit" as const),
  maxPositions: seldom(0, 1, 2),
  zone: fc.constantFrom("UTC", "America/New_York", "Asia/Tokyo"),
  multiplier: seldom(1, 5, 0.1),
  tick: seldom(undefined, 0.5, 1),
}).map(({ input, cash, multiplier, tick, ...rest }) => {
  const { funding } = input.financing!;
  const made = settings({
    ...input,
    cash,
    financing: { ...input.financing, funding: funding === "" ? "" : "rate" },
  });
  return portfolioSettings({
    ...made,
    ...rest,
    assets: { S0: { multiplier, ...(tick === undefined ? {} : { tick }) } },
  });
});
