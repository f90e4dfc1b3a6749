import { formatValue } from "../../stats/format.ts";
import { plural } from "../../stats/plural.ts";
import { type StatisticName, statistics } from "../../stats/registry.ts";
import { alignedTable } from "../../stats/table.ts";
import { heatMap } from "./heat_map.ts";
import { parallelTable } from "./parallel_table.ts";
import { type RankedSet, type RankOptions, rankSets } from "./rank_sets.ts";
import { shortNumber } from "./axis_bins.ts";
import { type SetResults, setsDone } from "./set_results.ts";
import { type Neighbourhood, stability } from "./stability.ts";

/** What a page about a sweep shows. */
export interface SweepTextOptions extends RankOptions {
  /** First line, before the number of sets. */
  readonly title?: string;
  /** Sets that are listed; 10 where left out. */
  readonly top?: number;
  /** Whether the heat map has colours; default false. */
  readonly color?: boolean;
  /** Characters of a line of the heat map. */
  readonly width?: number;
}

/** Statistics that are shown of each set, beside the one that it is ranked by. */
const shown: readonly StatisticName[] = [
  "totalReturn",
  "annualReturn",
  "sharpe",
  "maxDrawdown",
  "trades",
  "winRate",
  "profitFactor",
];

/**
 * A sweep as a page of text: the best sets, a heat map of two parameters or a table by parameter of more, and how
 * stable the optimum is.
 */
export function sweepText(results: SetResults, options: SweepTextOptions = {}): string {
  const { grid } = results;
  const varied = grid.values.filter(({ length }) => length > 1).length;
  const ranked = rankSets(results, options);
  const map = { ...options, width: options.width ?? 100 };
  const sections = [
    titleLines(results, options).join("\n"),
    bestText(results, ranked, options),
    ...(ranked.length === 0 || varied === 0
      ? []
      : [varied === 2 ? heatMap(results, map) : parallelTable(results, options)]),
    ...(ranked.length < 2 ? [] : [stabilityText(results, options)]),
  ];
  return sections.join("\n\n");
}

function titleLines(results: SetResults, { title }: SweepTextOptions): string[] {
  const { grid } = results;
  const done = setsDone(results).length;
  const all = plural(grid.count, "set");
  const count = done === grid.count ? all : `${formatValue(done, "count")} of ${all}`;
  const axes = grid.names.map((name, axis) => {
    const values = grid.values[axis];
    const [first, last] = [values[0], values[values.length - 1]].map(shortNumber);
    return values.length === 1
      ? `${name} = ${first}`
      : `${name} ${first} to ${last} (${values.length} values)`;
  });
  return [title === undefined ? count : `${title}, ${count}`, axes.join(", ")];
}

function bestText(
  results: SetResults,
  ranked: readonly RankedSet[],
  { by = "sharpe", order = "descending", top = 10, filter }: SweepTextOptions,
): string {
  const { grid } = results;
  const { label } = statistics.get(by)!;
  const way = order === "descending" ? "" : ", the smallest first";
  const passed = filter === undefined
    ? ""
    : typeof filter === "string"
    ? ` that pass ${filter}`
    : " that pass the filter";
  if (ranked.length === 0) return `No sets${passed}`;
  const title = `Best ${Math.min(top, ranked.length)} of ${
    plural(ranked.length, "set")
  }${passed} by ${label}${way}`;
  const names = [by, ...shown.filter((name) => name !== by)];
  const headings = [
    "Rank",
    "Set",
    ...grid.names,
    ...names.map((name) => statistics.get(name)!.label),
  ];
  const rows = ranked.slice(0, top).map(({ rank, set }) => [
    Number.isNaN(rank) ? "n/a" : String(rank),
    String(set),
    ...Object.values(grid.at(set)).map(shortNumber),
    ...names.map((name) => formatValue(results.column(name)[set], statistics.get(name)!.unit)),
  ]);
  return `${title}\n${alignedTable([headings, ...rows], "r".repeat(headings.length))}`;
}

/** What {@linkcode stability} finds, as text. */
export function stabilityText(results: SetResults, options: RankOptions = {}): string {
  const found = stability(results, options);
  const { label, unit } = statistics.get(found.by)!;
  const value = (number: number): string => formatValue(number, unit);
  const lines = [
    `Stability of ${label} over ${plural(found.sets, "set")}`,
    `  Mean ${value(found.mean)}, median ${value(found.median)}, standard deviation ` +
    value(found.deviation),
    `  Share of sets in profit ${formatValue(found.profitable, "fraction")}`,
  ];
  const about = (
    what: string,
    { set, value: own, neighbours, mean, worst }: Neighbourhood,
  ): string =>
    neighbours === 0
      ? `  ${what} set ${set}: ${value(own)}; it has no neighbours in the grid`
      : `  ${what} set ${set}: ${value(own)}; mean of its ${plural(neighbours, "neighbour")} ` +
        `${value(mean)}, the least good ${value(worst)}`;
  if (found.best !== undefined) lines.push(about("Best", found.best));
  if (found.plateau !== undefined && found.plateau.set !== found.best?.set) {
    lines.push(about("Best with its neighbours", found.plateau));
  }
  return lines.join("\n");
}
