import { configSchema } from "../../codegen/define/schema/config_schema.ts";

/** What the schema says of one setting or of a group. */
interface SettingSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: SettingSchema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
}

/** Every run setting: its path, default, values and meaning, as the JSON Schema has them. */
export function settingRows(): string[][] {
  return rowsOf(configSchema() as SettingSchema, "");
}

function rowsOf({ properties = {} }: SettingSchema, path: string): string[][] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const place = path === "" ? key : `${path}.${key}`;
    if (schema.properties !== undefined) return rowsOf(schema, place);
    return [[place, JSON.stringify(schema.default), valuesOf(schema), schema.description ?? ""]];
  });
}

function valuesOf(schema: SettingSchema): string {
  const { type, enum: choices, items, minimum, exclusiveMinimum } = schema;
  if (items?.properties !== undefined) {
    return `list of { ${Object.keys(items.properties).join(", ")} }`;
  }
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(", ");
  if (exclusiveMinimum !== undefined) return `${type} > ${exclusiveMinimum}`;
  return minimum === undefined ? String(type) : `${type} >= ${minimum}`;
}
