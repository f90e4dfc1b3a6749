import type { SettingsInput } from "../../codegen/define/settings.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { TimeBound } from "../data/bound.ts";
import type { Grid, GridAxes, GridOptions } from "../sweep/grid/grid.ts";

/** Bars in a CSV or Arrow file, and which of them. */
export interface InstrumentFile {
  /** Path or `file:` URL. */
  readonly data: string | URL;
  /** Name of the instrument; that of the file without folders and extension where left out. */
  readonly name?: string;
  /** First moment taken. */
  readonly from?: TimeBound;
  /** First moment not taken; a text that names a day takes that whole day. */
  readonly to?: TimeBound;
  /** Whether closes alone are accepted. */
  readonly priceOnly?: boolean;
}

/** A grid, and which strategies it is for. */
export interface ExperimentGrid extends GridOptions {
  /** The values of each parameter. */
  readonly axes: GridAxes;
  /** Names of strategies; all where left out. */
  readonly strategies?: readonly string[];
}

/** Settings with a name that tells them apart. */
export type NamedSettings = SettingsInput & { readonly name: string };

/** What is run: every strategy on every instrument with every set of its grids, under each of the settings. */
export interface ExperimentInput {
  /** Name of the experiment; a store keeps one. */
  readonly name: string;
  /** Strategies, definitions, or URLs of modules whose default export is one. Their names tell them apart. */
  readonly strategies: readonly (Strategy | StrategyInput | URL)[];
  /** Bars, told apart by their symbol, or files of bars. */
  readonly instruments: readonly (Bars | string | URL | InstrumentFile)[];
  /** Time frames, as `1m 1h 1d`: those that the bars have, for bars are not resampled. Where left out, theirs. */
  readonly timeframes?: readonly string[];
  /** Grids, each of its own simulations; a strategy without one runs once, with its default parameters. */
  readonly grids?: readonly (Grid | ExperimentGrid)[];
  /** Settings of all runs, or several with names, under each of which everything is run; those that a grid names vary. */
  readonly settings?: SettingsInput | readonly NamedSettings[];
  /** Values of parameters, for the strategies that have them and whose grid does not give them; defaults where left out. */
  readonly params?: Readonly<Record<string, number>>;
  /** The sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
  /** Column of the bars to compare with. */
  readonly benchmark?: string;
}

/** One strategy on one instrument with the sets of one grid, under one of the settings. */
export interface Simulation {
  /** Sixteen hex digits: equal for equal contents. The code of custom columns is not looked at. */
  readonly id: string;
  /** Name and hash of the strategy. */
  readonly strategy: string;
  /** Equal for definitions that mean the same. */
  readonly strategyHash: string;
  /** Name of the instrument. */
  readonly instrument: string;
  /** Digest of its bars. */
  readonly digest: string;
  /** Number of its bars. */
  readonly bars: number;
  /** Distance of its bars. */
  readonly timeframe: string;
  /** Names of the parameters and settings that the grid gives; none: one set. */
  readonly names: readonly string[];
  /** Number of parameter sets. */
  readonly sets: number;
  /** Parameters that are the same in all sets: all that the grid does not name. */
  readonly params: Readonly<Record<string, number>>;
  /** The sides that are traded. */
  readonly direction: Direction;
  /** Column of the bars that statistics compare with; null: none. */
  readonly benchmark: string | null;
  /** Every setting as resolved, but for those that the grid names. */
  readonly settings: Settings;
  /** Name of the settings, where the experiment has several. */
  readonly settingsName?: string;
}

/** What became of a simulation; `running` only while a process runs it. */
export type SimulationStatus = "pending" | "running" | "completed" | "failed";

/** What may become of a simulation. */
export const simulationStatuses: readonly SimulationStatus[] = [
  "pending",
  "running",
  "completed",
  "failed",
];
