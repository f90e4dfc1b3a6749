import { expressionsOf } from "../../../codegen/define/custom_column.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { readChoice } from "../../../codegen/define/read_object.ts";
import { strategy as makeStrategy, type StrategyInput } from "../../../codegen/define/strategy.ts";
import type { Panel } from "../../data/panel.ts";
import { type BenchmarkPrices, benchmarkPrices } from "../../portfolio/benchmark.ts";
import { type GroupedSettings, portfolioSettings } from "../../portfolio/portfolio_settings.ts";
import {
  type PortfolioStrategyOptions,
  readStrategyRun,
  type StrategyRun,
} from "../../portfolio/strategy/strategy_run.ts";
import { checkGridNames } from "../check_sets.ts";
import { closureProblems, closureRemedy } from "../workers/closures.ts";
import type { Grid } from "../grid/grid.ts";
import { type SettingsVariants, variantsOf } from "../variants.ts";
import { readWorkers } from "../workers/workers_options.ts";
import { checkEachSet } from "./check_each_set.ts";
import type { VariantSettings } from "./result.ts";
import type { PortfolioSweepOptions } from "./sweep_portfolio.ts";

/** What is swept, as checked. */
export interface ReadSweep {
  /** The strategy, if it is one. */
  readonly strategy: StrategyRun | undefined;
  /** Rank and sides of it, where they are given. */
  readonly ofStrategy: Pick<PortfolioStrategyOptions, "rank" | "direction">;
  readonly settings: SettingsVariants<VariantSettings>;
  readonly workers: number;
  readonly sealed: boolean;
  readonly against: BenchmarkPrices | undefined;
}

/** Work of a bar of an asset in a run over many, in bars of a sweep on one asset. */
const workOfBar = 30;
const caller = "sweepPortfolio()";

/**
 * Checks a sweep over a panel.
 *
 * @throws {DefinitionError} For anything wrong with it.
 */
export function readSweep(
  own: unknown,
  panel: Panel,
  options: PortfolioSweepOptions & { readonly sets: Grid; readonly isModule: boolean },
): ReadSweep {
  const { sets, params = {}, rank, direction, isModule } = options;
  const ofStrategy = {
    ...(rank === undefined ? {} : { rank }),
    ...(direction === undefined ? {} : { direction }),
  };
  const input = options.settings ?? {};
  const base = portfolioSettings(input, panel);
  const strategy = typeof own === "function"
    ? undefined
    : readStrategyRun(makeStrategy(own as StrategyInput), ofStrategy, { panel, settings: base });
  const problems: Problem[] = [];
  if (strategy === undefined) refuseStrategyOptions(ofStrategy, problems);
  readChoice(options.simMode, { path: "simMode", problems }, ["batch", "event"]);
  const { benchmark } = options;
  const against = benchmark === undefined ? undefined : benchmarkPrices(benchmark, panel);
  if (against !== undefined && "message" in against) problems.push(against);
  const { workers, sealed } = readWorkers(options, {
    work: sets.count * panel.length * panel.assets * workOfBar,
    sets: sets.count,
    problems,
  });
  // Code reads what it likes.
  const known = strategy?.params.keys() ?? [...sets.names, ...Object.keys(params)];
  checkGridNames(sets, { known: [...known], params, settings: [base, input] }, problems);
  throwProblems(attempted(strategy), problems);
  if (strategy !== undefined) {
    checkStrategySets(sets, { ...options, strategy, ofStrategy, panel, settings: base }, problems);
  }
  const settings = variantsOf(input, sets, {
    read: (input) => ({ input, complete: portfolioSettings(input, panel) }),
    problems,
  });
  throwProblems(attempted(strategy), problems);
  if (workers > 0) refuseFunctions(strategy, isModule);
  return {
    strategy,
    ofStrategy,
    settings,
    workers,
    sealed,
    against: against as BenchmarkPrices | undefined,
  };
}

function attempted(run: StrategyRun | undefined): string {
  return run === undefined
    ? "sweep the portfolio"
    : `sweep strategy ${JSON.stringify(run.strategy.name)} over the panel`;
}

function refuseStrategyOptions(ofStrategy: ReadSweep["ofStrategy"], problems: Problem[]): void {
  for (const name of Object.keys(ofStrategy)) {
    const message = "Expected a strategy, to which this belongs, but found code";
    problems.push({ path: name, message, remedy: `let the code give ${name} with the strategy` });
  }
}

function checkStrategySets(
  sets: Grid,
  { strategy, ofStrategy, panel, settings, params = {} }: {
    readonly strategy: StrategyRun;
    readonly ofStrategy: ReadSweep["ofStrategy"];
    readonly panel: Panel;
    readonly settings: GroupedSettings;
    readonly params?: Readonly<Record<string, number>>;
  },
  problems: Problem[],
): void {
  const check = (values: Readonly<Record<string, number>>): void =>
    void readStrategyRun(
      strategy.strategy,
      { ...ofStrategy, params: values },
      { panel, settings },
    );
  checkEachSet(sets, params, { check, problems });
}

/** A function cannot be sent to another thread. */
function refuseFunctions(run: StrategyRun | undefined, isModule: boolean): void {
  const problems: Problem[] = [];
  if (run === undefined && !isModule) {
    problems.push({
      path: "definition",
      message: "Expected a strategy that is data, or the URL of a module, but found a function",
      remedy: closureRemedy(caller, "function"),
    });
  }
  if (run !== undefined) {
    const own = isModule ? [] : expressionsOf(run.strategy);
    const ranked = run.rank === undefined ? [] : [run.rank];
    problems.push(...closureProblems([...own, ...ranked], caller));
  }
  throwProblems(`send ${run === undefined ? "code" : "a strategy"} to Workers`, problems);
}
