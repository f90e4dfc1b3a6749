import { expressionDefs, paramProperties, wholeDefault } from "./expression_schema.ts";
import { filterSchema } from "./filter_schema.ts";
import { gainSchema, ruleSchema, rulesSchema } from "./rule_schema.ts";
import { draft, objectOf, ref, type Schema } from "./schema.ts";
import { orderSchema, sideSchema } from "./side_schema.ts";
import { sizeSchema } from "./size_schema.ts";

/**
 * The JSON Schema of a strategy as a file holds it: what `strategy()` takes.
 *
 * It describes the shape and knows every function, order, rule and size. What stands inside text, which params are used and how
 * nodes fit together only `strategy()` can say.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(strategySchema().required, ["name"]);
 * ```
 */
export function strategySchema(): { readonly [key: string]: unknown } {
  return {
    $schema: draft,
    $id: "urn:barjit:strategy:1",
    title: "Strategy of barjit",
    description: "When to be long or short, at what risk and in what size.",
    ...(objectOf(properties(), { required: ["name"] }) as object),
    anyOf: [{ required: ["long"] }, { required: ["short"] }],
    $defs: {
      side: sideSchema(),
      order: orderSchema(),
      rule: ruleSchema(),
      gain: gainSchema(),
      size: sizeSchema(),
      ...expressionDefs(),
    },
  };
}

function properties(): Readonly<Record<string, Schema>> {
  return {
    name: {
      description: "Name for people; means nothing to the program.",
      type: "string",
      minLength: 1,
      maxLength: 100,
      pattern: "\\S",
    },
    params: {
      description: "Numbers that text may name and a run may set: a default, or one with limits.",
      type: "object",
      propertyNames: ref("name"),
      additionalProperties: {
        anyOf: [
          { type: "number" },
          objectOf(paramProperties, { required: ["default"], ...wholeDefault }),
        ],
      },
    },
    let: {
      description: "Named expressions that later text may name.",
      type: "object",
      propertyNames: ref("name"),
      additionalProperties: { anyOf: [ref("number"), ref("condition")] },
    },
    long: { description: "Signals of the long side.", ...(ref("side") as object) },
    short: { description: "Signals of the short side.", ...(ref("side") as object) },
    risk: rulesSchema(),
    size: {
      description: "How much to buy or sell; all of the equity where it is left out.",
      ...(ref("size") as object),
    },
    filter: filterSchema(),
  };
}
