import { throwProblems } from "../../codegen/define/problem.ts";
import type { Panel } from "../data/panel.ts";
import { VerifyError } from "../run/difference.ts";
import type { SimMode } from "../run/result_fields.ts";
import { firstPortfolioDifference } from "./difference.ts";
import type { PlanUse } from "./kept_plan.ts";
import type { ReadPortfolioOptions } from "./options.ts";
import type { PortfolioOutput } from "./output.ts";
import { PortfolioResult } from "./result/portfolio_result.ts";
import { scalePortfolioCosts } from "./scaled_costs.ts";
import type { GroupedSettings } from "./portfolio_settings.ts";
import type { PortfolioSettings } from "./settings.ts";
import type { StrategyRun } from "./strategy/strategy_run.ts";

/** What is run over a panel, whatever drives it. */
export interface PortfolioWork {
  /** Runs it in an engine, with settings that may be those at other costs. */
  readonly execute: (settings: PortfolioSettings, simMode: SimMode) => PortfolioOutput;
  /** What of it only the reference engine executes; undefined: compiled code has all. */
  readonly lacking: string | undefined;
  /** Whether a second run does what the first did. */
  readonly repeats: boolean;
  /** What a plan of weights was asked for. */
  readonly use?: () => PlanUse;
  /** The strategy that it is. */
  readonly strategy?: StrategyRun;
}

/**
 * Runs, in both engines where that is wanted, and puts the result together.
 *
 * @throws {DefinitionError} Where both engines are wanted and compiled code does not have it.
 * @throws {VerifyError} Where the engines differ.
 */
export function executePortfolio(
  work: PortfolioWork,
  { panel, settings, options }: {
    readonly panel: Panel;
    readonly settings: GroupedSettings;
    readonly options: ReadPortfolioOptions;
  },
): PortfolioResult {
  const { execute, lacking, repeats, use, strategy } = work;
  const { verify, benchmark } = options;
  const simMode = lacking === undefined ? options.simMode : "event";
  if (verify) refuseVerify(work);
  const atCosts = (factor: number): PortfolioOutput =>
    execute(scalePortfolioCosts(settings, factor), simMode);
  const output = verify ? verified(work, settings)[simMode] : execute(settings, simMode);
  return new PortfolioResult({
    panel,
    settings,
    simMode,
    output,
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(repeats ? { atCosts } : {}),
    ...(use === undefined ? {} : { planUse: use() }),
    ...(strategy === undefined ? {} : { strategy }),
  });
}

function refuseVerify({ lacking, repeats }: PortfolioWork): void {
  const message = lacking !== undefined
    ? `Expected a run that compiled code has too, but found ${lacking}, ` +
      "which only the reference engine executes"
    : repeats
    ? undefined
    : "Expected code that begins anew for each of the two runs but found code that is there already";
  if (message === undefined) return;
  const remedy = "give run() a function that makes the handlers";
  throwProblems("verify the run", [{
    path: "verify",
    message,
    ...(lacking === undefined ? { remedy } : {}),
  }]);
}

function verified(
  { execute }: PortfolioWork,
  settings: PortfolioSettings,
): Record<SimMode, PortfolioOutput> {
  const outputs = { batch: execute(settings, "batch"), event: execute(settings, "event") };
  const difference = firstPortfolioDifference(outputs.batch, outputs.event);
  if (difference !== undefined) throw new VerifyError(difference);
  return outputs;
}
