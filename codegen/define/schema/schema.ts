import type { Bounds } from "../bounds.ts";

/** A JSON Schema, draft 2020-12. */
export type Schema = boolean | { readonly [key: string]: unknown };

/** The draft that the schemas of this project follow. */
export const draft = "https://json-schema.org/draft/2020-12/schema";

/** An object with these properties and no others. */
export function objectOf(
  properties: Readonly<Record<string, Schema>>,
  more: Readonly<Record<string, unknown>> = {},
): Schema {
  return { type: "object", properties, additionalProperties: false, ...more };
}

/** An object with exactly one of these properties. */
export function oneOf(
  properties: Readonly<Record<string, Schema>>,
  more: Readonly<Record<string, unknown>> = {},
): Schema {
  return objectOf(properties, { minProperties: 1, maxProperties: 1, ...more });
}

/** The schema of an object that has all its properties, down through the objects it consists of. */
export function complete(schema: Schema): Schema {
  if (typeof schema === "boolean" || typeof schema.properties !== "object") return schema;
  const properties = Object.entries(schema.properties as Readonly<Record<string, Schema>>)
    .map(([name, property]) => [name, complete(property)]);
  const required = schema.required ?? properties.map(([name]) => name);
  return { ...schema, properties: Object.fromEntries(properties), required };
}

/** Another part of the same schema. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** A number within bounds. */
export function numberWithin({ min, above, below, max, integer = false }: Bounds): object {
  return {
    type: integer ? "integer" : "number",
    ...(min === undefined ? {} : { minimum: min }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(below === undefined ? {} : { exclusiveMaximum: below }),
    ...(max === undefined ? {} : { maximum: max }),
  };
}
