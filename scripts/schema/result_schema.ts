import { orderReasons } from "../../codegen/define/reasons.ts";
import { settingsSchema } from "../../codegen/define/schema/config_schema.ts";
import { draft, type Schema } from "../../codegen/define/schema/schema.ts";
import {
  benchmarkSchema,
  closed,
  costsSchema,
  count,
  dataPartSchema,
  memorySchema,
  milliseconds,
  number,
  programSchema,
  ruin,
  statisticsSchema,
  strategyProperties,
  undefinedSchema,
} from "./result_parts.ts";

/** The JSON schema of `result.json`, with a description of every statistic from the registry. */
export function resultSchema(): Schema {
  return {
    $schema: draft,
    $id: "urn:barjit:result:1",
    title: "result.json of a backtest",
    description: "Money in account currency, times in milliseconds since the epoch (UTC).",
    ...closed({
      schemaVersion: { const: 1, description: "Changes with the meaning of the fields." },
      strategy: closed(strategyProperties()),
      data: dataPartSchema(),
      run: closed({
        direction: { enum: ["LONG", "SHORT", "BOTH"] },
        simMode: { enum: ["batch", "event"] },
        benchmark: benchmarkSchema,
      }),
      settings: settingsSchema(),
      statistics: statisticsSchema(),
      undefined: undefinedSchema(),
      costs: costsSchema(),
      counts: closed({
        ambiguous_bars: count,
        ambiguous_stake: number,
        reduced_orders: count,
        refused: closed(Object.fromEntries(orderReasons.map((reason) => [reason, count]))),
      }),
      ruin,
      ...programSchema(),
      timings: timingsSchema(),
      memory: memorySchema(),
    }),
  };
}

function timingsSchema(): Schema {
  const phases = {
    start: milliseconds,
    read: milliseconds,
    compile: milliseconds,
    run: milliseconds,
  };
  return {
    description:
      "Milliseconds. start: until the program is loaded; costs: of the runs at other costs; write: of the other files, if any.",
    ...closed({ ...phases, statistics: milliseconds, costs: milliseconds, write: milliseconds }, [
      "write",
    ]),
  };
}
