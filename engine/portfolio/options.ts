import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readChoice } from "../../codegen/define/read_object.ts";
import { describe } from "../../codegen/define/describe.ts";
import type { Panel } from "../data/panel.ts";
import type { SimMode } from "../run/result_fields.ts";
import { type BenchmarkPrices, benchmarkPrices, type PortfolioBenchmark } from "./benchmark.ts";
import {
  type GroupedSettings,
  portfolioSettings,
  type PortfolioSettingsInput,
} from "./portfolio_settings.ts";

/** How a panel is run over: the settings, and what is no setting. */
export interface PortfolioOptions extends PortfolioSettingsInput {
  /** `"batch"`: compiled code where it has all that the run asks for (default). `"event"`: the reference engine. */
  readonly simMode?: SimMode;
  /** Runs both engines and fails with the first difference; also where compiled code does not have what is run. */
  readonly verify?: boolean;
  /** What alpha, beta and information ratio are measured against. */
  readonly benchmark?: PortfolioBenchmark;
}

/** Options as they are handed on. */
export interface ReadPortfolioOptions {
  readonly simMode: SimMode;
  readonly verify: boolean;
  readonly benchmark: BenchmarkPrices | undefined;
}

/**
 * Takes options and settings apart and checks them.
 *
 * @throws {DefinitionError} For what cannot be used.
 */
export function readPortfolioOptions(
  input: PortfolioOptions,
  panel: Panel,
): { readonly settings: GroupedSettings; readonly options: ReadPortfolioOptions } {
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  const { simMode, verify = false, benchmark, ...rest } = { ...input };
  // What is no object is refused by the settings.
  const settings = portfolioSettings(isObject ? rest : input, panel);
  const problems: Problem[] = [];
  const mode = readChoice(simMode, { path: "simMode", problems }, ["batch", "event"] as const);
  if (typeof verify !== "boolean") {
    const message = `Expected true or false but found ${describe(verify)}`;
    problems.push({ path: "verify", message });
  }
  const found = benchmark === undefined ? undefined : benchmarkPrices(benchmark, panel);
  if (found !== undefined && "message" in found) problems.push(found);
  throwProblems("run the portfolio", problems);
  return {
    settings,
    options: { simMode: mode, verify, benchmark: found as BenchmarkPrices | undefined },
  };
}
