import { objectOf, type Schema } from "../../codegen/define/schema/schema.ts";
import { statistics } from "../../engine/stats/registry.ts";

/** A text. */
export const text = { type: "string" };
/** A number. */
export const number = { type: "number" };
/** A whole number from 0. */
export const count = { type: "integer", minimum: 0 };
/** A number that may be missing. */
export const numberOrNull = { type: ["number", "null"] };
/** A duration. */
export const milliseconds: Schema = { ...number, minimum: 0 };
/** A fingerprint of sixteen hex digits. */
export const hash = { ...text, pattern: "^[0-9a-f]{16}$" };
/** A moment. */
export const time: Schema = {
  type: ["number", "null"],
  description: "Milliseconds since the epoch, UTC; null without bars.",
};

/** The bar of ruin. */
export const ruin: Schema = {
  description: "The bar at whose close equity was <= 0 and trading stopped; null: never.",
  oneOf: [{ type: "null" }, closed({ index: count, time: number })],
};

/** What a result tells of its strategy. */
export function strategyProperties(): Readonly<Record<string, Schema>> {
  return {
    name: text,
    hash: {
      ...text,
      pattern: "^[0-9a-f]{16}(\\+code)?$",
      description:
        "Equal for definitions that mean the same; where custom columns are read, +code " +
        "follows, for it does not cover their functions.",
    },
    params: { type: "object", additionalProperties: number },
    definition: {
      type: ["object", "null"],
      description:
        "JSON form of the strategy; see the schema of strategies. Null where it reads custom columns.",
    },
  };
}

/**
 * Any statistic may be null, if only because its formula went beyond the range of numbers.
 *
 * @param without Keys of those that are not there.
 */
export function statisticsSchema(without: readonly string[] = []): Schema {
  const there = [...statistics.values()].filter(({ key }) => !without.includes(key));
  const described = there.map(({ key, summary, unit, undefinedWhen }) => {
    const reason = undefinedWhen === "" ? "" : ` Null: ${undefinedWhen}.`;
    return [key, { type: ["number", "null"], description: `${summary} Unit: ${unit}.${reason}` }];
  });
  return closed(Object.fromEntries(described));
}

/** Why, for each statistic that is null. */
export function undefinedSchema(): Schema {
  return {
    type: "object",
    description: "Why, for each statistic that is null.",
    propertyNames: { enum: [...statistics.values()].map(({ key }) => key) },
    additionalProperties: text,
  };
}

/** Total return at other costs. */
export function costsSchema(note = ""): Schema {
  return {
    type: "array",
    description: `Total return with every cost multiplied by the factor: 0, 1 and 2${note}.`,
    items: closed({ factor: number, total_return: numberOrNull }),
  };
}

/** What it ran on. */
export function dataPartSchema(): Schema {
  return closed({
    symbol: text,
    bars: count,
    first: time,
    last: time,
    digest: { ...hash, description: "Equal for equal times and columns." },
  });
}

/** What a run over many assets was on. */
export function panelPartSchema(): Schema {
  return closed({
    symbols: { type: "array", items: text },
    bars: count,
    first: time,
    last: time,
    priceOnly: {
      type: "boolean",
      description: "Whether open, high and low are copies of the close.",
    },
    digest: { ...hash, description: "Equal for equal panels." },
  });
}

/** The strategy of a run over many assets, if it had one. */
export function strategyRunSchema(description: string): Schema {
  return {
    description,
    oneOf: [
      { type: "null" },
      closed({
        ...strategyProperties(),
        direction: { enum: ["LONG", "SHORT", "BOTH"] },
        rank: {
          type: ["string", "null"],
          description: "What entries were ranked by; null: their index, or a custom column.",
        },
      }),
    ],
  };
}

/** What the statistics of a run over many assets compare with. */
export const symbolSchema: Schema = {
  type: ["string", "null"],
  description:
    "Symbol of what the statistics compare with, empty where it has none; null: there is no benchmark.",
};

/** The column that statistics compare with. */
export const benchmarkSchema: Schema = {
  type: ["string", "null"],
  description: "Column of the bars that the statistics compare with; null: none.",
};

/** What a file tells of the program and its run. */
export function programSchema(): Readonly<Record<string, Schema>> {
  return {
    version: { ...text, description: "Version of barjit." },
    files: { type: "array", items: text, description: "Other files of the result." },
  };
}

/** What a run took from memory. */
export function memorySchema(): Schema {
  return {
    description: "Bytes; the largest seen at the ends of the phases.",
    ...closed({ resident: count, heap: count }),
  };
}

/** An object with these properties, all but the optional ones required, and no others. */
export function closed(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): { readonly [key: string]: unknown } {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { ...(objectOf(properties) as object), required };
}
