import type { Expression, Param } from "./expression.ts";

export type {
  Commission,
  Direction,
  Execution,
  Financing,
  Settings,
  Slippage,
  StatisticsSettings,
  Tier,
} from "./setting_types.ts";

/** Signals of one side of the market. */
export interface Side {
  /** Condition, read at each close, that opens a position of this side. */
  readonly enter: Expression;
  /** Condition, read at each close, that closes it. Without it only rules and the other side do. */
  readonly exit?: Expression;
  /** The order that `enter` submits; left out: a market order. */
  readonly entry?: RestingOrder;
  /** The order that `exit` submits; left out: a market order. */
  readonly exitOrder?: RestingOrder;
}

/** An order that waits for its price, or for the next close. */
export interface RestingOrder {
  /** What fills it. */
  readonly type: "marketOnClose" | "limit" | "stop" | "stopLimit";
  /** The limit of a limit order, the stop of a stop or stop-limit; read at the close of the signal bar. */
  readonly price?: Expression;
  /** The limit of a stop-limit. */
  readonly limit?: Expression;
  /** Bars that it works, at least 1; left out: until it is cancelled. */
  readonly expires?: Expression;
}

/** How the number of a level is meant: fraction of the price, distance in price, or the price itself. */
export type LevelForm = "fraction" | "distance" | "price" | "riskMultiple";

/** A gain: a fraction of the average entry price, or a multiple of the risk taken at the entry. */
export interface Gain {
  /** How `value` is meant. */
  readonly form: "fraction" | "riskMultiple";
  /** Read at the close of the bar that submitted the entry. */
  readonly value: Expression;
}

/** A rule whose level is a price: protective stop, target, or stop that follows the best price. */
export interface LevelRule {
  /** Which level it is. */
  readonly type: "stopLoss" | "takeProfit" | "trailingStop";
  /** How `value` is meant. */
  readonly form: LevelForm;
  /** Read at the close of the bar that submitted the entry; the price form of a trailing stop at every close since. */
  readonly value: Expression;
  /** Of a trailing stop: the gain from which on it is in force; left out: at once. */
  readonly after?: Gain;
}

/** A stop near the entry, once the position has gained enough. */
export interface BreakEvenRule {
  /** The rule's name. */
  readonly type: "breakEven";
  /** The gain from which on it is in force. */
  readonly after: Gain;
  /** Fraction of the average entry price by which the stop lies above it; read as `after` is. */
  readonly offset: Expression;
}

/** Parts of a position that go out at gains. */
export interface ScaleOutRule {
  /** The rule's name. */
  readonly type: "scaleOut";
  /** How every `at` is meant. */
  readonly form: "fraction" | "distance" | "riskMultiple";
  /** Nearest first; numbers and parameters only. */
  readonly parts: readonly {
    /** The gain. */
    readonly at: Expression;
    /** Fraction of the largest quantity that goes out there. */
    readonly fraction: Expression;
  }[];
}

/** A rule that closes a position at the end of a session. */
export interface SessionRule {
  /** The rule's name. */
  readonly type: "sessionEnd";
  /** Local time of day, in minutes after midnight. */
  readonly minute: number;
  /** IANA time zone. */
  readonly zone: string;
}

/** A rule that closes a position after a number of bars. */
export interface TimeRule {
  /** The rule's name. */
  readonly type: "timeStop";
  /** Whole number of bars, at least 1. */
  readonly bars: Expression;
}

/** A risk rule. At most one of each type in a strategy. */
export type Rule = LevelRule | TimeRule | BreakEvenRule | ScaleOutRule | SessionRule;

/** How many units an entry buys or sells. */
export type Size = PlainSize | VolatilitySize | KellySize;

/** A size whose `value` is read at the close of the signal bar. */
export interface PlainSize {
  /** What `value` counts. */
  readonly type: "units" | "value" | "percentOfEquity" | "riskOfEquity";
  /** Units, money, or a fraction of equity (of `riskOfEquity`: lost if the stop is hit). */
  readonly value: Expression;
}

/** A fraction of equity such that the position's volatility is a target. Numbers and parameters only. */
export interface VolatilitySize {
  /** The size's name. */
  readonly type: "volatilityTarget";
  /** Wanted standard deviation of a year's returns. */
  readonly target: Expression;
  /** Bars over which returns are measured, at least 2. */
  readonly window: Expression;
  /** Bars in a year. */
  readonly periodsPerYear: Expression;
}

/** A fraction of equity by Kelly's formula from the trades so far. Numbers and parameters only. */
export interface KellySize {
  /** The size's name. */
  readonly type: "kelly";
  /** Part of what the formula asks for. */
  readonly fraction: Expression;
  /** Trades before which `least` is used. */
  readonly trades: Expression;
  /** Least fraction of equity. */
  readonly least: Expression;
}

/** Bars on which enters are read. */
export interface Filter {
  /** First local date, in milliseconds as if it were UTC. */
  readonly from?: number;
  /** Last local date, its midnight in milliseconds as if it were UTC. */
  readonly to?: number;
  /** 1 Monday to 7 Sunday, growing. */
  readonly weekdays?: readonly number[];
  /** Local time of day, in minutes after midnight: from, to before. */
  readonly hours?: readonly [from: number, to: number];
  /** IANA time zone. */
  readonly zone: string;
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
  /** Bars on which enters are read; left out: all. */
  readonly filter?: Filter;
  /**
   * Sixteen hex digits; equal for definitions that mean the same, whatever their name and their `let`. Where a custom
   * column is read, `+code` follows: of such a column it covers the name alone.
   */
  readonly hash: string;
}
