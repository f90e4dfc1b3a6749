import type { Bounds } from "../bounds.ts";
import { type ArgumentType, type FunctionSpec, signature } from "../function_spec.ts";
import { functions } from "../functions.ts";
import { barColumns, takenWords } from "../names.ts";
import { numberWithin, ref, type Schema } from "./schema.ts";

/** Longest text that is read, in characters. */
const longestText = 100_000;

/** The parts of the strategy schema that describe expressions: as text, as plain values, as nodes. */
export function expressionDefs(): Readonly<Record<string, Schema>> {
  return {
    text: {
      description: textDescription(),
      type: "string",
      minLength: 1,
      maxLength: longestText,
      pattern: "\\S",
      examples: ["crossOver(sma(close, 20), sma(close, 50))", "close > highest(high, 20)[1]"],
    },
    number: {
      description: "A number on each bar: text, a plain number, or a node.",
      anyOf: [{ type: "number" }, ref("text"), ref("numberNode")],
    },
    condition: {
      description: "True or false on each bar: text, a plain truth value, or a node.",
      anyOf: [{ type: "boolean" }, ref("text"), ref("conditionNode")],
    },
    name: nameSchema(),
    numberNode: {
      description: "An expression of numbers as the builders make it.",
      anyOf: [
        node("number", { value: { type: "number" } }),
        node("column", { name: { type: "string", minLength: 1, maxLength: 200 } }),
        ref("param"),
        ...[...functions.values()].filter((spec) => spec.returns !== "boolean").map(callNode),
      ],
    },
    seriesNode: nodeTagged(["column", "param", "call"]),
    staticNode: nodeTagged(["param", "call"]),
    conditionNode: {
      description: "A condition as the builders make it.",
      anyOf: [
        node("boolean", { value: { type: "boolean" } }),
        ...[...functions.values()].filter((spec) => spec.returns !== "number").map(callNode),
      ],
    },
    param: paramNode(),
    ...argumentDefs(),
  };
}

/** A literal within bounds, plain or as a node, or another node. */
function literals(number: Schema, other: "seriesNode" | "staticNode"): readonly Schema[] {
  return [number, node("number", { value: number }), ref(other)];
}

/** Alternatives of a number that is read on each bar; a literal lies within bounds. */
export function seriesWithin(bounds: Bounds): readonly Schema[] {
  return [...literals(numberWithin(bounds) as Schema, "seriesNode"), ref("text")];
}

/** Alternatives of a number that is known before a run; a literal lies within bounds. */
export function staticWithin(bounds: Bounds): readonly Schema[] {
  return [...literals(numberWithin(bounds) as Schema, "staticNode"), ref("text")];
}

function nodeTagged(tags: readonly string[]): Schema {
  return { allOf: [ref("numberNode"), { type: "object", properties: { tag: { enum: tags } } }] };
}

function textDescription(): string {
  const list = [...functions.values()].map((spec) => `${signature(spec)}: ${spec.summary}`);
  const columns = [...barColumns].join(", ");
  return [
    `Expression text. Columns: ${columns}, and the user's own by name or as column("a name").`,
    "Names of params and of lets before it. Operators and functions:",
    ...list,
  ].join("\n");
}

/** Names that a param or a let may have. */
function nameSchema(): Schema {
  const plain = /^\w+$/;
  const called = [...functions.keys()].filter((name) => plain.test(name));
  return {
    description:
      "Letters, digits and _; no function, no column of the bars, no word of JavaScript.",
    type: "string",
    pattern: "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
    not: { enum: [...takenWords, ...called] },
  };
}

function node(tag: string, properties: Readonly<Record<string, Schema>>): Schema {
  const required = ["tag", ...Object.keys(properties)];
  return { type: "object", properties: { tag: { const: tag }, ...properties }, required };
}

function paramNode(): Schema {
  return {
    description: "A parameter as param() makes it.",
    type: "object",
    properties: { tag: { const: "param" }, name: ref("name"), ...paramProperties },
    required: ["tag", "name", "default"],
    additionalProperties: false,
    ...wholeDefault,
  };
}

/** Default and limits of a parameter. */
export const paramProperties: Readonly<Record<string, Schema>> = {
  default: { description: "Value where a run does not set it.", type: "number" },
  min: { description: "Smallest value accepted.", type: "number" },
  max: { description: "Largest value accepted.", type: "number" },
  integer: { description: "Whether only whole numbers are accepted.", type: "boolean" },
};

/** A whole-numbered parameter has a whole default. */
export const wholeDefault = {
  if: { properties: { integer: { const: true } }, required: ["integer"] },
  then: { properties: { default: { type: "integer" } } },
} as const;

function callNode(spec: FunctionSpec): Schema {
  const { name, args, outputs, summary } = spec;
  const least = args.filter((arg) => arg.default === undefined).length;
  const list = args.length === 0 ? { type: "array", maxItems: 0 } : {
    type: "array",
    prefixItems: args.map(({ type }) => ref(`${type}Argument`)),
    items: false,
    minItems: least,
  };
  return {
    description: `${signature(spec)}: ${summary}`,
    type: "object",
    properties: {
      tag: { const: "call" },
      name: { const: name },
      args: list,
      output: outputs === undefined ? false : { enum: outputs },
    },
    required: ["tag", "name", "args", ...(outputs === undefined ? [] : ["output"])],
  };
}

/** Arguments by type: a node, or a plain value. */
function argumentDefs(): Readonly<Record<string, Schema>> {
  const number = [{ type: "number" }, ref("numberNode")];
  const condition = [{ type: "boolean" }, ref("conditionNode")];
  const whole = (least: number): Schema => ({
    anyOf: literals({ type: "integer", minimum: least, maximum: 1e8 }, "staticNode"),
  });
  const types: Readonly<Record<ArgumentType, Schema>> = {
    number: { anyOf: number },
    boolean: { anyOf: condition },
    any: { anyOf: [...number, ...condition] },
    factor: { anyOf: number },
    length: whole(1),
    lag: whole(0),
    zone: {
      description:
        "An IANA time zone such as America/New_York; whether there is one of that name only a run can say.",
      anyOf: [{ type: "string" }, node("text", { value: { type: "string" } })],
    },
  };
  return Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [`${type}Argument`, schema]),
  );
}
