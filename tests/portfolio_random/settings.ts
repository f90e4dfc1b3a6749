import fc from "fast-check";
import type { RuleInput } from "../../codegen/define/rules.ts";
import { settings } from "../../codegen/define/settings.ts";
import { readRuleList } from "../../engine/portfolio/read_bracket.ts";
import {
  type AssetSettings,
  orderPriorities,
  type PortfolioSettings,
} from "../../engine/portfolio/types.ts";
import { arbitrarySettings } from "../fuzz/settings.ts";
import { portfolioSettings } from "../portfolio_cases/case.ts";

const seldom = <T>(none: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, fc.constantFrom(...others));

const off = (value: number): fc.Arbitrary<number> => fc.constantFrom(0, 0, value);

const ruleLists: readonly (readonly RuleInput[])[] = [
  [{ stopLoss: 0.05 }, { takeProfit: { riskMultiple: 2 } }],
  [{ trailingStop: { distance: 2 } }, { timeStop: 3 }],
  [{ breakEven: { after: 0.02, offset: 0.01 } }, { stopLoss: { distance: 4 } }],
  [{ scaleOut: [{ at: 0.03, fraction: 0.3 }, { at: 0.06, fraction: 0.3 }] }, { stopLoss: 0.1 }],
  [{ sessionEnd: { time: "18:00", zone: "America/New_York" } }],
];

/** Settings that one asset has of its own. */
interface Own {
  readonly multiplier: number;
  readonly tick?: number;
  readonly lot?: number;
  readonly borrow?: number;
  readonly commission?: { readonly minimum: number; readonly maximum: number };
  readonly slippage?: object;
  readonly rules?: readonly RuleInput[];
}

function ownSettings({ commission, slippage, rules, ...own }: Own): AssetSettings {
  const made = settings({
    ...(commission === undefined ? {} : {
      commission: {
        ...commission,
        maximum: commission.maximum === 0 ? 0 : Math.max(commission.minimum, commission.maximum),
      },
    }),
    ...(slippage === undefined ? {} : { slippage }),
  });
  return {
    ...own,
    ...(commission === undefined ? {} : { commission: made.commission }),
    ...(slippage === undefined ? {} : { slippage: made.slippage }),
    ...(rules === undefined ? {} : { rules: readRuleList(rules) }),
  };
}

/** Settings of every kind for a panel whose first asset is S0. */
export const arbitraryPortfolioSettings: fc.Arbitrary<PortfolioSettings> = fc.record({
  input: arbitrarySettings,
  cash: fc.constantFrom(100, 1000, 1000, 1e6),
  orderPriority: fc.constantFrom(...orderPriorities),
  shortProceeds: fc.constantFrom("margin" as const, "credit" as const),
  maxPositions: seldom(0, 1, 2),
  zone: fc.constantFrom("UTC", "America/New_York", "Asia/Tokyo"),
  rules: seldom<readonly RuleInput[]>([], ...ruleLists),
  own: fc.record({
    multiplier: fc.constantFrom(1, 5, 0.1),
    tick: fc.constantFrom(0, 0.5, 1),
    lot: fc.constantFrom(0, 1, 0.1),
    borrow: fc.constantFrom(0, 0.2),
    commission: fc.record({
      percent: off(0.01),
      perUnit: off(0.2),
      minimum: off(3),
      maximum: off(4),
    }),
    slippage: fc.record({
      percent: off(0.01),
      fixed: off(0.5),
      spread: off(0.4),
      impact: off(0.2),
    }),
    rules: fc.constantFrom<readonly RuleInput[]>([], ...ruleLists),
  }, { requiredKeys: ["multiplier"] }),
}).map(({ input, cash, own, rules, ...rest }) => {
  const { funding } = input.financing!;
  const made = settings({
    ...input,
    cash,
    financing: { ...input.financing, funding: funding === "" ? "" : "rate" },
  });
  return portfolioSettings({
    ...made,
    ...rest,
    rules: readRuleList(rules),
    assets: { S0: ownSettings(own) },
  });
});

/** The same, with a limit of participation now and then: only the reference engine has it. */
export const arbitraryLimitedSettings: fc.Arbitrary<PortfolioSettings> = fc
  .tuple(arbitraryPortfolioSettings, seldom(0, 0.01, 0.03, 0.2))
  .map(([made, participation]) => ({ ...made, participation }));
