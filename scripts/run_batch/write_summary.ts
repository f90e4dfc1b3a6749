import { csvText } from "../../engine/files/csv_text.ts";
import type { FileColumn, FileTable } from "../../engine/files/table.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import { writeFile } from "../command/write_file.ts";
import type { BestRow } from "./best_rows.ts";
import { haveSettingsNames } from "./simulation_label.ts";

/** Writes `summary.csv` into a store: a line for each simulation, with the parameters and statistics of its best set. */
export async function writeSummary(store: string, rows: readonly BestRow[]): Promise<void> {
  await writeFile(`${store}/summary.csv`, csvText(summaryTable(rows)));
}

function summaryTable(rows: readonly BestRow[]): FileTable {
  const text = (name: string, read: (row: BestRow) => string): FileColumn => ({
    name,
    kind: "text",
    at: (row) => read(rows[row]),
  });
  const columns: FileColumn[] = [
    text("id", ({ record }) => record.simulation.id),
    text("strategy", ({ record }) => record.simulation.strategy),
    text("instrument", ({ record }) => record.simulation.instrument),
    text("timeframe", ({ record }) => record.simulation.timeframe),
    ...(haveSettingsNames(rows.map(({ record }) => record.simulation))
      ? [text("settings", ({ record }) => record.simulation.settingsName ?? "")]
      : []),
    text("status", ({ record }) => record.status),
    { name: "sets", kind: "index", at: (row) => rows[row].record.simulation.sets },
    { name: "best_set", kind: "number", at: (row) => rows[row].best?.set ?? null },
    text("params", ({ best }) => best === undefined ? "" : JSON.stringify(best.params)),
    ...sweepStatistics.map(({ name, key, unit }): FileColumn => ({
      name: key,
      kind: unit === "time" ? "time" : "number",
      at: (row) => {
        const value = rows[row].best?.statistics[name] ?? NaN;
        return Number.isNaN(value) ? null : value;
      },
    })),
    text("reason", ({ record }) => record.reason ?? ""),
  ];
  return { rows: rows.length, columns };
}
