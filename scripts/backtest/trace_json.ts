import type { TraceRow } from "../../engine/run/trace_rows.ts";
import { snakeCase } from "../../engine/stats/statistic.ts";

/** Rows as JSON text: names as those of the other files, null where there is no number. */
export function traceJson(rows: readonly TraceRow[]): string {
  return JSON.stringify(rows.map((row) => ({ ...renamed(row), values: row.values })), null, 2);
}

/** The same with the keys of all objects in snake case. */
function renamed(value: object): object {
  return Array.isArray(value) ? value.map(renamedAny) : Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [snakeCase(name), renamedAny(inner)]),
  );
}

function renamedAny(value: unknown): unknown {
  return typeof value === "object" && value !== null ? renamed(value) : value;
}
