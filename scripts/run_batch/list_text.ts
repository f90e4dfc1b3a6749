import { readStore } from "../../engine/experiment/store/read_store.ts";
import { alignedTable } from "../../engine/stats/table.ts";
import { oneLine } from "./one_line.ts";
import { haveSettingsNames } from "./simulation_label.ts";
import { grouped } from "../sweep/progress_line.ts";

/** What became of each simulation of a store, as text or as JSON. */
export async function listText(
  store: string,
  { json }: { readonly json: boolean },
): Promise<string> {
  const content = await readStore(store);
  if (json) return JSON.stringify({ schemaVersion: 1, ...content }, null, 2);
  const { name, running, simulations } = content;
  const named = haveSettingsNames(simulations.map(({ simulation }) => simulation));
  const rows = simulations.map(({ simulation, status, started, elapsed, reason }) => [
    simulation.id,
    simulation.strategy,
    simulation.instrument,
    simulation.timeframe,
    ...(named ? [simulation.settingsName ?? ""] : []),
    grouped(simulation.sets),
    status,
    started === null ? "" : started.slice(0, 19).replace("T", " "),
    elapsed === null ? "" : `${(elapsed / 1000).toFixed(1)} s`,
    oneLine(reason ?? ""),
  ]);
  const counts = (["completed", "failed", "running", "pending"] as const).flatMap((status) => {
    const count = simulations.filter((record) => record.status === status).length;
    return count === 0 ? [] : [`${grouped(count)} ${status}`];
  });
  const headings = [
    ...["Id", "Strategy", "Instrument", "Bars", ...(named ? ["Settings"] : []), "Sets", "Status"],
    ...["Started (UTC)", "Time", "Reason"],
  ];
  return [
    `Experiment ${name}, ${counts.join(", ")}${running ? "; a process runs it now" : ""}`,
    alignedTable([headings, ...rows], `llll${named ? "l" : ""}rllrl`),
  ].join("\n\n");
}
