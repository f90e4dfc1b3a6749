import { formatValue } from "../../stats/format.ts";
import { alignedTable } from "../../stats/table.ts";
import type { Correlations } from "./correlations.ts";

/** Assets of which the page shows every pair, as far as its width goes. */
const shown = 8;

/** How positions moved together: the mean, and of a few assets a table, else the extremes; empty for fewer than two assets. */
export function correlationsText({ symbols, values, mean }: Correlations): string {
  const { length } = symbols;
  if (length < 2) return "";
  const ratio = (value: number): string => formatValue(value, "ratio");
  const title = `Correlation of positions, mean of all pairs of ${length}: ${ratio(mean)}`;
  if (length <= shown) {
    const rows = symbols.map((symbol, row) => [
      symbol,
      ...symbols.slice(0, row + 1).map((_, column) => ratio(values[row * length + column])),
      ...symbols.slice(row + 1).map(() => ""),
    ]);
    return `${title}\n${alignedTable([["", ...symbols], ...rows], "l" + "r".repeat(length))}`;
  }
  // The second row's first: every pair is below the diagonal.
  let [least, most] = [length, length];
  for (let row = 0; row < length; row++) {
    for (let at = row * length; at < row * length + row; at++) {
      if (values[at] < values[least]) least = at;
      if (values[at] > values[most]) most = at;
    }
  }
  const pair = (at: number): string =>
    `${symbols[at % length]} and ${symbols[Math.floor(at / length)]} ${ratio(values[at])}`;
  return `${title}; from ${pair(least)} to ${pair(most)}`;
}
