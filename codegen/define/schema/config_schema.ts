import { choices, numbers, settings } from "../settings.ts";
import { complete, draft, objectOf, type Schema } from "./schema.ts";

/** What each setting means, by its path. */
const descriptions: Readonly<Record<string, string>> = {
  cash: "Starting cash, account currency.",
  leverage: "Gross exposure allowed per unit of equity.",
  cashPolicy: "What happens to an entry that costs more than the buying power: made smaller, " +
    "refused, or bought all the same.",
  lot: "Smallest step of a quantity; 0: any quantity.",
  commission: "Commission of a fill: perOrder + perUnit * |q| + percent * |q| * price, at least " +
    "minimum. Account currency.",
  "commission.percent": "Fraction of the value of the fill: 0.001 is a tenth of a percent.",
  "commission.perUnit": "Per unit bought or sold.",
  "commission.perOrder": "Per fill.",
  "commission.minimum": "Least commission of a fill.",
  slippage: "Slippage of a fill, against the trader: base ± (percent * base + fixed).",
  "slippage.percent": "Fraction of the price: 0.001 is a tenth of a percent.",
  "slippage.fixed": "Distance in price.",
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
  "execution.pyramid": "Additions to a position; none so far.",
  "execution.cooldown": "Bars from an exit on that are not entered.",
  "execution.atEnd": "Whether the last position is left open or closed at the last close.",
  statistics: "How return statistics sample the equity.",
  "statistics.returns": "Period of a return; auto: a day, or a bar where bars are longer.",
  "statistics.zone": "IANA time zone whose days are sampled, such as America/New_York.",
  "statistics.periodsPerYear": "Return samples a year; 0: from the times of the data.",
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
  if (typeof standard === "object" && standard !== null) return group(standard, path);
  if (Object.hasOwn(choices, key)) {
    return { enum: choices[key as keyof typeof choices], default: standard };
  }
  if (!Object.hasOwn(numbers, key)) return { type: typeof standard, default: standard };
  const { min, above, max, integer = false }: {
    readonly min?: number;
    readonly max?: number;
    readonly above?: number;
    readonly integer?: boolean;
  } = numbers[key as keyof typeof numbers];
  return {
    type: integer ? "integer" : "number",
    ...(min === undefined ? {} : { minimum: min }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(max === undefined ? {} : { maximum: max }),
    default: standard,
  };
}
