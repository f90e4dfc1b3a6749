#!/usr/bin/env -S deno run --allow-write=codegen/define/schema
/**
 * Writes `codegen/define/schema/strategy.schema.json` and `config.schema.json`, the schemas of strategy and config files,
 * from the registries that `strategy()` and `settings()` read.
 *
 * @module
 */
import { configSchema } from "../codegen/define/schema/config_schema.ts";
import { strategySchema } from "../codegen/define/schema/strategy_schema.ts";

const folder = new URL("../codegen/define/schema/", import.meta.url);
for (
  const [name, schema] of [["strategy", strategySchema()], ["config", configSchema()]] as const
) {
  const text = JSON.stringify(schema, null, 2) + "\n";
  await Deno.writeTextFile(new URL(`${name}.schema.json`, folder), text);
}
