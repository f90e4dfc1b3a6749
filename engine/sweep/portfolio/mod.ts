/**
 * Sweeps over a panel: what drives a portfolio with many parameter sets, in Workers.
 *
 * `driver.ts` says what can drive a run. `sweep_portfolio.ts` has everything checked (`read_sweep.ts`) and makes a job
 * (`job.ts`) with the shared columns of the panel; Workers run it set by set (`run_sets.ts`), and leave a row of statistics
 * of each (`set_rows.ts`), which the result reads.
 *
 * @module
 */
export type { PortfolioCode, PortfolioDefinition, PortfolioDriver } from "./driver.ts";
export { PortfolioSweepResult } from "./result.ts";
export type { PortfolioSweepJson } from "./result_json.ts";
export { type PortfolioSweepOptions, sweepPortfolio } from "./sweep_portfolio.ts";
