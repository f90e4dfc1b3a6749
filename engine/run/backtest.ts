import { expressionsOf } from "../../codegen/define/custom_column.ts";
import { paramValues } from "../../codegen/define/param_values.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readChoice } from "../../codegen/define/read_object.ts";
import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { benchmarkProblem } from "../stats/benchmark.ts";
import { barsOfRun } from "../data/custom_column.ts";
import { runReference } from "../reference/mod.ts";
import { checkColumns } from "./check_columns.ts";
import { runCompiled } from "./compiled.ts";
import { firstDifference, VerifyError } from "./difference.ts";
import type { RunOutput } from "./output.ts";
import { BacktestResult } from "./result.ts";
import type { SimMode } from "./result_fields.ts";
import { scaleCosts } from "./scaled_costs.ts";
import { countSignals } from "./signal_counts.ts";

/** How a strategy is run: the settings, and what is particular to this run. */
export type BacktestOptions = SettingsInput & {
  /** Values of the strategy's parameters by name; defaults where left out. */
  readonly params?: Readonly<Record<string, number>>;
  /** The sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
  /** `"batch"`: compiled loops (default). `"event"`: the reference engine, bar by bar. */
  readonly simMode?: SimMode;
  /** Column of the bars, such as `"close"`, against which alpha, beta and information ratio are measured. */
  readonly benchmark?: string;
  /** Runs both and fails with the first difference. */
  readonly verify?: boolean;
};

/**
 * Backtests a strategy on bars.
 *
 * @param definition A strategy, or its definition.
 * @param bars Made by `barsFrom` or `readBars`.
 * @param options Settings and particulars of the run.
 * @throws {DefinitionError} For anything wrong with definition, settings, parameters or missing columns.
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 * @throws {DataError} If a custom column cannot be filled.
 * @throws {VerifyError} If `verify` finds a difference.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * const bars = barsFrom(
 *   { time: ["2020-01-01", "2020-01-02", "2020-01-03"], close: [10, 11, 12] },
 *   { priceOnly: true },
 * );
 * const result = backtest({ name: "hold", long: { enter: true } }, bars, { cash: 1100 });
 * assertEquals([...result.equity], [1100, 1100, 1200]);
 * ```
 */
export function backtest(
  definition: Strategy | StrategyInput,
  bars: Bars,
  options: BacktestOptions = {},
): BacktestResult {
  const { params: given, direction = "BOTH", simMode = "batch", ...others } = options;
  const { verify = false, benchmark, ...rest } = others;
  const made = strategy(definition);
  checkRun({ direction, simMode, benchmark }, bars);
  const resolved = settings(rest);
  const params = paramValues(made, given);
  checkColumns(made, bars, { settings: resolved });
  const own = barsOfRun(bars, expressionsOf(made));
  const run = { strategy: made, bars: own, settings: resolved, params, direction };
  return new BacktestResult({
    ...run,
    bars,
    params: Object.fromEntries(params),
    simMode,
    ...(benchmark === undefined ? {} : { benchmark }),
    output: verify ? verified(run, simMode) : execute(run, simMode),
    atCosts: (factor) => execute(run, simMode, factor),
    signalCounts: () => countSignals(run),
  });
}

function checkRun(
  run: { direction: unknown; simMode: unknown; benchmark: unknown },
  bars: Bars,
): void {
  const { direction, simMode, benchmark } = run;
  const problem = benchmarkProblem(benchmark, bars);
  const problems: Problem[] = problem === undefined ? [] : [problem];
  readChoice(direction, { path: "direction", problems }, ["BOTH", "LONG", "SHORT"]);
  readChoice(simMode, { path: "simMode", problems }, ["batch", "event"]);
  throwProblems("backtest", problems);
}

interface Run {
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly settings: Settings;
  readonly params: ReadonlyMap<string, number>;
  readonly direction: Direction;
}

/** Runs with every cost multiplied by `costs`. */
function execute(run: Run, simMode: SimMode, costs = 1): RunOutput {
  const { strategy, bars, ...options } = run;
  return simMode === "event"
    ? runReference(strategy, bars, { ...options, settings: scaleCosts(run.settings, costs) })
    : runCompiled(strategy, bars, { ...options, costs });
}

function verified(run: Run, simMode: SimMode): RunOutput {
  const outputs = { batch: execute(run, "batch"), event: execute(run, "event") };
  const difference = firstDifference(outputs.batch, outputs.event);
  if (difference !== undefined) throw new VerifyError(difference);
  return outputs[simMode];
}
