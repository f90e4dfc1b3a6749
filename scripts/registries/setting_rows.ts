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
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: boolean | SettingSchema;
}

/** Every setting: its path, default, values and meaning, as the JSON Schema has them. */
export function settingRows(schema: object = configSchema()): string[][] {
  return rowsOf(schema, "");
}

function rowsOf({ properties = {} }: SettingSchema, path: string): string[][] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const place = path === "" ? key : `${path}.${key}`;
    if (schema.properties !== undefined) return rowsOf(schema, place);
    const { additionalProperties: each, default: standard, description = "" } = schema;
    if (typeof each === "object") {
      if (each.properties !== undefined) return rowsOf(each, `${place}.SYMBOL`);
      return [[`${place}.SYMBOL`, "", valuesOf(each), description]];
    }
    // What can have one value only is nothing to set.
    if ("const" in schema) return [];
    return [[place, JSON.stringify(standard) ?? "", valuesOf(schema), description]];
  });
}

function valuesOf(schema: SettingSchema): string {
  const { type, enum: choices, items, minimum, exclusiveMinimum } = schema;
  if (items?.properties !== undefined) {
    return `list of { ${Object.keys(items.properties).join(", ")} }`;
  }
  if (items !== undefined && type === "array") return "list";
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(", ");
  if (exclusiveMinimum !== undefined) return `${type} > ${exclusiveMinimum}`;
  return minimum === undefined ? String(type) : `${type} >= ${minimum}`;
}
