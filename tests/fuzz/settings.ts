import fc from "fast-check";
import { zone } from "./orders.ts";
import { choices, type SettingsInput } from "../../codegen/define/settings.ts";

const choice = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const off = (...values: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(...values));

const seldom = <T>(none: T, ...values: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(none) }, fc.constantFrom(...values));

const tiers = [
  [{ upTo: 200, percent: 0.01 }, { upTo: 2000, percent: 0.003 }],
  [{ upTo: 50, percent: 0.1 }, { upTo: 500, percent: 0.002 }, { upTo: 1e6, percent: 0.01 }],
  [{ upTo: 1000, percent: 0 }],
];

/** Settings of every kind; costs are off half the time, so that their absence is met too. */
export const arbitrarySettings: fc.Arbitrary<SettingsInput> = fc.record({
  quiet: fc.boolean(),
  cash: fc.constantFrom(1, 100, 1000, 100_000, 100_000, 100_000, 1e9),
  leverage: fc.constantFrom(1, 1, 2, 0.5, 20),
  cashPolicy: choice(choices.cashPolicy),
  lot: off(1, 0.1, 10),
  minQuantity: seldom(0, 0.5, 2),
  maxQuantity: seldom(0, 2, 7.25, 40),
  tick: seldom(0, 0.5, 1, 3),
  commission: fc.record({
    percent: off(0.001, 0.2),
    perUnit: off(0.01, 2),
    perOrder: off(1, 40),
    minimum: off(2, 50),
    maximum: seldom(0, 3, 60),
    tiers: seldom([], ...tiers),
  }).map(({ percent, minimum, maximum, tiers, ...rest }) => ({
    ...rest,
    tiers,
    percent: tiers.length > 0 ? 0 : percent,
    minimum,
    maximum: maximum === 0 ? 0 : Math.max(minimum, maximum),
  })),
  slippage: fc.record({
    percent: off(0.001, 0.08),
    fixed: off(0.5, 3),
    spread: seldom(0, 0.5, 2),
    ticks: seldom(0, 1, 2),
    impact: seldom(0, 0.1, 3),
  }),
  financing: fc.record({
    borrow: seldom(0, 0.05, 3),
    interest: seldom(0, 0.02, 2),
    marginInterest: seldom(0, 0.07, 3),
    funding: seldom("", "u"),
  }),
  execution: fc.record({
    fill: choice(choices.fill),
    ambiguity: choice(choices.ambiguity),
    entryBarStops: choice(choices.entryBarStops),
    trailTiming: choice(choices.trailTiming),
    opposite: choice(choices.opposite),
    conflict: choice(choices.conflict),
    pyramid: off(1, 3),
    cooldown: off(1, 2, 5),
    cooldownAfter: choice(choices.cooldownAfter),
    maxTradesPerDay: seldom(0, 1, 2),
    zone,
    atEnd: choice(choices.atEnd),
  }),
}).map(({ quiet, tick, slippage, maxQuantity, ...rest }) => {
  const made = {
    ...rest,
    tick,
    slippage: tick > 0 ? slippage : { ...slippage, ticks: 0 },
    maxQuantity: maxQuantity === 0 ? 0 : Math.max(maxQuantity, rest.minQuantity),
  };
  return quiet ? quietened(made) : made;
});

/** Without what makes the compiler go through every bar of a position, so that its quiet loops are met often. */
function quietened(made: SettingsInput): SettingsInput {
  return {
    ...made,
    tick: 0,
    slippage: { ...made.slippage, ticks: 0, impact: 0 },
    financing: {},
    execution: { ...made.execution, pyramid: 0 },
  };
}
