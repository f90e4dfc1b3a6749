import { formatTime, formatValue } from "../../engine/stats/format.ts";
import { type StatisticName, statistics } from "../../engine/stats/registry.ts";
import { alignedTable } from "../../engine/stats/table.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";
import type { Phases } from "../command/phases.ts";
import type { CheckedSweepFlags } from "./check_flags.ts";
import { grouped } from "./progress_line.ts";

/** Statistics of the table, besides the one that ranks. */
const shown: readonly StatisticName[] = [
  "totalReturn",
  "annualReturn",
  "sharpe",
  "maxDrawdown",
  "trades",
  "winRate",
  "profitFactor",
];

/** A sweep as a page for a terminal: what was run, the best sets, failures, and where the time went. */
export function sweepPage(
  result: SweepResult,
  { by, order, top, out, phases }:
    & Pick<CheckedSweepFlags, "by" | "order" | "top">
    & { readonly out: string | undefined; readonly phases: Phases },
): string {
  const best = result.rank({ by, order }).slice(0, top);
  const sections = [
    title(result),
    ...(best.length === 0 ? [] : [bestTable(result, best, by)]),
    ...(result.failures.length === 0 ? [] : [failureText(result)]),
    [...(out === undefined ? [] : [`Written: ${out}`]), phases.toString()].join("\n"),
  ];
  return sections.join("\n\n");
}

function title({ strategy, bars, count, done, stopped }: SweepResult): string {
  const { symbol, length, time } = bars;
  const span = length === 0 ? [] : [`${formatTime(time[0])} to ${formatTime(time[length - 1])}`];
  const name = symbol === "" ? strategy.name : `${strategy.name} on ${symbol}`;
  const sets = done === count
    ? `${grouped(count)} sets`
    : `${grouped(done)} of ${grouped(count)} sets`;
  return [
    name,
    ...span,
    `${grouped(length)} bars`,
    sets + (stopped ? " before it was stopped" : ""),
  ]
    .join(", ");
}

function bestTable(result: SweepResult, best: readonly number[], by: StatisticName): string {
  const names = [by, ...shown.filter((name) => name !== by)];
  const texts = names.map((name) => statistics.get(name)!);
  const axes = result.grid.names;
  const rows = best.map((set) => {
    const params = result.params(set);
    const values = result.statistics(set);
    return [
      String(set),
      ...axes.map((name) => String(params[name])),
      ...texts.map(({ name, unit }) => formatValue(values[name] ?? NaN, unit)),
    ];
  });
  const head = ["set", ...axes, ...texts.map(({ label }) => label)];
  return `Best ${best.length} sets by ${texts[0].label}\n${
    alignedTable([head, ...rows], "r".repeat(head.length))
  }`;
}

function failureText({ failures }: SweepResult): string {
  const lines = failures.slice(0, 10).map(({ from, to, reason }) =>
    `  ${to - from === 1 ? `set ${from}` : `sets ${from} to ${to - 1}`}: ${reason}`
  );
  return [
    `Failed: ${grouped(failures.reduce((sum, { from, to }) => sum + to - from, 0))} sets`,
    ...lines,
  ]
    .join("\n");
}
