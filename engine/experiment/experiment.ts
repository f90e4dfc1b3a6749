import type { BacktestResult } from "../run/result.ts";
import { backtest } from "../run/backtest.ts";
import { isSettingName, settingsVariants } from "../sweep/variants.ts";
import type { PlannedSimulation } from "./plan.ts";
import { readExperiment } from "./read_experiment.ts";
import {
  type ExperimentResult,
  type ExperimentRunOptions,
  runExperiment,
} from "./run_experiment.ts";
import { gridPart } from "./store/joined_sets.ts";
import type { ExperimentInput, Simulation } from "./types.ts";

/** Simulations that belong together; made by {@linkcode experiment}. */
export class Experiment {
  /** Its name. */
  readonly name: string;
  /** Every strategy on every instrument with each of its grids, all of one instrument behind each other. */
  readonly simulations: readonly Simulation[];
  readonly #planned: readonly PlannedSimulation[];

  /**
   * Puts it together of what was read.
   *
   * @ignore
   */
  constructor(name: string, planned: readonly PlannedSimulation[]) {
    this.name = name;
    this.simulations = Object.freeze(planned.map(({ simulation }) => Object.freeze(simulation)));
    this.#planned = planned;
  }

  /**
   * Runs the simulations that the store does not have yet.
   *
   * Every step is on the disk before the next: a run that was killed at any moment is gone on with by running it again, and
   * what had ended is not run twice. A simulation that fails is noted with its reason and the others go on.
   *
   * @throws {DefinitionError} If a number among the options is none.
   * @throws {FileError} If the store belongs to another experiment, another process runs it, or it cannot be used.
   */
  run(options: ExperimentRunOptions): Promise<ExperimentResult> {
    return runExperiment({ name: this.name, simulations: this.#planned }, options);
  }

  /**
   * Runs one set of a simulation again, in full detail.
   *
   * @param id Id of the simulation.
   * @param set Number of the set in its grid.
   * @throws {RangeError} If there is none.
   */
  async rerun(id: string, set: number): Promise<BacktestResult> {
    const planned = this.#planned.find(({ simulation }) => simulation.id === id);
    if (planned === undefined) {
      throw new RangeError(`Cannot run simulation ${id}: expected one of experiment ${this.name}`);
    }
    const { grid, input, params, instrument, strategy, simulation } = planned;
    if (!(Number.isInteger(set) && set >= 0 && set < grid.count)) {
      throw new RangeError(`Cannot run set ${set}: expected a whole number below ${grid.count}`);
    }
    const { benchmark, direction } = simulation;
    const one = gridPart(grid, set, set + 1);
    const [settings] = settingsVariants(input, one, []).settings;
    const own = Object.entries(one.at(0)).filter(([name]) => !isSettingName(name));
    return backtest(strategy.strategy, await instrument.load(), {
      ...settings,
      params: { ...params, ...Object.fromEntries(own) },
      direction,
      ...(benchmark === null ? {} : { benchmark }),
    });
  }
}

/**
 * Makes an experiment: many strategies on many instruments with many parameter sets.
 *
 * Files are read and everything is checked before anything is run; what only shows when a simulation runs, such as a
 * column that one of the instruments lacks, becomes the failure of that simulation.
 *
 * @throws {DefinitionError} With everything wrong at once.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * import { readResults } from "./store/read_store.ts";
 * const close = Array.from({ length: 90 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const time = close.map((_, day) => day * 86_400_000);
 * const dip = { name: "dip", params: { n: 3 }, long: { enter: "close < sma(close, n)" } };
 * const made = await experiment({
 *   name: "dips",
 *   strategies: [dip],
 *   instruments: [barsFrom({ time, close }, { symbol: "SINE", priceOnly: true })],
 *   grids: [{ axes: { n: { range: [2, 20] } } }],
 * });
 * const store = await Deno.makeTempDir();
 * const { simulations } = await made.run({ store });
 * assertEquals(simulations.map(({ status }) => status), ["completed"]);
 * const results = await readResults(store, simulations[0]);
 * const { statistics } = await made.rerun(made.simulations[0].id, 5);
 * assertEquals(results.column("totalReturn")[5], statistics.totalReturn);
 * ```
 */
export async function experiment(input: ExperimentInput): Promise<Experiment> {
  const { name, simulations } = await readExperiment(input);
  return new Experiment(name, simulations);
}
