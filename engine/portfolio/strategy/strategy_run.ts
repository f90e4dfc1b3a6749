import { expressionsOf, refuseSharedNames } from "../../../codegen/define/custom_column.ts";
import type { Expression, Param } from "../../../codegen/define/expression.ts";
import { paramValues, valuesOf } from "../../../codegen/define/param_values.ts";
import { staticProblems } from "../../../codegen/define/static_checks.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { readChoice, readObject } from "../../../codegen/define/read_object.ts";
import { type ExpressionInput, readExpression } from "../../../codegen/define/scope.ts";
import type { ParamValues } from "../../../codegen/define/static.ts";
import { strategy, type StrategyInput } from "../../../codegen/define/strategy.ts";
import type { Direction, Strategy } from "../../../codegen/define/types.ts";
import type { Panel } from "../../data/panel.ts";
import { checkColumns, checkColumnsOf } from "../../run/check_columns.ts";
import type { GroupedSettings } from "../portfolio_settings.ts";
import { unsupportedParts } from "./unsupported_parts.ts";

/** How one strategy trades all assets of a panel. */
export interface PortfolioStrategyOptions {
  /**
   * Which entries come first, the highest value of this expression at the close of the signal; it may name parameters and
   * `let` of the strategy. That of the settings where left out, or by index.
   */
  readonly rank?: ExpressionInput;
  /** Values of parameters by name; defaults where left out. */
  readonly params?: Readonly<Record<string, number>>;
  /** The sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
}

/** A strategy that is ready to run over a panel. */
export interface StrategyRun {
  /** The strategy. */
  readonly strategy: Strategy;
  /** What entries are ranked by; nothing: their index. */
  readonly rank: Expression | undefined;
  /** Values of the parameters of strategy and rank. */
  readonly params: ParamValues;
  /** The sides to trade. */
  readonly direction: Direction;
}

/**
 * Reads a strategy for a panel, and refuses what it cannot do there.
 *
 * @throws {DefinitionError} For anything wrong with definition, options, parameters or columns, and for what is not
 * supported over many assets, each with its path.
 */
export function readStrategyRun(
  definition: Strategy | StrategyInput,
  options: PortfolioStrategyOptions,
  { panel, settings }: { readonly panel: Panel; readonly settings: GroupedSettings },
): StrategyRun {
  const made = strategy(definition);
  const attempted = `run strategy ${JSON.stringify(made.name)} over the panel`;
  const problems: Problem[] = [];
  const known = ["rank", "params", "direction"];
  readObject(options, { path: "options", problems }, known);
  throwProblems(attempted, problems);
  const direction = readChoice<Direction>(
    options.direction,
    { path: "direction", problems },
    ["BOTH", "LONG", "SHORT"],
  );
  refuseNoSide(made, direction, problems);
  const { rank, params: ofRank } = readRank(rankOf(options, settings), made, problems);
  problems.push(...unsupportedParts(made, settings));
  throwProblems(attempted, problems);
  checkColumns(made, { symbol: "", columns: panel.columns }, { settings });
  const params = paramsOf(made, ofRank, { given: options.params ?? {}, attempted });
  if (rank !== undefined) checkRank(rank, made, { panel, params, problems });
  throwProblems(attempted, problems);
  return { strategy: made, rank, params, direction };
}

function refuseNoSide({ long, short }: Strategy, direction: Direction, problems: Problem[]): void {
  if (long !== undefined && direction !== "SHORT") return;
  if (short !== undefined && direction !== "LONG") return;
  const message = "Expected a side to trade but the direction leaves none";
  problems.push({ path: "direction", message });
}

function rankOf(
  { rank }: PortfolioStrategyOptions,
  settings: GroupedSettings,
): ExpressionInput | undefined {
  return rank ?? (settings.rank === "" ? undefined : settings.rank);
}

/** The expression to rank by, with the parameters that it brings itself. */
function readRank(
  input: ExpressionInput | undefined,
  strategy: Strategy,
  problems: Problem[],
): { readonly rank: Expression | undefined; readonly params: readonly Param[] } {
  if (input === undefined) return { rank: undefined, params: [] };
  const params = new Map<string, Param>();
  const declared = new Map(Object.entries(strategy.params));
  const lets = new Map(Object.entries(strategy.let));
  const reading = { path: "rank", problems, declared, lets, params };
  const rank = readExpression(input, reading, "number");
  if (rank !== undefined) refuseSharedNames([...expressionsOf(strategy), rank], problems);
  return { rank, params: [...params.values()].filter(({ name }) => !declared.has(name)) };
}

/** Values of the strategy's parameters and of those that only the rank has. */
function paramsOf(
  strategy: Strategy,
  ofRank: readonly Param[],
  { given, attempted }: {
    readonly given: Readonly<Record<string, number>>;
    readonly attempted: string;
  },
): ParamValues {
  const isOfRank = (name: string): boolean => ofRank.some((param) => param.name === name);
  const part = (wanted: boolean): Record<string, number> =>
    Object.fromEntries(Object.entries(given).filter(([name]) => isOfRank(name) === wanted));
  const values = paramValues(strategy, part(false));
  const problems: Problem[] = [];
  const own = valuesOf(ofRank, part(true), { of: "the rank", problems });
  throwProblems(attempted, problems);
  return new Map([...values, ...own]);
}

function checkRank(
  rank: Expression,
  strategy: Strategy,
  { panel, params, problems }: {
    readonly panel: Panel;
    readonly params: ParamValues;
    readonly problems: Problem[];
  },
): void {
  const path = "rank";
  const names = [...Object.keys(strategy.params), ...Object.keys(strategy.let)];
  const known = [...panel.columns.keys(), ...names];
  checkColumnsOf(rank, panel, { path, known, problems });
  problems.push(...staticProblems(rank, path, params));
}
