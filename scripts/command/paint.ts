import { statisticSections } from "../../engine/stats/registry.ts";

/** Whether standard output shows colours: a terminal, and `NO_COLOR` is not set. */
export function showsColor(): boolean {
  return !Deno.noColor && Deno.stdout.isTerminal();
}

const titles = statisticSections.map(({ title }) => title).join("|");
// Titles of statistics stand at the left of a line, or at its end behind the other column.
const headings = new RegExp(
  `^(?:${titles})(?= {4}|$)|(?<= {4})(?:${titles})$|^(?:All trades|Last \\d+ of|Equity|Drawdown|Returns|From gross to net|Assets by profit|Best \\d+|Best set of|Stability of|Failed|Bar \\d+)\\b.*$`,
  "gm",
);
const losses = /(?<![\w.,-])-\d[\d,]*(?:\.\d+)?%?/g;

/**
 * Headings in bold and negative numbers in red, for a terminal.
 *
 * @param text A page about a result.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(paint("Risk\n  Worst -5%"), "\x1b[1mRisk\x1b[22m\n  Worst \x1b[31m-5%\x1b[39m");
 * assertEquals(paint("on 2024-01-02"), "on 2024-01-02");
 * ```
 */
export function paint(text: string): string {
  return text.replace(losses, "\x1b[31m$&\x1b[39m").replace(headings, "\x1b[1m$&\x1b[22m");
}
