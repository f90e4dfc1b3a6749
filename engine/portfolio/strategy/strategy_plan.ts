import { rulePlaces } from "../../../codegen/define/places.ts";
import type { RuleInput } from "../../../codegen/define/rules.ts";
import { staticValue } from "../../../codegen/define/static.ts";
import type { KellySize, RestingOrder, Rule, Side, Size } from "../../../codegen/define/types.ts";
import { barsOfEach } from "../../data/bars_of_each.ts";
import type { Panel } from "../../data/panel.ts";
import type { SimMode } from "../../run/result_fields.ts";
import { filterPasses } from "../../reference/mod.ts";
import { type PlannedRules, plannedRules, ruleWith } from "./planned_rules.ts";
import { PlannedSignals, type SideSign } from "./planned_signals.ts";
import { type PlannedSize, plannedSize, type SizeKind } from "./planned_size.ts";
import { type SeriesOf, SeriesPlan, type ValueAt } from "./series.ts";
import type { StrategyRun } from "./strategy_run.ts";

/** The order that a signal submits, with its prices at each bar of the asset. */
export interface PlannedOrder {
  readonly type: "market" | RestingOrder["type"];
  readonly price: ValueAt;
  readonly limit: ValueAt;
  /** Bars that it works; Infinity: until it is cancelled. */
  readonly expires: number;
}

/** The orders of one side. */
export interface PlannedSide {
  readonly entry: PlannedOrder;
  readonly exitOrder: PlannedOrder;
}

/** A number of a rule that is read at the signal, and why it cannot be. */
export interface PlannedNumber {
  readonly value: ValueAt;
  readonly refuse: (value: number) => string | undefined;
}

/** Everything of a strategy that depends on the bars of one asset, by bars of its own. */
export interface AssetPlan {
  /** Times of its bars. */
  readonly time: Float64Array;
  readonly signals: PlannedSignals;
  readonly sides: Readonly<Record<SideSign, PlannedSide>>;
  readonly rank: ValueAt;
  readonly size: { readonly kind: SizeKind; readonly value: ValueAt };
  /** Numbers of rules that each entry brings. */
  readonly numbers: readonly PlannedNumber[];
  /** Rules of an entry's bracket, and those that are set for the asset before it. */
  readonly rulesAt: (bar: number) => {
    readonly bracketed: readonly RuleInput[];
    readonly set: readonly RuleInput[];
  };
}

/** A strategy made ready for all assets of a panel. */
export interface StrategyPlan {
  readonly assets: readonly AssetPlan[];
  /** Rules with numbers only, of every position. */
  readonly rules: readonly RuleInput[];
  /** Bars after which a time rule closes; Infinity: none. */
  readonly timeStop: number;
  /** Whether enters are read, by bar of the panel; left out: always. */
  readonly passes: readonly boolean[] | undefined;
}

/**
 * Evaluates a strategy over the bars that each asset of a panel has.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 * @throws {DataError} If a custom column cannot be filled.
 */
export function planStrategy(run: StrategyRun, panel: Panel, simMode: SimMode): StrategyPlan {
  const { strategy, params } = run;
  const series = new SeriesPlan(params);
  const rules = plannedRules(strategy.risk);
  // Kelly's size was refused before.
  const size = plannedSize(strategy.size as Exclude<Size, KellySize>, params);
  const each = [...rules.bracketed, ...rules.set].flatMap((rule) => rulePlaces(rule, ""));
  const orders = [strategy.long, strategy.short].flatMap((side) => [
    side?.enter,
    side?.exit,
    ...[side?.entry, side?.exitOrder].flatMap((order) => [order?.price, order?.limit]),
  ]);
  const needed = [...orders, size.reads, run.rank, ...each.map(({ expression }) => expression)];
  for (const expression of needed) series.add(expression);
  const evaluate = series.evaluator(simMode);
  const fixed = (rule: Rule): RuleInput =>
    ruleWith(rule, (expression) => staticValue(expression, params));
  const timeRule = strategy.risk.find((rule) => rule.type === "timeStop");
  return {
    assets: Array.from(
      barsOfEach(panel),
      (bars) => planAsset(run, evaluate(bars), { time: bars.time, rules, size }),
    ),
    rules: rules.fixed.map(fixed),
    timeStop: timeRule === undefined ? Infinity : staticValue(timeRule.bars, params),
    passes: strategy.filter === undefined ? undefined : filterPasses(strategy.filter, panel.time),
  };
}

function planAsset(
  { strategy, params, direction, rank }: StrategyRun,
  series: SeriesOf,
  { time, rules, size }: {
    readonly time: Float64Array;
    readonly rules: PlannedRules;
    readonly size: PlannedSize;
  },
): AssetPlan {
  const order = (written: RestingOrder | undefined): PlannedOrder => {
    const { type = "market", price, limit, expires } = written ?? {};
    return {
      type,
      price: price === undefined ? notANumber : series(price),
      limit: limit === undefined ? notANumber : series(limit),
      expires: expires === undefined ? Infinity : staticValue(expires, params),
    };
  };
  const sides = {
    1: direction === "SHORT" ? undefined : strategy.long,
    [-1]: direction === "LONG" ? undefined : strategy.short,
  } as const;
  const ordersOf = (side: Side | undefined): PlannedSide => ({
    entry: order(side?.entry),
    exitOrder: order(side?.exitOrder),
  });
  const at = (rule: Rule, bar: number): RuleInput =>
    ruleWith(rule, (expression) => series(expression)(bar));
  return {
    time,
    signals: new PlannedSignals(sides, series, { bars: time.length }),
    sides: { 1: ordersOf(sides[1]), [-1]: ordersOf(sides[-1]) },
    rank: rank === undefined ? notANumber : series(rank),
    size: { kind: size.kind, value: size.valueOf(series) },
    numbers: [...rules.bracketed, ...rules.set].flatMap((rule) =>
      rulePlaces(rule, "").map(({ expression, refuse = () => undefined }) => ({
        value: series(expression),
        refuse,
      }))
    ),
    rulesAt: (bar) => ({
      bracketed: rules.bracketed.map((rule) => at(rule, bar)),
      set: rules.set.map((rule) => at(rule, bar)),
    }),
  };
}

function notANumber(): number {
  return NaN;
}
