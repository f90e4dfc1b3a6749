import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import { hashText } from "../../codegen/define/hash.ts";
import type { SettingsInput } from "../../codegen/define/settings.ts";
import type { Direction, Strategy } from "../../codegen/define/types.ts";
import { type Grid, gridOf } from "../sweep/grid/grid.ts";
import type { Instrument } from "./instrument.ts";
import type { PlannedSettings } from "./read_settings.ts";
import type { Simulation } from "./types.ts";

/** A strategy of an experiment. */
export interface PlannedStrategy {
  readonly strategy: Strategy;
  /** The module that it came from, which Workers can import. */
  readonly module: URL | undefined;
}

/** What an experiment comes to before it is cut into simulations. */
export interface ExperimentParts {
  readonly strategies: readonly PlannedStrategy[];
  readonly instruments: readonly Instrument[];
  /** The grids of a strategy by its name; none: its defaults are run. */
  readonly grids: ReadonlyMap<string, readonly Grid[]>;
  readonly settings: readonly PlannedSettings[];
  readonly params: Readonly<Record<string, number>>;
  readonly direction: Direction;
  readonly benchmark: string | undefined;
}

/** A simulation and all that it takes to run it. */
export interface PlannedSimulation {
  readonly simulation: Simulation;
  readonly strategy: PlannedStrategy;
  readonly instrument: Instrument;
  readonly grid: Grid;
  readonly input: SettingsInput;
  readonly params: Readonly<Record<string, number>>;
  /** Whether its strategy has functions that cannot be sent to Workers. */
  readonly stays: boolean;
}

/** Cuts an experiment into simulations, all of one instrument behind each other. */
export function planSimulations(parts: ExperimentParts): PlannedSimulation[] {
  const single = gridOf([], new Float64Array(0));
  return parts.instruments.flatMap((instrument) =>
    parts.strategies.flatMap((planned) => {
      const grids = parts.grids.get(planned.strategy.name) ?? [];
      return (grids.length === 0 ? [single] : grids).flatMap((grid) =>
        parts.settings.map((under) => planSimulation(parts, { planned, instrument, grid, under }))
      );
    })
  );
}

function planSimulation(
  { params: given, direction, benchmark }: ExperimentParts,
  { planned, instrument, grid, under: { name, input, settings } }: {
    readonly planned: PlannedStrategy;
    readonly instrument: Instrument;
    readonly grid: Grid;
    readonly under: PlannedSettings;
  },
): PlannedSimulation {
  const { strategy } = planned;
  const fixed = Object.entries(strategy.params).filter(([name]) => !grid.names.includes(name));
  const params = Object.fromEntries(
    fixed.map(([name, param]) => [name, given[name] ?? param.default]),
  );
  const contents = {
    strategy: strategy.name,
    strategyHash: strategy.hash,
    instrument: instrument.name,
    digest: instrument.digest,
    bars: instrument.bars,
    timeframe: instrument.timeframe,
    names: grid.names,
    sets: grid.count,
    params,
    direction,
    benchmark: benchmark ?? null,
    settings,
    ...(name === undefined ? {} : { settingsName: name }),
  };
  const id = hashText(JSON.stringify([contents, Array.from(grid.matrix)]));
  const hasCode = customColumns(expressionsOf(strategy)).length > 0;
  return {
    simulation: { id, ...contents },
    strategy: planned,
    instrument,
    grid,
    input,
    params,
    stays: hasCode && planned.module === undefined,
  };
}
