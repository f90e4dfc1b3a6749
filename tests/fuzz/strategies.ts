import fc from "fast-check";
import * as builders from "../../codegen/define/builders.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import * as indicators from "../../codegen/define/indicator_builders.ts";
import { param } from "../../codegen/define/param.ts";
import type { GainInput } from "../../codegen/define/gains.ts";
import type { LevelInput, TargetInput, TrailInput } from "../../codegen/define/levels.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import type { SizeInput } from "../../codegen/define/sizes.ts";
import type { SideInput } from "../../codegen/define/side.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { PartInput } from "../../codegen/define/scale_out.ts";
import { condition, number } from "./expressions.ts";
import { arbitraryFilter, arbitraryOrder, zone } from "./orders.ts";

const { column, close, gt, lt, eq, mul, sub } = builders;

/** Mostly the first, now and then the second, which is anything. */
const mostly = <T>(usual: fc.Arbitrary<T>, anything: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: anything });

/** Signals: often simple ones that are true now and then, sometimes anything. */
const signal: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      gt(column("u"), 2),
      lt(column("u"), -2),
      eq(column("u"), 0),
      gt(column("u"), 0),
      gt(close, builders.lag(close, 1)),
      builders.rising(close, 2),
      builders.crossOver(close, builders.lag(close, 3)),
    ),
  },
  { weight: 1, arbitrary: condition(3) },
);

const fraction = mostly(
  fc.constantFrom<Expression | number>(0.01, 0.05, 0.2, 0.5, param("fraction", 0.1)),
  fc.constantFrom<Expression | number>(mul(column("u"), 0.05)),
);
const distance = mostly<Expression | number>(
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
  return mostly(fc.constantFrom(...common), number(2));
}

function level(stop: boolean): fc.Arbitrary<LevelInput> {
  return fc.oneof(
    { weight: 3, arbitrary: fraction.map((fraction) => ({ fraction })) },
    { weight: 3, arbitrary: distance.map((distance) => ({ distance })) },
    { weight: 2, arbitrary: price(stop).map((price) => ({ price })) },
  );
}

const riskMultiple = fc.constantFrom<Expression | number>(0.5, 1, 2, param("multiple", 1.5));

const target: fc.Arbitrary<TargetInput> = fc.oneof(
  { weight: 3, arbitrary: level(false) },
  { weight: 1, arbitrary: riskMultiple.map((riskMultiple) => ({ riskMultiple })) },
);

const gain: fc.Arbitrary<GainInput> = fc.oneof(
  { weight: 3, arbitrary: fraction.map((fraction) => ({ fraction })) },
  { weight: 1, arbitrary: riskMultiple.map((riskMultiple) => ({ riskMultiple })) },
);

const trail: fc.Arbitrary<TrailInput> = fc.oneof(
  { weight: 3, arbitrary: level(true) },
  {
    weight: 1,
    arbitrary: fc.tuple(level(true), gain).map(([level, after]) =>
      ({ ...level as object, after }) as TrailInput
    ),
  },
);

const parts: fc.Arbitrary<PartInput[]> = fc.tuple(
  fc.constantFrom(
    { fraction: [0.01, 0.03, 0.1] },
    { fraction: [0.05, 0.050001] },
    { distance: [1, 2, 3, 5] },
    { distance: [0.3, 6] },
    { riskMultiple: [0.5, 1, 2] },
  ),
  fc.constantFrom([0.5, 0.5], [0.25, 0.25, 0.25, 0.25], [0.3, 0.3], [1 / 3, 1 / 3, 1 / 3], [1]),
).map(([gains, fractions]) => {
  const [[form, values]] = Object.entries(gains) as [string, number[]][];
  return values.slice(0, fractions.length)
    .map((value, index) => ({ at: { [form]: value }, fraction: fractions[index] } as PartInput));
});

const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: arbitrary.map((one) => [one]) },
  );

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 2, arbitrary: arbitrary.map((one) => [one]) },
  );

