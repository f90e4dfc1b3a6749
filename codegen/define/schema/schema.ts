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

/** Another part of the same schema. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}
