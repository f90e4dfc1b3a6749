import { settingsSchema } from "../../codegen/define/schema/config_schema.ts";
import { draft, type Schema } from "../../codegen/define/schema/schema.ts";
import { statistics } from "../../engine/stats/registry.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import {
  benchmarkSchema,
  closed,
  count,
  dataPartSchema,
  memorySchema,
  milliseconds,
  number,
  programSchema,
  statisticsSchema,
  strategyProperties,
  text,
  undefinedSchema,
} from "./result_parts.ts";

/** The JSON schema of the `result.json` of a sweep. */
export function sweepResultSchema(): Schema {
  const order = { enum: ["descending", "ascending"] };
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
      grid: closed({
        names: { type: "array", items: text },
        values: {
          type: "array",
          description: "The different values of each name, rising.",
          items: { type: "array", items: number },
        },
        count,
      }),
      sets: closed({ done: count, failed: count, waiting: count }),
      stopped: { type: "boolean", description: "Whether it ended before all sets were done." },
      failures: {
        type: "array",
        description: "Sets that came to nothing, from `from` to before `to`, and why.",
        items: closed({ from: count, to: count, reason: text }),
      },
      best: closed({
        by: { enum: sweepStatistics.map(({ name }) => name) },
        order,
        filter: {
          type: ["string", "null"],
          description: "The condition that they fulfil; null: none.",
        },
        sets: { type: "array", items: setSchema() },
      }),
      ...programSchema(),
      timings: {
        description:
          "Milliseconds. start: until the program is loaded; write: of the other files, if any.",
        ...closed(
          Object.fromEntries(
            ["start", "read", "compile", "run", "statistics", "write"]
              .map((phase) => [phase, milliseconds]),
          ),
          ["write"],
        ),
      },
      memory: memorySchema(),
    }),
  };
}

function setSchema(): Schema {
  const sorted = [...statistics.values()].filter(({ computed }) => computed === "sorted");
  return closed({
    set: count,
    params: { type: "object", additionalProperties: number },
    statistics: statisticsSchema(sorted.map(({ key }) => key)),
    undefined: undefinedSchema(),
  });
}
