import { choices, numbers, settings } from "../../codegen/define/settings.ts";
import { closed, type Schema } from "./schema.ts";

/** The JSON schema of complete settings: their shape is that of the defaults, their limits those of the checks. */
export function settingsSchema(): Schema {
  return shapeOf(settings());
}

function shapeOf(defaults: object): Schema {
  const properties = Object.entries(defaults).map(([name, value]) => [name, fieldOf(name, value)]);
  return closed(Object.fromEntries(properties));
}

function fieldOf(name: string, value: unknown): Schema {
  if (typeof value === "object" && value !== null) return shapeOf(value);
  if (Object.hasOwn(choices, name)) return { enum: choices[name as keyof typeof choices] };
  if (!Object.hasOwn(numbers, name)) return { type: typeof value };
  const limits: { min?: number; above?: number; integer?: boolean } =
    numbers[name as keyof typeof numbers];
  return {
    type: limits.integer ? "integer" : "number",
    ...(limits.min === undefined ? {} : { minimum: limits.min }),
    ...(limits.above === undefined ? {} : { exclusiveMinimum: limits.above }),
  };
}
