/**
 * Statistics of a run: what they are called, how they are computed, how they are printed.
 *
 * @module
 */
export type { BenchmarkStatistics } from "./benchmark_statistics.ts";
export * from "./compute.ts";
export type { CostStatistics } from "./cost_statistics.ts";
export type { DistributionStatistics } from "./distribution_statistics.ts";
export type { DrawdownStatistics } from "./drawdown_statistics.ts";
export type { EquityStatistics } from "./equity_statistics.ts";
export type { ExcursionStatistics } from "./excursion_statistics.ts";
export type { FillStatistics } from "./fill_statistics.ts";
export * from "./format.ts";
export type { Statistics } from "./gather.ts";
export type { StatisticsOptions } from "./input.ts";
export * from "./period_returns.ts";
export type { PeriodStatistics } from "./period_statistics.ts";
export * from "./period_table.ts";
export * from "./registry.ts";
export type { ReturnStatistics } from "./return_statistics.ts";
export type { RiskStatistics } from "./risk_statistics.ts";
export * from "./rolling.ts";
export * from "./statistic.ts";
export * from "./statistics_table.ts";
export * from "./table.ts";
export type { TradeDetailStatistics } from "./trade_detail_statistics.ts";
export type { TradeStatistics } from "./trade_statistics.ts";
export type { UnderwaterStatistics } from "./underwater_statistics.ts";
