import { formatValue } from "../../stats/format.ts";

/** The counts above 0, as `filled 2, rejected 1`; empty where there is none. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${formatValue(count, "count")}`).join(", ");
}
