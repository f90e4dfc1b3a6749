import { plural } from "../../stats/plural.ts";
import { formatValue } from "../../stats/format.ts";
import { statistics } from "../../stats/registry.ts";
import { alignedTable } from "../../stats/table.ts";
import { axisBins, binOf } from "./axis_bins.ts";
import { type RankOptions, rankSets } from "./rank_sets.ts";
import { paramColumn, type SetResults } from "./set_results.ts";

/** Lines of one parameter. */
const mostBins = 12;
/** Characters of the bar of all. */
const barLength = 20;

/**
 * All parameters beside a statistic, whatever their number: a line for each value of each parameter with the sets that have
 * it, mean and best of the statistic, the share of sets in profit (total return > 0), and how the best tenth of
 * all sets is spread over the values: the share of that tenth that has this value.
 *
 * Only sets that are done, pass the filter and have a value of the statistic count. The best tenth are the first
 * `ceil(n / 10)` by rank. Of more than 12 values neighbouring ones share a line.
 */
export function parallelTable(results: SetResults, options: RankOptions = {}): string {
  const { by = "sharpe" } = options;
  const { unit, label } = statistics.get(by)!;
  const { grid } = results;
  const sets = rankSets(results, options).filter(({ value }) => !Number.isNaN(value));
  const tenth = Math.ceil(sets.length / 10);
  const profits = results.column("totalReturn");
  const rows = grid.names.flatMap((name, axis) => {
    const numbers = paramColumn(grid, name);
    const bins = axisBins(grid.values[axis], mostBins);
    const members = bins.map((): { place: number; value: number; profit: number }[] => []);
    sets.forEach(({ set, value }, place) => {
      members[binOf(bins, numbers[set])].push({ place, value, profit: profits[set] });
    });
    return bins.map((bin, row) => {
      const own = members[row];
      const mean = own.reduce((sum, { value }) => sum + value, 0) / own.length;
      const inProfit = own.filter(({ profit }) => profit > 0).length / own.length;
      const among = own.filter(({ place }) => place < tenth).length / tenth;
      return [
        row === 0 ? name : "",
        bin.label,
        String(own.length),
        formatValue(mean, unit),
        formatValue(own[0]?.value ?? NaN, unit),
        percent(inProfit),
        percent(among),
        "█".repeat(Math.round(barLength * (among || 0))),
      ];
    });
  });
  const title = `${label} by parameter (best tenth: ${tenth} of ${plural(sets.length, "set")})`;
  const headings = ["Parameter", "Value", "Sets", "Mean", "Best", "In profit", "Of the best tenth"];
  return `${title}\n${alignedTable([headings, ...rows], "lrrrrrr")}`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? "n/a" : `${Math.round(100 * share)}%`;
}
