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

/** The value of a statistic, or the reason why it has none. */
export type Measured = number | string;

/** Reasons that several statistics share. */
export const reasons = {
  noBars: "no bars",
  fewSamples: "fewer than two return samples",
  noTrades: "no closed trades",
  noDrawdown: "no drawdown",
  insolvent: "equity not above 0 at the start of a return sample",
} as const;

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