const rules: fc.Arbitrary<RuleInput[]> = fc.tuple(
  optional(level(true).map((stopLoss) => ({ stopLoss }))),
  optional(target.map((takeProfit) => ({ takeProfit }))),
  optional(trail.map((trailingStop) => ({ trailingStop }))),
  rare(parts.map((scaleOut) => ({ scaleOut }))),
  rare(
    fc.record({ after: gain, offset: fc.constantFrom<Expression | number>(0, 0.01, -0.02) })
      .map((breakEven) => ({ breakEven })),
  ),
  rare(
    fc.record({ time: fc.constantFrom("15:55", "00:30", "12:00"), zone })
      .map((sessionEnd) => ({ sessionEnd })),
  ),
  rare(
    fc.constantFrom<RuleInput>({ timeStop: 1 }, { timeStop: { bars: 3 } }, {
      timeStop: param("hold", 7),
    }),
  ),
).map((lists) => lists.flat());

const size: fc.Arbitrary<SizeInput> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<SizeInput>(
      { percentOfEquity: 0.95 },
      { percentOfEquity: 1 },
      { percentOfEquity: param("part", 0.5) },
      { units: 3 },
      { units: 1e-3 },
      { value: 500 },
    ),
  },
  { weight: 1, arbitrary: number(1).map((units) => ({ units })) },
  { weight: 1, arbitrary: number(1).map((value) => ({ value })) },
  { weight: 1, arbitrary: number(1).map((percentOfEquity) => ({ percentOfEquity })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<SizeInput>(
      { riskOfEquity: 0.02 },
      { riskOfEquity: 0.3 },
      { riskOfEquity: mul(column("u"), 0.01) },
      { volatilityTarget: { target: 0.2, window: 5, periodsPerYear: 252 } },
      { volatilityTarget: { target: 0.5, window: param("span", 3, { min: 2, integer: true }) } },
      { kelly: { fraction: 0.5, trades: 2, least: 0.1 } },
      { kelly: { fraction: 1, trades: 1, least: 0.01 } },
    ),
  },
);

const side: fc.Arbitrary<SideInput> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ enter: signal, exit: signal }, { requiredKeys: ["enter"] }) },
  { weight: 1, arbitrary: fc.record({ enter: signal, entry: arbitraryOrder }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { enter: signal, exit: signal, entry: arbitraryOrder, exitOrder: arbitraryOrder },
      { requiredKeys: ["enter", "exit"] },
    ),
  },
);

/** Strategies with any signals, rules and sizes; definitions that are refused are left out. */
export const arbitraryStrategy: fc.Arbitrary<Strategy> = fc.record({
  name: fc.constant("fuzz"),
  long: side,
  short: side,
  risk: rules,
  size,
  filter: rare(arbitraryFilter),
  quiet: fc.boolean(),
}, { requiredKeys: ["name", "risk", "size", "filter", "quiet"] })
  .map(({ filter: [filter], quiet, ...input }) => {
    const made = quiet ? quietened(input) : input;
    const risk = withStop(made);
    return attempt({ ...made, risk, ...(filter === undefined ? {} : { filter }) });
  })
  .filter((made) => made !== undefined);

/** Without what makes the compiler go through every bar of a position, so that its quiet loops are met often. */
function quietened({ long, short, risk = [], ...rest }: StrategyInput): StrategyInput {
  const atMarket = ({ enter, exit }: SideInput): SideInput =>
    exit === undefined ? { enter } : { enter, exit };
  return {
    ...rest,
    ...(long === undefined ? {} : { long: atMarket(long) }),
    ...(short === undefined ? {} : { short: atMarket(short) }),
    risk: risk.filter((rule) =>
      ["stopLoss", "takeProfit", "timeStop"].some((name) => name in rule) ||
      "trailingStop" in rule && !isLate(rule)
    ),
  };
}

/** Whether a rule is a trailing stop that is in force from a gain on. */
function isLate(rule: RuleInput): boolean {
  return "trailingStop" in rule && Object.hasOwn(rule.trailingStop as object, "after");
}

/** The rules with the stop that multiples of the risk need. */
function withStop({ risk = [], size }: StrategyInput): readonly RuleInput[] {
  const needs = /"risk(Multiple|OfEquity)"/.test(JSON.stringify([risk, size]));
  const has = risk.some((rule) => "stopLoss" in rule || "trailingStop" in rule && !isLate(rule));
  return needs && !has ? [...risk, { stopLoss: 0.05 }] : risk;
}

function attempt(input: StrategyInput): Strategy | undefined {
  try {
    return strategy(input);
  } catch {
    return undefined;
  }
}
