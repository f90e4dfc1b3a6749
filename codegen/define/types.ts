import type { Expression, Param } from "./expression.ts";

/** Signals of one side of the market. */
export interface Side {
  /** Condition, read at each close, that opens a position of this side. */
  readonly enter: Expression;
  /** Condition, read at each close, that closes it. Without it only rules and the other side do. */
  readonly exit?: Expression;
}

/** How the number of a level is meant: fraction of the price, distance in price, or the price itself. */
export type LevelForm = "fraction" | "distance" | "price";

/** A rule whose level is a price: protective stop, target, or stop that follows the best price. */
export interface LevelRule {
  readonly type: "stopLoss" | "takeProfit" | "trailingStop";
  readonly form: LevelForm;
  /** Read at the close of the bar that submitted the entry; the price form of a trailing stop at every close since. */
  readonly value: Expression;
}

/** A rule that closes a position after a number of bars. */
export interface TimeRule {
  readonly type: "timeStop";
  /** Whole number of bars, at least 1. */
  readonly bars: Expression;
}

/** A risk rule. At most one of each type in a strategy. */
export type Rule = LevelRule | TimeRule;

/** How many units an entry buys or sells; `value` is read at the close of the signal bar. */
export interface Size {
  readonly type: "units" | "value" | "percentOfEquity";
  readonly value: Expression;
}

/** A checked, frozen strategy: what `strategy()` returns. */
export interface Strategy {
  readonly name: string;
  /** The parameters that its expressions use, by name. */
  readonly params: Readonly<Record<string, Param>>;
  /** Named expressions, as written; they are already put in where other expressions use them. */
  readonly let: Readonly<Record<string, Expression>>;
  readonly long?: Side;
  readonly short?: Side;
  readonly risk: readonly Rule[];
  readonly size: Size;
  /** Sixteen hex digits; equal for definitions that mean the same, whatever their name and their `let`. */
  readonly hash: string;
}

/** Commission of a fill: `perOrder + perUnit*|q| + percent*|q|*price`, at least `minimum`. Account currency. */
export interface Commission {
  readonly percent: number;
  readonly perUnit: number;
  readonly perOrder: number;
  readonly minimum: number;
}

/** Slippage of a fill, against the trader: `base + direction*(percent*base + fixed)`. */
export interface Slippage {
  readonly percent: number;
  readonly fixed: number;
}

/** How signals become fills. The first value of each list is the default. */
export interface Execution {
  /** The only preset so far. */
  readonly preset: "default";
  readonly fill: "nextOpen" | "close";
  readonly ambiguity: "stop" | "target" | "nearestOpen";
  readonly entryBarStops: boolean;
  readonly trailTiming: "previous" | "current";
  readonly opposite: "reverse" | "close" | "ignore";
  readonly conflict: "none" | "long" | "short";
  /** Additions to a position; only 0 so far. */
  readonly pyramid: 0;
  readonly cooldown: number;
  readonly atEnd: "open" | "close";
}

/** How return statistics sample the equity. */
export interface StatisticsSettings {
  readonly returns: "auto" | "bar" | "day" | "week" | "month";
  /** IANA time zone whose days are sampled. */
  readonly zone: string;
  /** Return samples per year; 0: from the data's own times. */
  readonly periodsPerYear: number;
}

/** Complete run settings: what `settings()` returns. */
export interface Settings {
  /** Starting cash, account currency, > 0. */
  readonly cash: number;
  /** Gross exposure allowed per unit of equity, > 0. */
  readonly leverage: number;
  readonly cashPolicy: "reduce" | "reject" | "unlimited";
  /** Smallest step of a quantity; 0: any quantity. */
  readonly lot: number;
  readonly commission: Commission;
  readonly slippage: Slippage;
  readonly execution: Execution;
  readonly statistics: StatisticsSettings;
}
