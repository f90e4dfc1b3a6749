import { assert, assertEquals } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import fc from "fast-check";
import { filterSpecs } from "../codegen/define/filter.ts";
import { functions } from "../codegen/define/functions.ts";
import { orderSpecs } from "../codegen/define/orders.ts";
import { ruleSpecs } from "../codegen/define/rules.ts";
import { sizeSpecs } from "../codegen/define/sizes.ts";
import { configSchema } from "../codegen/define/schema/config_schema.ts";
import { strategySchema } from "../codegen/define/schema/strategy_schema.ts";
import { choices, numbers, settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { arbitraryStrategy } from "./fuzz/strategies.ts";
import { leaves } from "./matrix/leaves.ts";
import { rewritten } from "./matrix/rewritten.ts";
import { badSettings, badStrategies, goodSettings, goodStrategies } from "./schema/definitions.ts";

const folder = new URL("../codegen/define/schema/", import.meta.url);
const schemas = { strategy: strategySchema(), config: configSchema() };
// Strict about keywords; unions of tuples and of conditions are meant as they are.
const ajv = new Ajv.default({ strict: true, strictTuples: false, strictRequired: false });
const accepts = {
  strategy: ajv.compile(schemas.strategy),
  config: ajv.compile(schemas.config),
};

Deno.test("the schema files are what scripts/make_schemas.ts writes", async () => {
  for (const [name, schema] of Object.entries(schemas)) {
    const text = await Deno.readTextFile(new URL(`${name}.schema.json`, folder));
    const message = `${name}.schema.json: run scripts/make_schemas.ts`;
    assertEquals(JSON.parse(text), JSON.parse(JSON.stringify(schema)), message);
  }
});

Deno.test("strategySchema() accepts what strategy() accepts", () => {
  for (const [why, written] of Object.entries(goodStrategies)) {
    strategy(written as never);
    assert(accepts.strategy(written), `${why}: ${ajv.errorsText(accepts.strategy.errors)}`);
    const read = JSON.parse(JSON.stringify(strategy(written as never)));
    assert(accepts.strategy(read), `${why} as JSON: ${ajv.errorsText(accepts.strategy.errors)}`);
  }
});

Deno.test("strategySchema() accepts the JSON of random strategies", () => {
  for (const made of fc.sample(arbitraryStrategy, { numRuns: 300, seed: 1 })) {
    const read = JSON.parse(JSON.stringify(made));
    assert(
      accepts.strategy(read),
      `${JSON.stringify(made)}: ${ajv.errorsText(accepts.strategy.errors)}`,
    );
    const nodes = rewritten(made);
    assert(
      accepts.strategy(nodes),
      `${JSON.stringify(nodes)}: ${ajv.errorsText(accepts.strategy.errors)}`,
    );
  }
});

Deno.test("strategySchema() refuses what strategy() refuses", () => {
  for (const [why, written] of Object.entries(badStrategies)) {
    assert(refuses(() => strategy(written as never)), `strategy() accepts: ${why}`);
    assert(!accepts.strategy(written), `the schema accepts: ${why}`);
  }
});

Deno.test("configSchema() accepts what settings() accepts", () => {
  for (const [why, written] of Object.entries(goodSettings)) {
    settings(written as never);
    assert(accepts.config(written), `${why}: ${ajv.errorsText(accepts.config.errors)}`);
  }
  for (const [path, value] of choiceValues()) {
    const written = nest(path, value);
    settings(written as never);
    assert(accepts.config(written), `${path} ${value}`);
  }
  assert(accepts.config(JSON.parse(JSON.stringify(settings()))), "the defaults");
});

Deno.test("configSchema() refuses what settings() refuses", () => {
  const wrong = [...choiceValues()].map(([path]) => [`${path} 7`, nest(path, 7)] as const);
  for (const [why, written] of [...Object.entries(badSettings), ...wrong]) {
    assert(refuses(() => settings(written as never)), `settings() accepts: ${why}`);
    assert(!accepts.config(written), `the schema accepts: ${why}`);
  }
});

Deno.test("configSchema() has the bounds and defaults of settings()", () => {
  for (const [path, standard] of leaves(settings())) {
    const property = path.split(".").reduce<Record<string, never>>(
      (schema, key) => schema.properties[key],
      schemas.config as Record<string, never>,
    );
    assertEquals(property.default, standard, path);
    const key = path.split(".").at(-1)!;
    if (!Object.hasOwn(numbers, key)) continue;
    const limits: { min?: number; above?: number } = numbers[key as keyof typeof numbers];
    assertEquals([property.minimum, property.exclusiveMinimum], [limits.min, limits.above], path);
  }
});

Deno.test("strategySchema() knows every function, output, rule, form, size, order and filter", () => {
  const text = JSON.stringify(schemas.strategy);
  const names = [
    ...[...functions.values()].flatMap(({ name, outputs = [] }) => [name, ...outputs]),
    ...Object.entries(ruleSpecs).flatMap(([name, { forms }]) => [name, ...forms]),
    ...Object.keys(sizeSpecs),
    ...Object.keys(orderSpecs),
    ...Object.keys(filterSpecs),
  ];
  assertEquals(names.filter((name) => !text.includes(JSON.stringify(name))), []);
});

function refuses(make: () => unknown): boolean {
  try {
    make();
    return false;
  } catch (error) {
    assertEquals((error as Error).name, "DefinitionError", String(error));
    return true;
  }
}

/** Every value of every choice with its path in the settings. */
function* choiceValues(): Generator<[path: string, value: unknown]> {
  for (const [path] of leaves(settings())) {
    const key = path.split(".").at(-1)!;
    if (!Object.hasOwn(choices, key)) continue;
    for (const value of choices[key as keyof typeof choices]) yield [path, value];
  }
}

function nest(path: string, value: unknown): unknown {
  return path.split(".").reduceRight((inner, key) => ({ [key]: inner }), value);
}
