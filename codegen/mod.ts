/**
 * Strategies as data, and their compiler: definitions in, kernels out.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { settings, showCode, strategy } from "./mod.ts";
 * const code = showCode(strategy({ name: "up", long: { enter: "rising(close, 2)" } }), settings());
 * assertStringIncludes(code, "function orders(");
 * ```
 *
 * @module
 */
export * from "./define/builders.ts";
export * from "./define/channel_builders.ts";
export * from "./define/clock_builders.ts";
export * from "./define/indicator_builders.ts";
export * from "./define/order_builders.ts";
export * from "./define/pattern_builders.ts";
export * from "./define/rule_builders.ts";
export * from "./define/size_builders.ts";
export * from "./define/stateful_builders.ts";
export * from "./define/statistic_builders.ts";
export * from "./define/vwap_builders.ts";
export * from "./define/trend_builders.ts";
export * from "./define/volume_builders.ts";
export {
  type Call,
  type ColumnFill,
  type CustomColumn,
  type Expression,
  type FillBars,
  type Param,
  type ValueType,
} from "./define/expression.ts";
export { param, type ParamOptions } from "./define/param.ts";
export { strategy, type StrategyInput } from "./define/strategy.ts";
export type { SideInput } from "./define/side.ts";
export type { OrderInput } from "./define/orders.ts";
export type { RuleInput } from "./define/rules.ts";
export type { LevelInput, TargetInput, TrailInput } from "./define/levels.ts";
export type { BreakEvenInput, GainInput } from "./define/gains.ts";
export type { PartInput } from "./define/scale_out.ts";
export type { SessionInput } from "./define/session.ts";
export type { KellyInput, SizeInput, VolatilityInput } from "./define/sizes.ts";
export type { FilterInput, WeekdayName } from "./define/filter.ts";
export type { ExpressionInput } from "./define/scope.ts";
export { settings, type SettingsInput } from "./define/settings.ts";
export { DefinitionError, type Problem } from "./define/problem.ts";
export { paramValues } from "./define/param_values.ts";
export type { ParamValues } from "./define/static.ts";
export { type StrategyJson, strategyToJson } from "./define/json.ts";
export type { SideJson } from "./define/parts_json.ts";
export { functions } from "./define/functions.ts";
export {
  type ArgumentSpec,
  type ArgumentType,
  type FunctionSpec,
  signature,
} from "./define/function_spec.ts";
export { type ExitReason, exitReasons, type OrderReason, orderReasons } from "./define/reasons.ts";
export type {
  BreakEvenRule,
  Commission,
  Execution,
  Filter,
  Financing,
  Gain,
  KellySize,
  LevelForm,
  LevelRule,
  PlainSize,
  RestingOrder,
  Rule,
  ScaleOutRule,
  SessionRule,
  Settings,
  Side,
  Size,
  Slippage,
  StatisticsSettings,
  Strategy,
  Tier,
  TimeRule,
  VolatilitySize,
} from "./define/types.ts";
export { compile, type Compiled, type RunNumbers, showCode } from "./compile.ts";
export type { Direction } from "./define/types.ts";
export type { ColumnSource } from "./program/program.ts";
export type { Events, Kernel, Out, Pass } from "./kernel.ts";
export { compileColumns, type CompiledColumns } from "./compile_columns.ts";
export { CodeGenerationError } from "./load.ts";
