import { settingsSchema } from "../../codegen/define/schema/config_schema.ts";
import { draft, type Schema } from "../../codegen/define/schema/schema.ts";
import {
  benchmarkSchema,
  closed,
  dataPartSchema,
  memorySchema,
  programSchema,
  strategyProperties,
} from "./result_parts.ts";
import { gridPartsSchema, sweepTimingsSchema } from "./sweep_parts.ts";

/** The JSON schema of the `result.json` of a sweep. */
export function sweepResultSchema(): Schema {
  return {
    $schema: draft,
    $id: "urn:barjit:sweep-result:1",
    title: "result.json of a sweep",
    description: "Money in account currency, times in milliseconds since the epoch (UTC).",
    ...closed({
      schemaVersion: { const: 1, description: "Changes with the meaning of the fields." },
      strategy: closed(strategyProperties()),
      data: dataPartSchema(),
      run: closed({ direction: { enum: ["LONG", "SHORT", "BOTH"] }, benchmark: benchmarkSchema }),
      settings: settingsSchema(),
      ...gridPartsSchema(),
      ...programSchema(),
      timings: sweepTimingsSchema(),
      memory: memorySchema(),
    }),
  };
}
