import { expressionsOf } from "../../codegen/define/custom_column.ts";
import { paramValues } from "../../codegen/define/param_values.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readChoice } from "../../codegen/define/read_object.ts";
import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import { staticProblems } from "../../codegen/define/static_checks.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Direction, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { barsOfRun } from "../data/custom_column.ts";
import { runReference } from "../reference/mod.ts";
import { type BarBound, barRange } from "./bar_range.ts";
import { checkColumns, checkColumnsOf } from "./check_columns.ts";
import { rowGatherer, type TraceRow } from "./trace_rows.ts";
import { tracedValues } from "./traced_values.ts";

/** Which bars are told of, and how the strategy is run. */
export type TraceOptions = SettingsInput & {
  /** First bar, by index, or first moment; the beginning where left out. */
  readonly from?: BarBound;
  /** First bar, by index, or first moment not taken, or as text the last day; the end where left out. */
  readonly to?: BarBound;
  /** Values of the strategy's parameters by name; defaults where left out. */
  readonly params?: Readonly<Record<string, number>>;
  /** The sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
};

/**
 * Tells bar by bar what a run does: values, signals, levels in force, orders, fills, refusals, position and equity.
 *
 * The whole run goes through the reference engine, which agrees with the compiled one on every bit; rows are made for the
 * bars asked for.
 *
 * @param definition A strategy, or its definition.
 * @param bars Made by `barsFrom` or `readBars`.
 * @param options The range, in which a number is the index of a bar, cut to the bars that there are; settings and
 * particulars of the run.
 * @throws {DefinitionError} For anything wrong with definition, settings, parameters or missing columns; in named
 * expressions that nothing uses too.
 * @throws {DataError} If a custom column cannot be filled.
 * @throws {RangeError} If `from` or `to` is neither an index nor a time, or `from` is after `to`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * const time = ["2020-01-01", "2020-01-02", "2020-01-03"];
 * const bars = barsFrom({ time, close: [10, 11, 9] }, { priceOnly: true });
 * const dip = { name: "dip", long: { enter: "close < 11" }, risk: [{ stopLoss: 0.1 }], size: 1 };
 * const rows = traceRun(dip, bars, { from: 1, to: "2020-01-03" });
 * assertEquals(rows.map(({ signals }) => signals), [[], ["long.enter"]]);
 * assertEquals(rows.map(({ levels }) => levels[0].stop?.price), [9.9, 9.9]);
 * const fills = rows.flatMap(({ actions }) => actions).filter((action) => action.type === "fill");
 * assertEquals(fills.map(({ what, price, reason }) => [what, price, reason]), [
 *   ["entry", 11, null],
 *   ["exit", 9, "stopLoss"],
 * ]);
 * ```
 */
export function traceRun(
  definition: Strategy | StrategyInput,
  bars: Bars,
  { from, to, params: given, direction = "BOTH", ...rest }: TraceOptions = {},
): readonly TraceRow[] {
  const made = strategy(definition);
  const problems: Problem[] = [];
  readChoice(direction, { path: "direction", problems }, ["BOTH", "LONG", "SHORT"]);
  throwProblems("trace a run", problems);
  const resolved = settings(rest);
  const params = paramValues(made, given);
  checkColumns(made, bars, { settings: resolved });
  checkNamed(made, bars, params);
  const own = barsOfRun(bars, expressionsOf(made));
  const gatherer = rowGatherer(barRange(own, { from, to }));
  const run = { params, direction };
  runReference(made, own, { ...run, settings: resolved, trace: gatherer.add });
  return gatherer.rows(own, tracedValues(made, own, run));
}

/** A run does not look at named expressions that nothing uses; their values are told all the same. */
function checkNamed(
  strategy: Strategy,
  bars: Bars,
  values: ReadonlyMap<string, number>,
): void {
  const problems: Problem[] = [];
  const known = [...bars.columns.keys(), ...Object.keys(strategy.params)];
  for (const [name, expression] of Object.entries(strategy.let)) {
    const path = `let.${name}`;
    checkColumnsOf(expression, bars, { path, known, problems });
    problems.push(...staticProblems(expression, path, values));
  }
  throwProblems(`trace strategy ${JSON.stringify(strategy.name)}`, problems);
}
