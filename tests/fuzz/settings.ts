import fc from "fast-check";
import { choices, type SettingsInput } from "../../codegen/define/settings.ts";

const choice = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const off = (...values: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(...values));

/** Settings of every kind; costs are off half the time, so that their absence is met too. */
export const arbitrarySettings: fc.Arbitrary<SettingsInput> = fc.record({
  cash: fc.constantFrom(1, 100, 1000, 100_000, 1e9),
  leverage: fc.constantFrom(1, 1, 2, 0.5, 20),
  cashPolicy: choice(choices.cashPolicy),
  lot: off(1, 0.1, 10),
  commission: fc.record({
    percent: off(0.001, 0.2),
    perUnit: off(0.01, 2),
    perOrder: off(1, 40),
    minimum: off(2, 50),
  }),
  slippage: fc.record({ percent: off(0.001, 0.08), fixed: off(0.5, 3) }),
  execution: fc.record({
    fill: choice(choices.fill),
    ambiguity: choice(choices.ambiguity),
    entryBarStops: choice(choices.entryBarStops),
    trailTiming: choice(choices.trailTiming),
    opposite: choice(choices.opposite),
    conflict: choice(choices.conflict),
    cooldown: off(1, 2, 5),
    atEnd: choice(choices.atEnd),
  }),
});
