/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of an object with these properties, all of them but the optional ones required, and no others. */
export function closed(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  return {
    type: "object",
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}
