/** What a statistic is measured in: it decides how a table prints it. */
export type Unit =
  | "money"
  | "fraction"
  | "ratio"
  | "count"
  | "time"
  | "days"
  | "bars"
  | "years";

/**
 * What computing a statistic takes: one pass over bars or trades as they come; one over the returns of the samples; or
 * values kept and sorted, as quantiles need.
 */
export type Computed = "streamed" | "sampled" | "sorted";

/** What is known about a statistic apart from its value. */
export interface StatisticText {
  /** Short name for a table. */
  readonly label: string;
  /** Money in account currency, times in milliseconds since the epoch (UTC). */
  readonly unit: Unit;
  /** What computing it takes. */
  readonly computed: Computed;
  /** One sentence. */
  readonly summary: string;
  /** When the value is NaN; empty: never. */
  readonly undefinedWhen: string;
}

/** A statistic of a run, as the registry lists it. */
export interface Statistic<Name extends string = string> extends StatisticText {
  /** Name in code. */
  readonly name: Name;
  /** Name in files: the same in snake_case. */
  readonly key: string;
}

/** Statistics that belong together, in display order. */
export interface StatisticGroup<Values> {
  /** Heading in a table. */
  readonly title: string;
  /** Texts by name. */
  readonly statistics: { readonly [Name in keyof Values]: StatisticText };
}

/** Why a statistic may have no value. */
export const reasons = {
  noBars: "no bars",
  fewSamples: "fewer than two return samples",
  fewerThanThree: "fewer than three return samples",
  fewerThanFour: "fewer than four return samples",
  insolvent: "equity not above 0 at the start of a return sample",
  heldInsolvent: "a position while equity was not above 0",
  meanEquity: "mean equity not above 0",
  finalEquity: "final equity below 0",
  constantReturns: "returns do not vary",
  noNegativeReturn: "no negative return",
  meanReturn: "mean return not above 0",
  sharpeVariance: "variance of the Sharpe ratio not above 0",
  noQuantileLoss: "no loss at the 5 % quantile of returns",
  noDrawdown: "no drawdown",
  notRecovered: "not recovered",
  noTrades: "no closed trades",
  fewTrades: "fewer than two closed trades",
  noWon: "no won trade",
  noLost: "no lost trade",
  constantProfits: "profits do not vary",
  noAdverse: "no trade went against its entry",
  noBenchmark: "no benchmark",
  benchmarkNumber: "benchmark without a number above 0 at a return sample",
  constantBenchmark: "returns of the benchmark do not vary",
  constantDifference: "returns differ from the benchmark's by a constant",
  overflow: "beyond the range of numbers",
} as const;

/** One of these texts. */
export type Reason = typeof reasons[keyof typeof reasons];

/** The value of a statistic, or the reason why it has none. */
export type Measured = number | Reason;

/**
 * The key of a name: `maxDrawdown` becomes `max_drawdown`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(snakeCase("buyAndHoldReturn"), "buy_and_hold_return");
 * ```
 */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase());
}
