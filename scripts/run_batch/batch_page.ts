import { plural } from "../../engine/stats/plural.ts";
import { formatValue } from "../../engine/stats/format.ts";
import { type StatisticName, statistics } from "../../engine/stats/registry.ts";
import { alignedTable } from "../../engine/stats/table.ts";
import { oneLine } from "./one_line.ts";
import { haveSettingsNames, simulationLabel } from "./simulation_label.ts";
import { grouped } from "../sweep/progress_line.ts";
import { shortNumber } from "../../engine/sweep/report/axis_bins.ts";
import type { BestRow } from "./best_rows.ts";
import type { CheckedBatchFlags } from "./check_flags.ts";
import type { BatchRun } from "./run_batch.ts";

/** Statistics of the table, beside the one that ranks. */
const shown: readonly StatisticName[] = ["totalReturn", "sharpe", "maxDrawdown", "trades"];

/** An experiment as a page for a terminal: the best set of each simulation, and what failed. */
export function batchPage(
  { name, simulations, stopped }: BatchRun,
  rows: readonly BestRow[],
  { by, order, filter, out }: CheckedBatchFlags & { readonly out: string },
): string {
  const ended = simulations.filter(({ status }) => status === "completed").length;
  const failed = simulations.filter(({ status }) => status === "failed");
  const title = [
    `Experiment ${name}`,
    `${grouped(ended)} of ${plural(simulations.length, "simulation")} completed`,
    ...(failed.length === 0 ? [] : [`${grouped(failed.length)} failed`]),
    ...(stopped ? ["stopped: the same command goes on"] : []),
  ].join(", ");
  const way = order === "ascending" ? ", the smallest" : "";
  const passing = filter === undefined ? "" : ` of those that pass ${filter}`;
  const head = `Best set of each simulation by ${statistics.get(by)!.label}${way}${passing}`;
  const failures = failed.map(({ simulation, reason }) =>
    `  ${simulation.id} ${simulationLabel(simulation)}: ${oneLine(reason ?? "")}`
  );
  return [
    title,
    `${head}\n${bestTable(rows, by)}`,
    ...(failures.length === 0 ? [] : [["Failed", ...failures].join("\n")]),
    `Written: ${out}`,
  ].join("\n\n");
}

function bestTable(rows: readonly BestRow[], by: StatisticName): string {
  const texts = [by, ...shown.filter((name) => name !== by)].map((name) => statistics.get(name)!);
  const named = haveSettingsNames(rows.map(({ record }) => record.simulation));
  const headings = [
    ...["Id", "Strategy", "Instrument", "Frame", ...(named ? ["Settings"] : [])],
    ...["Sets", "Status", "Best set"],
  ];
  const cells = rows.map(({ record: { simulation, status }, best }) => [
    simulation.id,
    simulation.strategy,
    simulation.instrument,
    simulation.timeframe,
    ...(named ? [simulation.settingsName ?? ""] : []),
    grouped(simulation.sets),
    status,
    best === undefined ? "none" : simulation.names.length === 0 ? "defaults" : simulation.names
      .map((name) => `${name} = ${shortNumber(best.params[name])}`).join(", "),
    ...texts.map(({ name, unit }) => formatValue(best?.statistics[name] ?? NaN, unit)),
  ]);
  return alignedTable(
    [[...headings, ...texts.map(({ label }) => label)], ...cells],
    `llll${named ? "l" : ""}rll` + "r".repeat(texts.length),
  );
}
