#!/usr/bin/env -S deno run --allow-write
/**
 * Writes the JSON Schemas of strategy files, config files, experiments and all kinds of `result.json` from the registries that the library reads.
 *
 * @module
 */
import { configSchema } from "../codegen/define/schema/config_schema.ts";
import { strategySchema } from "../codegen/define/schema/strategy_schema.ts";
import { portfolioConfigSchema } from "./schema/portfolio_config_schema.ts";
import { experimentSchema } from "./schema/experiment_schema.ts";
import { portfolioResultSchema } from "./schema/portfolio_result_schema.ts";
import { portfolioSweepResultSchema } from "./schema/portfolio_sweep_result_schema.ts";
import { resultSchema } from "./schema/result_schema.ts";
import { sweepResultSchema } from "./schema/sweep_result_schema.ts";

const schemas = [
  ["../codegen/define/schema/strategy.schema.json", strategySchema()],
  ["../codegen/define/schema/config.schema.json", configSchema()],
  ["schema/result.schema.json", resultSchema()],
  ["schema/portfolio_config.schema.json", portfolioConfigSchema()],
  ["schema/portfolio_result.schema.json", portfolioResultSchema()],
  ["schema/experiment.schema.json", experimentSchema()],
  ["schema/sweep_result.schema.json", sweepResultSchema()],
  ["schema/portfolio_sweep_result.schema.json", portfolioSweepResultSchema()],
] as const;
for (const [path, schema] of schemas) {
  await Deno.writeTextFile(new URL(path, import.meta.url), JSON.stringify(schema, null, 2) + "\n");
}
