import fc from "fast-check";
import * as builders from "../../codegen/define/builders.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import * as indicators from "../../codegen/define/indicator_builders.ts";
import { param } from "../../codegen/define/param.ts";
import type { LevelInput, RuleInput, SizeInput } from "../../codegen/define/rules.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import { condition, number } from "./expressions.ts";

const { column, close, gt, lt, eq, mul, sub } = builders;

/** Signals: often simple ones that are true now and then, sometimes anything. */
const signal: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(
    gt(column("u"), 2),
    lt(column("u"), -2),
    eq(column("u"), 0),
    builders.rising(close, 2),
    builders.crossOver(close, builders.lag(close, 3)),
  ),
  condition(3),
);

const fraction = fc.oneof(
  fc.constantFrom<Expression | number>(0.01, 0.05, 0.2, 0.5, param("fraction", 0.1)),
  fc.constantFrom<Expression>(mul(column("u"), 0.05)),
);
const distance = fc.oneof(
  fc.constantFrom<Expression | number>(1, 3, 0.1, indicators.atr(3), mul(indicators.atr(2), 0.5)),
  number(2),
);

function price(stop: boolean): fc.Arbitrary<Expression> {
  const common = stop
    ? [indicators.lowest(column("low"), 3), indicators.highest(column("high"), 3), sub(close, 2)]
    : [
      indicators.highest(column("high"), 5),
      indicators.lowest(column("low"), 5),
      mul(close, 1.05),
    ];
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...common) }, number(2));
}

function level(stop: boolean): fc.Arbitrary<LevelInput> {
  return fc.oneof(
    fraction.map((fraction) => ({ fraction })),
    distance.map((distance) => ({ distance })),
    price(stop).map((price) => ({ price })),
  );
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength: 1 });

const rules: fc.Arbitrary<RuleInput[]> = fc.tuple(
  optional(level(true).map((stopLoss) => ({ stopLoss }))),
  optional(level(false).map((takeProfit) => ({ takeProfit }))),
  optional(level(true).map((trailingStop) => ({ trailingStop }))),
  fc.array(
    fc.constantFrom<RuleInput>({ timeStop: 1 }, { timeStop: { bars: 3 } }, {
      timeStop: param("hold", 7),
    }),
    { maxLength: 1 },
  ),
).map((lists) => lists.flat());

const size: fc.Arbitrary<SizeInput> = fc.oneof(
  fc.constantFrom<SizeInput>(
    { percentOfEquity: 0.95 },
    { percentOfEquity: 1 },
    { percentOfEquity: param("part", 0.5) },
    { units: 3 },
    { units: 1e-3 },
    { value: 500 },
  ),
  number(1).map((units) => ({ units })),
  number(1).map((value) => ({ value })),
  number(1).map((percentOfEquity) => ({ percentOfEquity })),
);

const side = fc.record({ enter: signal, exit: signal }, { requiredKeys: ["enter"] });

/** Strategies with any signals, rules and sizes; definitions that are refused are left out. */
export const arbitraryStrategy: fc.Arbitrary<Strategy> = fc.record({
  name: fc.constant("fuzz"),
  long: side,
  short: side,
  risk: rules,
  size,
}, { requiredKeys: ["name", "risk", "size"] })
  .map((input) => attempt(input as StrategyInput))
  .filter((made) => made !== undefined);

function attempt(input: StrategyInput): Strategy | undefined {
  try {
    return strategy(input);
  } catch {
    return undefined;
  }
}
