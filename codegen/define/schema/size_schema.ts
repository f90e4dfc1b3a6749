import { type SizeSpec, sizeSpecs } from "../sizes.ts";
import { seriesWithin, staticWithin } from "./expression_schema.ts";
import { objectOf, oneOf, type Schema } from "./schema.ts";

/** A size: one key that names it, or a number of units. */
export function sizeSchema(): Schema {
  const sizes = Object.entries(sizeSpecs).map(([name, spec]) => [name, size(spec)]);
  const named = oneOf(Object.fromEntries(sizes), { description: "One key that names the size." });
  return {
    description: "A size: one key that names it, or a number of units.",
    anyOf: [...seriesWithin({ above: 0 }), named],
  };
}

function size({ summary, fields }: SizeSpec): Schema {
  if (fields === undefined) return { description: summary, anyOf: seriesWithin({ above: 0 }) };
  const properties = Object.entries(fields).map(([key, { default: standard, ...bounds }]) => [
    key,
    { anyOf: staticWithin(bounds), ...(standard === undefined ? {} : { default: standard }) },
  ]);
  const required = Object.keys(fields).filter((key) => fields[key].default === undefined);
  return objectOf(Object.fromEntries(properties), { description: summary, required });
}
