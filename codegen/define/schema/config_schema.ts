import { choices, numbers, settings } from "../settings.ts";
import type { Bounds } from "../bounds.ts";
import { mostTiers, tierNumbers } from "../tiers.ts";
import type { Tier } from "../types.ts";
import { complete, draft, numberWithin, objectOf, type Schema } from "./schema.ts";

/** What each setting means, by its path. */
const descriptions: Readonly<Record<string, string>> = {
  cash: "Starting cash, account currency.",
  leverage: "Gross exposure allowed per unit of equity.",
  cashPolicy: "What happens to an entry that costs more than the buying power: made smaller, " +
    "refused, or bought all the same.",
  lot: "Smallest step of a quantity; 0: any quantity.",
  minQuantity: "Smallest quantity of an entry; smaller ones are refused.",
  maxQuantity: "Largest quantity of an entry; 0: any.",
  tick: "Smallest step of a price; 0: any price.",
  commission: "Commission of a fill: perOrder + perUnit * |q| + percent * |q| * price, at least " +
    "minimum and at most maximum. Account currency.",
  "commission.percent": "Fraction of the value of the fill: 0.001 is a tenth of a percent.",
  "commission.perUnit": "Per unit bought or sold.",
  "commission.perOrder": "Per fill.",
  "commission.minimum": "Least commission of a fill.",
  "commission.maximum": "Most commission of a fill; 0: any.",
  "commission.tiers": "Percents by the value of the fill, in place of percent: that of the first " +
    "tier whose upTo reaches the value, or of the last.",
  slippage: "Slippage of a fill, against the trader: base ± (percent * base + spread / 2 + fixed " +
    "+ ticks * tick + impact * (q / volume)^2 * base).",
  "slippage.percent": "Fraction of the price: 0.001 is a tenth of a percent.",
  "slippage.fixed": "Distance in price.",
  "slippage.spread": "Distance between bid and ask; each fill pays half of it.",
  "slippage.ticks": "Number of ticks of the setting tick.",
  "slippage.impact": "Share of the price that a fill as large as the bar's volume would cost; " +
    "grows with the square of the quantity.",
  financing: "What holding costs or earns, as annual rates of 365 days.",
  "financing.borrow": "Paid on the value of a short position.",
  "financing.interest": "Earned on cash; short proceeds earn nothing.",
  "financing.marginInterest": "Paid on cash below zero.",
  "financing.funding": "Column with the rate that longs pay to shorts on each bar; empty: none.",
  execution: "How signals become fills.",
  "execution.preset": "The only preset so far.",
  "execution.fill": "Where orders of a signal fill: at the next bar's open or at the same close.",
  "execution.ambiguity": "What came first where one bar touches stop and target: the stop, the " +
    "target, or what is nearer to the open.",
  "execution.entryBarStops": "Whether rules look at the bar on whose open the position was opened.",
  "execution.trailTiming":
    "Whether a trailing stop follows the bars before this one, or this one " +
    "too.",
  "execution.opposite": "What an enter of the other side does to a position: reverses it, closes " +
    "it, or nothing.",
  "execution.conflict": "Which enter stands where both sides' are true: neither, the long, the " +
    "short.",
  "execution.pyramid": "Additions that a position may have.",
  "execution.cooldown": "Bars from an exit on that are not entered.",
  "execution.cooldownAfter": "Which exits start a cooldown: any, or those of a losing position.",
  "execution.maxTradesPerDay": "Positions that may be opened on a date; 0: any number.",
  "execution.zone": "IANA time zone of these dates.",
  "execution.atEnd": "Whether the last position is left open or closed at the last close.",
  statistics: "How return statistics sample the equity.",
  "statistics.returns": "Period of a return; auto: a day, or a bar where bars are longer.",
  "statistics.zone": "IANA time zone whose days are sampled, such as America/New_York.",
  "statistics.periodsPerYear": "Return samples a year; 0: from the times of the data.",
};

const tierDescriptions: Readonly<Record<keyof Tier, string>> = {
  upTo: "Largest value of a fill, account currency; larger from tier to tier.",
  percent: "Fraction of the value.",
};

/**
 * The JSON Schema of run settings, as a config file holds them: what `settings()` takes.
 *
 * Names, values, bounds and defaults are those of `settings()`; whether a time zone exists only it can say.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(Object.keys(configSchema()).slice(0, 3), ["$schema", "$id", "title"]);
 * ```
 */
export function configSchema(): { readonly [key: string]: unknown } {
  return {
    $schema: draft,
    $id: "urn:barjit:config:1",
    title: "Run settings of barjit",
    description: "How a strategy is run; everything may be left out.",
    ...group(settings(), ""),
  };
}

/** The schema of complete settings, as a result holds them. */
export function settingsSchema(): Schema {
  return complete(group(settings(), ""));
}

function group(defaults: object, path: string): { readonly [key: string]: unknown } {
  const properties = Object.entries(defaults).map(([key, standard]) => {
    const place = path === "" ? key : `${path}.${key}`;
    return [key, { description: describe(place), ...property(key, standard, place) }] as const;
  });
  return { ...(objectOf(Object.fromEntries(properties)) as object) };
}

function describe(path: string): string {
  const description = descriptions[path];
  if (description !== undefined) return description;
  throw new TypeError(
    `Cannot make the schema of settings: expected a description of ${path} in config_schema.ts`,
  );
}

function property(key: string, standard: unknown, path: string): object {
  if (Array.isArray(standard)) return { ...tiers(), default: standard };
  if (typeof standard === "object" && standard !== null) return group(standard, path);
  if (Object.hasOwn(choices, key)) {
    return { enum: choices[key as keyof typeof choices], default: standard };
  }
  if (key === "funding") return { type: "string", maxLength: 200, default: standard };
  if (!Object.hasOwn(numbers, key)) return { type: typeof standard, default: standard };
  const bounds: Bounds = numbers[key as keyof typeof numbers];
  return { ...numberWithin(bounds), default: standard };
}

function tiers(): object {
  const properties = Object.entries(tierNumbers).map(([key, bounds]) => [
    key,
    { description: tierDescriptions[key as keyof Tier], ...numberWithin(bounds) },
  ]);
  const required = Object.keys(tierNumbers);
  const items = objectOf(Object.fromEntries(properties), { required });
  return { type: "array", items, maxItems: mostTiers };
}
