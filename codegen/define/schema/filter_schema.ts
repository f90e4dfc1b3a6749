import { datePattern, timePattern } from "../dates.ts";
import { filterSpecs, weekdayNames } from "../filter.ts";
import { objectOf, type Schema } from "./schema.ts";

/** The bars on which enters are read. */
export function filterSchema(): Schema {
  const date = { type: "string", pattern: datePattern };
  const time = { type: "string", pattern: timePattern };
  const weekday = { enum: [1, 2, 3, 4, 5, 6, 7, ...weekdayNames] };
  const types: Readonly<Record<keyof typeof filterSpecs, object>> = {
    from: date,
    to: date,
    weekdays: { type: "array", items: weekday, minItems: 1, maxItems: 7, uniqueItems: true },
    hours: { type: "array", prefixItems: [time, time], items: false, minItems: 2, maxItems: 2 },
    zone: { type: "string" },
  };
  const keys = Object.keys(filterSpecs) as (keyof typeof filterSpecs)[];
  const properties = keys.map((key) => [
    key,
    { description: filterSpecs[key].summary, ...types[key] },
  ]);
  return objectOf(Object.fromEntries(properties), {
    description: "Bars on which enters are read; all where it is left out. Exits always are.",
    anyOf: keys.filter((key) => key !== "zone").map((key) => ({ required: [key] })),
  });
}
