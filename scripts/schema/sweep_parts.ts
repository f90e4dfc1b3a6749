import type { Schema } from "../../codegen/define/schema/schema.ts";
import { statistics } from "../../engine/stats/registry.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import {
  closed,
  count,
  milliseconds,
  number,
  statisticsSchema,
  text,
  undefinedSchema,
} from "./result_parts.ts";

/** What a sweep tells of its sets. */
export function gridPartsSchema(): Readonly<Record<string, Schema>> {
  const order = { enum: ["descending", "ascending"] };
  return {
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
  };
}

/** How long the phases of a sweep took. */
export function sweepTimingsSchema(): Schema {
  return {
    description:
      "Milliseconds. start: until the program is loaded; write: of the other files, if any.",
    ...closed(
      Object.fromEntries(
        ["start", "read", "compile", "run", "statistics", "write"]
          .map((phase) => [phase, milliseconds]),
      ),
      ["write"],
    ),
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
