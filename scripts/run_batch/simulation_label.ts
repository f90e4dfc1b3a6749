import type { Simulation } from "../../engine/experiment/types.ts";

/** A simulation in words: `cross on SPY`, with the name of its settings behind it where there are several. */
export function simulationLabel({ strategy, instrument, settingsName }: Simulation): string {
  const under = settingsName === undefined ? "" : ` under ${settingsName}`;
  return `${strategy} on ${instrument}${under}`;
}

/** Whether a table of simulations needs a column for the names of their settings. */
export function haveSettingsNames(simulations: readonly Simulation[]): boolean {
  return simulations.some(({ settingsName }) => settingsName !== undefined);
}
