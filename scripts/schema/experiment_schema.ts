import { configSchema } from "../../codegen/define/schema/config_schema.ts";
import { draft, oneOf, type Schema } from "../../codegen/define/schema/schema.ts";
import { strategySchema } from "../../codegen/define/schema/strategy_schema.ts";
import { closed, number, text } from "./result_parts.ts";

/** The JSON schema of an experiment as a file holds it: what `scripts/run_batch.ts` takes. */
export function experimentSchema(): Schema {
  return {
    $schema: draft,
    $id: "urn:barjit:experiment:1",
    title: "Experiment of barjit",
    description:
      "Every strategy on every instrument with every set of its grids. Paths are relative to the file.",
    ...(closed(properties(), [
      "timeframes",
      "grids",
      "settings",
      "params",
      "direction",
      "benchmark",
    ])),
    $defs: { strategy: embedded(strategySchema()), settings: embedded(configSchema()) },
  };
}

function properties(): Readonly<Record<string, Schema>> {
  return {
    name: {
      description: "Name of the experiment; a store keeps one.",
      ...anyName,
    },
    strategies: {
      description: "Strategies, told apart by their names.",
      type: "array",
      minItems: 1,
      items: {
        anyOf: [
          { description: "A .json file, or a .ts or .js module.", ...text, minLength: 1 },
          { $ref: "urn:barjit:strategy:1" },
        ],
      },
    },
    instruments: {
      description: "Files of bars, told apart by their names.",
      type: "array",
      minItems: 1,
      items: { anyOf: [path, instrument()] },
    },
    timeframes: {
      description: "Time frames of the bars: 1m, 4h, 1d, 1M. Bars are not resampled.",
      type: "array",
      minItems: 1,
      items: { ...text, pattern: "[a-zA-Z]" },
    },
    grids: {
      description: "Grids, each of its own simulations; a strategy without one runs once.",
      type: "array",
      items: grid(),
    },
    settings: {
      description: "Settings of all runs, or several with names, under each of which all is run.",
      anyOf: [
        { $ref: "urn:barjit:config:1" },
        { type: "array", minItems: 1, items: namedSettings() },
      ],
    },
    params: { description: "Parameters that no grid names.", ...numbers },
    direction: {
      description: "The sides to trade.",
      enum: ["LONG", "SHORT", "BOTH"],
      default: "BOTH",
    },
    benchmark: { description: "Column of the bars to compare with.", ...text, minLength: 1 },
  };
}

/** Settings as those of a backtest, with a name. */
function namedSettings(): Schema {
  const { type, properties, additionalProperties } = configSchema() as unknown as ConfigSchema;
  const name = { description: "Tells the settings apart.", ...anyName };
  return { type, required: ["name"], properties: { name, ...properties }, additionalProperties };
}

interface ConfigSchema {
  readonly type: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly additionalProperties: boolean;
}

const anyName = { ...text, minLength: 1, maxLength: 200, pattern: "\\S" };
const path = { description: "A CSV or Arrow file.", ...text, minLength: 1 };
const numbers = { type: "object", additionalProperties: number };

function instrument(): Schema {
  const bound = { type: ["string", "number"] };
  return closed({
    data: path,
    name: { description: "That of the file where left out.", ...text, minLength: 1 },
    from: { description: "First moment taken.", ...bound },
    to: { description: "First moment not taken, or the last day.", ...bound },
    priceOnly: { description: "Accept closes without open, high and low.", type: "boolean" },
  }, ["name", "from", "to", "priceOnly"]);
}

function grid(): Schema {
  const conditions = { ...text, minLength: 1 };
  return closed({
    axes: {
      description:
        "Values by name of a parameter, or of a setting such as settings.commission.percent.",
      type: "object",
      minProperties: 1,
      additionalProperties: axis(),
    },
    strategies: {
      description: "Names of the strategies that it is for; all where left out.",
      type: "array",
      minItems: 1,
      items: text,
    },
    where: {
      description: "Conditions over its parameters that every set fulfils: fast < slow.",
      anyOf: [conditions, { type: "array", items: conditions }],
    },
    samples: { description: "Draws so many sets at random.", type: "integer", minimum: 1 },
    seed: { description: "Seed of the draw.", type: "integer", minimum: 0, default: 1 },
    limit: { description: "Most sets.", type: "integer", minimum: 1, default: 1_000_000 },
  }, ["strategies", "where", "samples", "seed", "limit"]);
}

function axis(): Schema {
  const list = (least: number, most: number): Schema => ({
    type: "array",
    items: number,
    minItems: least,
    maxItems: most,
  });
  return {
    anyOf: [
      number,
      { type: "array", items: number, minItems: 1 },
      oneOf({
        range: { description: "From, to, step.", ...(list(2, 3) as object) },
        logRange: { description: "From, to, how many.", ...(list(3, 3) as object) },
        uniform: { description: "Drawn between.", ...(list(2, 2) as object) },
        logUniform: { description: "Drawn between, by logarithm.", ...(list(2, 2) as object) },
        integer: { description: "Whole numbers drawn between.", ...(list(2, 2) as object) },
      }),
    ],
  };
}

/** A schema inside another: it keeps its id, by which the other names it. */
function embedded({ $schema: _, ...rest }: { readonly [key: string]: unknown }): Schema {
  return rest;
}
