import { ruleSpecs, sizeSpecs } from "../rules.ts";
import type { LevelRule } from "../types.ts";
import { expressionDefs, literals, paramProperties, wholeDefault } from "./expression_schema.ts";
import { draft, objectOf, oneOf, ref, type Schema } from "./schema.ts";

/**
 * The JSON Schema of a strategy as a file holds it: what `strategy()` takes.
 *
 * It describes the shape and knows every function, rule and size. What stands inside text, which params are used and how
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
      side: objectOf({
        enter: { description: "Opens a position of this side.", ...(ref("condition") as object) },
        exit: { description: "Closes it.", ...(ref("condition") as object) },
      }, { required: ["enter"] }),
      rule: oneOf(Object.fromEntries(ruleNames().map((name) => [name, rule(name)])), {
        description: "A rule: one key that names it.",
      }),
      size: oneOf(sizes(), { description: "A size: one key that names it." }),
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
    risk: {
      description: "Rules, at most one of each type.",
      type: "array",
      items: ref("rule"),
      allOf: ruleNames().map((name) => ({
        contains: { type: "object", required: [name] },
        minContains: 0,
        maxContains: 1,
      })),
    },
    size: {
      description: "How much to buy or sell; all of the equity where it is left out.",
      ...(ref("size") as object),
    },
  };
}

type RuleName = keyof typeof ruleSpecs;

function ruleNames(): RuleName[] {
  return Object.keys(ruleSpecs) as RuleName[];
}

function rule(name: RuleName): Schema {
  const { summary, forms } = ruleSpecs[name];
  if (name === "timeStop") {
    const whole = literals({ type: "integer", minimum: 1, maximum: 1e8 }, "staticNode");
    const anyOf = [...whole, ref("text")];
    return { description: summary, anyOf: [...anyOf, oneOf({ bars: { anyOf } })] };
  }
  const levels = Object.fromEntries(
    (forms as readonly LevelRule["form"][]).map((form) => [form, level(name, form)]),
  );
  return { description: summary, anyOf: [...level(name, "fraction").anyOf, oneOf(levels)] };
}

/** A level: static ones are held against their bounds. */
function level(rule: LevelRule["type"], form: LevelRule["form"]): { readonly anyOf: Schema[] } {
  const below = form === "fraction" && rule !== "takeProfit";
  return positive({
    type: "number",
    exclusiveMinimum: 0,
    ...(below ? { exclusiveMaximum: 1 } : {}),
  });
}

function positive(number: Schema): { readonly anyOf: Schema[] } {
  return { anyOf: [...literals(number, "seriesNode"), ref("text")] };
}

function sizes(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(sizeSpecs).map(([name, { summary }]) => [
      name,
      { description: summary, ...positive({ type: "number", exclusiveMinimum: 0 }) },
    ]),
  );
}
