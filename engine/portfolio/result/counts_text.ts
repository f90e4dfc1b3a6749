import { formatValue } from "../../stats/format.ts";

/** The counts above 0, as `filled 2, rejected 1`; empty where there is none. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${formatValue(count, "count")}`).join(", ");
}

/** A number of things. */
export function plural(count: number, noun: string): string {
  return `${formatValue(count, "count")} ${noun}${count === 1 ? "" : "s"}`;
}
