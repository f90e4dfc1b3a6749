import { draft, type Schema } from "../../codegen/define/schema/schema.ts";
import { completePortfolioSettings, ruleDefs } from "./portfolio_config_schema.ts";
import {
  closed,
  memorySchema,
  number,
  panelPartSchema,
  programSchema,
  strategyRunSchema,
  symbolSchema,
} from "./result_parts.ts";
import { gridPartsSchema, sweepTimingsSchema } from "./sweep_parts.ts";

/** The JSON schema of the `result.json` of a sweep over many assets. */
export function portfolioSweepResultSchema(): Schema {
  return {
    $schema: draft,
    $id: "urn:barjit:portfolio-sweep-result:1",
    title: "result.json of a sweep over many assets",
    description: "Money in account currency, times in milliseconds since the epoch (UTC).",
    ...closed({
      schemaVersion: { const: 1, description: "Changes with the meaning of the fields." },
      strategy: strategyRunSchema("The strategy that was swept; null: code was."),
      params: {
        type: "object",
        description: "Parameters that are the same in all sets.",
        additionalProperties: number,
      },
      data: panelPartSchema(),
      run: closed({ simMode: { enum: ["batch", "event"] }, benchmark: symbolSchema }),
      settings: completePortfolioSettings(),
      ...gridPartsSchema(),
      ...programSchema(),
      timings: sweepTimingsSchema(),
      memory: memorySchema(),
    }),
    $defs: ruleDefs(),
  };
}
