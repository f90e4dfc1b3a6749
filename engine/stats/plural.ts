import { formatValue } from "./format.ts";

/**
 * A number of things.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([0, 1, 2500].map((count) => plural(count, "bar")), ["0 bars", "1 bar", "2,500 bars"]);
 * ```
 */
export function plural(count: number, noun: string): string {
  return `${formatValue(count, "count")} ${noun}${count === 1 ? "" : "s"}`;
}
