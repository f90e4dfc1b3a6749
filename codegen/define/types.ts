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
  /** Which level it is. */
  readonly type: "stopLoss" | "takeProfit" | "trailingStop";
  /** How `value` is meant. */
  readonly form: LevelForm;
  /** Read at the close of the bar that submitted the entry; the price form of a trailing stop at every close since. */
  readonly value: Expression;
}

/** A rule that closes a position after a number of bars. */
export interface TimeRule {
  /** The rule's name. */
  readonly type: "timeStop";
  /** Whole number of bars, at least 1. */
  readonly bars: Expression;
}

/** A risk rule. At most one of each type in a strategy. */
export type Rule = LevelRule | TimeRule;

/** How many units an entry buys or sells; `value` is read at the close of the signal bar. */
export interface Size {
  /** What `value` counts. */
  readonly type: "units" | "value" | "percentOfEquity";
  /** Units, money, or a fraction of equity. */
  readonly value: Expression;
}

/** A checked, frozen strategy: what `strategy()` returns. */
export interface Strategy {
  /** Name for reports. */
  readonly name: string;
  /** The parameters that its expressions use, by name. */
  readonly params: Readonly<Record<string, Param>>;
  /** Named expressions, as written; they are already put in where other expressions use them. */
  readonly let: Readonly<Record<string, Expression>>;
  /** Signals of the long side, if it has one. */
  readonly long?: Side;
  /** Signals of the short side, if it has one. */
  readonly short?: Side;
  /** Its rules, at most one of each type. */
  readonly risk: readonly Rule[];
  /** How much an entry buys or sells. */
  readonly size: Size;
  /**
   * Sixteen hex digits; equal for definitions that mean the same, whatever their name and their `let`. Where a custom
   * column is read, `+code` follows: of such a column it covers the name alone.
   */
  readonly hash: string;
}

/** Commission of a fill: `perOrder + perUnit*|q| + percent*|q|*price`, at least `minimum`. Account currency. */
export interface Commission {
  /** Fraction of the value of the fill. */
  readonly percent: number;
  /** Money for each unit. */
  readonly perUnit: number;
  /** Money for each fill. */
  readonly perOrder: number;
  /** Least commission of a fill. */
  readonly minimum: number;
}

/** Slippage of a fill, against the trader: `base + direction*(percent*base + fixed)`. */
export interface Slippage {
  /** Fraction of the price. */
  readonly percent: number;
  /** Distance in price. */
  readonly fixed: number;
}

/** How signals become fills. The first value of each list is the default. */
export interface Execution {
  /** The only preset so far. */
  readonly preset: "default";
  /** When signals of a close are filled. */
  readonly fill: "nextOpen" | "close";
  /** What happened first where a bar touched both stop and target. */
  readonly ambiguity: "stop" | "target" | "nearestOpen";
  /** Whether rules can close a position on the bar at whose open it was opened. */
  readonly entryBarStops: boolean;
  /** Whether the bar's own extreme raises a trail before it is tested. */
  readonly trailTiming: "previous" | "current";
  /** What a holder does on the enter of the other side. */
  readonly opposite: "reverse" | "close" | "ignore";
  /** Which enter stands where both are true. */
  readonly conflict: "none" | "long" | "short";
  /** Additions to a position; only 0 so far. */
  readonly pyramid: 0;
  /** Bars from an exit on which enters are ignored. */
  readonly cooldown: number;
  /** Whether a position still held at the end stays open or is closed there. */
  readonly atEnd: "open" | "close";
}

/** How return statistics sample the equity. */
export interface StatisticsSettings {
  /** What is one sample: `auto` is a day where bars are shorter, else a bar. */
  readonly returns: "auto" | "bar" | "day" | "week" | "month";
  /** IANA time zone whose days are sampled. */
  readonly zone: string;
  /** Return samples per year; 0: from the data's own times. */
  readonly periodsPerYear: number;
}

/** Which sides a run may trade. */
export type Direction = "LONG" | "SHORT" | "BOTH";

/** Complete run settings: what `settings()` returns. */
export interface Settings {
  /** Starting cash, account currency, > 0. */
  readonly cash: number;
  /** Gross exposure allowed per unit of equity, > 0. */
  readonly leverage: number;
  /** What happens to an entry beyond the buying power. */
  readonly cashPolicy: "reduce" | "reject" | "unlimited";
  /** Smallest step of a quantity; 0: any quantity. */
  readonly lot: number;
  /** Commission of each fill. */
  readonly commission: Commission;
  /** Slippage of each fill. */
  readonly slippage: Slippage;
  /** How signals become fills. */
  readonly execution: Execution;
  /** How return statistics sample the equity. */
  readonly statistics: StatisticsSettings;
}
