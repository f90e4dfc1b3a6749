/**
 * Bars in, results out: data, the compiled and the reference run, statistics.
 *
 * @module
 */
export type { Bars, Column } from "./data/bars.ts";
export type { BarColumns, TimeValue } from "./data/source_columns.ts";
export type { TimeBound } from "./data/bound.ts";
export { barsFrom } from "./data/bars_from.ts";
export type { BarsOptions } from "./data/load_bars.ts";
export { parseBars, readBars } from "./data/csv.ts";
export { DataError, type DataProblem } from "./data/data_error.ts";
export { digestBars, digestPanel } from "./data/digest.ts";
export type { Panel } from "./data/panel.ts";
export { panelFrom, type PanelOptions } from "./data/panel_from.ts";
export { panelFromTable } from "./data/panel_from_table.ts";
export { type PanelArrays, panelFromArrays, type PanelValues } from "./data/panel_from_arrays.ts";
export { parsePanel } from "./data/panel_csv.ts";
export { type PanelInput, readPanel } from "./data/read_panel.ts";
export { slicePanel } from "./data/slice_panel.ts";
export { barsOf } from "./data/bars_of.ts";
export { sliceBars } from "./data/slice.ts";
export { formatTime, parseTime } from "./data/time.ts";
export { compareResults, type Comparison } from "./run/compare.ts";
export type { CommonTrades, TradeShare } from "./run/common_trades.ts";
export { cacheIndicators, type IndicatorCacheOptions } from "./run/indicator_cache.ts";
export { type ComparisonJson, comparisonJson } from "./run/comparison_json.ts";
export { comparisonText } from "./run/comparison_text.ts";
export type { FirstDecision } from "./run/decisions.ts";
export type { StatisticsJson } from "./stats/statistics_json.ts";
export { backtest, type BacktestOptions } from "./run/backtest.ts";
export type { CostReturn, CostReturnJson } from "./run/cost_returns.ts";
export { BacktestResult } from "./run/result.ts";
export type { ResultFields, SignalCount, SimMode } from "./run/result_fields.ts";
export type { TradeRow } from "./run/trade_rows.ts";
export type { Curves } from "./run/curves.ts";
export type { BarsRecord } from "./run/bars_record.ts";
export type { ResultJson } from "./run/result_json.ts";
export { chart, type ChartOptions } from "./run/chart.ts";
export { type CompiledRunOptions, runCompiled } from "./run/compiled.ts";
export { type ColumnsOptions, evaluateColumns } from "./run/columns.ts";
export { type Difference, firstDifference, VerifyError } from "./run/difference.ts";
export { findLookAhead, type LookAhead } from "./run/look_ahead.ts";
export type { BarBound } from "./run/bar_range.ts";
export { type TraceOptions, traceRun } from "./run/trace_run.ts";
export type { TraceRow } from "./run/trace_rows.ts";
export type { TracedValues } from "./run/traced_values.ts";
export type { Ledger, RunOutput, TradeColumns } from "./run/output.ts";
export type { Broker, PositionView } from "./portfolio/broker.ts";
export type { Handlers, PanelView } from "./portfolio/handlers.ts";
export type { ListedOrder } from "./portfolio/listed_orders.ts";
export {
  orderPriorities,
  type OrderPriority,
  type OrderStatus,
  orderStatuses,
  type OrderType,
  orderTypes,
  type PortfolioReason,
  portfolioReasons,
  type QuantityKind,
  quantityKinds,
  type TimeInForce,
  timesInForce,
} from "./portfolio/order_codes.ts";
export type {
  Bracket,
  Fill,
  LevelNumber,
  OrderAmount,
  OrderChanges,
  OrderInput as BrokerOrder,
  OrderOptions as BrokerOrderOptions,
  OrderRow,
  TrailNumber,
} from "./portfolio/orders.ts";
export type {
  OrderColumns,
  PortfolioLedger,
  PortfolioOutput,
  PortfolioTrades,
} from "./portfolio/output.ts";
export type { PanelRows, PortfolioHandlers } from "./portfolio/panel_rows.ts";
export type { BenchmarkPrices, PortfolioBenchmark } from "./portfolio/benchmark.ts";
export { firstPortfolioDifference } from "./portfolio/difference.ts";
export type { PlanUse } from "./portfolio/kept_plan.ts";
export type { PortfolioOptions } from "./portfolio/options.ts";
export { Portfolio, portfolio } from "./portfolio/portfolio.ts";
export {
  type AssetSettingsInput,
  type GroupedSettings,
  portfolioSettings,
  type PortfolioSettingsInput,
} from "./portfolio/portfolio_settings.ts";
export { parseOrders, readOrders } from "./portfolio/read_orders.ts";
export { parseGroups, readGroups } from "./portfolio/read_groups.ts";
export type { AssetRow } from "./portfolio/result/asset_rows.ts";
export type { Attribution } from "./portfolio/result/attribution.ts";
export type { Correlations } from "./portfolio/result/correlations.ts";
export type { PortfolioCurves } from "./portfolio/result/holdings.ts";
export type { OrderLogRow } from "./portfolio/result/order_rows.ts";
export type { Exposures } from "./portfolio/result/exposures.ts";
export type { GroupRow } from "./portfolio/result/group_rows.ts";
export type { PortfolioFields } from "./portfolio/result/portfolio_fields.ts";
export type { PanelRecord } from "./portfolio/result/panel_record.ts";
export type { PortfolioJson, RowJson } from "./portfolio/result/portfolio_json.ts";
export type { PortfolioSettingsJson, RulesJson } from "./portfolio/result/settings_json.ts";
export { PortfolioResult } from "./portfolio/result/portfolio_result.ts";
export type { AssetSettings, PortfolioSettings } from "./portfolio/settings.ts";
export type { StrategyRunRecord } from "./portfolio/strategy/run_record.ts";
export type { PortfolioStrategyOptions, StrategyRun } from "./portfolio/strategy/strategy_run.ts";
export type { PortfolioWeights, PortfolioWeightsOptions } from "./portfolio/weights_plan.ts";
export { Ranker } from "./portfolio/ranker.ts";
export { ranks } from "./portfolio/ranks.ts";
export { parseWeights, readWeights, type WeightsOptions } from "./portfolio/read_weights.ts";
export { rebalanceBars, type RebalanceCalendar } from "./portfolio/rebalance_bars.ts";
export {
  emptyTargetOrders,
  type TargetOptions,
  type TargetOrders,
  targetOrders,
  type TargetState,
} from "./portfolio/target_orders.ts";
export {
  type PlanAxes,
  type TargetPlan,
  targetPlan,
  type TargetPlanOptions,
  type TargetWeights,
} from "./portfolio/target_plan.ts";
export { topBottom } from "./portfolio/top_bottom.ts";
export { zScores } from "./portfolio/z_scores.ts";
export { evaluate, lookBack, type ReferenceOptions, runReference } from "./reference/mod.ts";
export type * from "./reference/trace.ts";
export type { StrategyRecord } from "./run/strategy_record.ts";
export * from "./stats/mod.ts";
export * from "./sweep/mod.ts";
export * from "./experiment/mod.ts";
