import type { Expression, Param } from "../../../codegen/define/expression.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { report } from "../../../codegen/define/read_object.ts";
import { readExpression } from "../../../codegen/define/scope.ts";
import { isStaticExpression, staticValue } from "../../../codegen/define/static.ts";
import { meantName } from "../grid/meant_name.ts";
import { sweepStatistics } from "../metrics.ts";
import { paramColumn, type SetResults } from "./set_results.ts";

/** Which sets are wanted: a condition as text, or a function of a set's number. */
export type SetFilter = string | ((set: number) => boolean);

/**
 * Makes a function of a condition over statistics and parameters: `"trades >= 30 && maxDrawdown > -0.2"`.
 *
 * Text is that of strategies, with the names of statistics (as in code or as in files: `max_drawdown`) and of the
 * parameters and settings of the grid, `settings.commission.percent`; of equal names the parameter is meant. A comparison
 * with a statistic that has no value is false; `isNaN(sharpe)` asks for it.
 *
 * @param filter The condition; a function is given back as it is.
 * @throws {DefinitionError} If the text is no condition over these names.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../../data/bars_from.ts";
 * import { sweep } from "../sweep.ts";
 * const close = Array.from({ length: 60 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const bars = barsFrom({ time: close.map((_, day) => day * 86_400_000), close }, { priceOnly: true });
 * const dip = { name: "dip", params: { n: 3 }, long: { enter: "close < sma(close, n)" } };
 * const result = await sweep(dip, bars, { grid: { n: [2, 5, 9] } });
 * const wanted = setFilter(result, "n > 2 && trades >= 1");
 * assertEquals([0, 1, 2].map(wanted), [false, true, true]);
 * ```
 */
export function setFilter(
  results: SetResults,
  filter: SetFilter,
): (set: number) => boolean {
  if (typeof filter === "function") return filter;
  const { grid } = results;
  const columns = new Map<string, () => Float64Array>();
  const nodes = new Map<string, Expression>();
  const add = (names: readonly string[], read: () => Float64Array): void => {
    // The node has a name of its own: "beta" of a text would be the function.
    const node: Param = { tag: "param", name: `column_${columns.size}`, default: 0 };
    columns.set(node.name, read);
    names.forEach((name) => nodes.set(name, node));
  };
  for (const { name, key } of sweepStatistics) add([name, key], () => results.column(name));
  for (const name of grid.names) add([name], () => paramColumn(grid, name));
  const problems: Problem[] = [];
  const reading = {
    path: "filter",
    problems,
    declared: new Map(),
    lets: nodes,
    dotted: true,
    params: new Map(),
  };
  const condition = readExpression(filter, reading, "boolean");
  const used = [...reading.params.keys()] as string[];
  const unknown = condition === undefined ? [] : seriesIn(condition);
  const params = grid.names.length === 0 ? "" : ` or a parameter (${grid.names.join(", ")})`;
  for (const name of unknown) {
    report(
      reading,
      `Expected the name of a statistic${params} but found ${JSON.stringify(name)}`,
      meantName(name, [...nodes.keys()]).remedy ?? "docs/statistics.md lists the statistics",
    );
  }
  throwProblems("filter sets", problems);
  const read = used.map((name) => [name, columns.get(name)!()] as const);
  const values = new Map<string, number>();
  return (set) => {
    for (const [name, column] of read) values.set(name, column[set]);
    return staticValue(condition!, values) === 1;
  };
}

/** Columns and functions of bars, which have no value for a whole run. */
function seriesIn(expression: Expression): string[] {
  if (expression.tag === "column" || expression.tag === "custom") return [expression.name];
  if (expression.tag !== "call") return [];
  const below = [...new Set(expression.args.flatMap(seriesIn))];
  return below.length > 0 || isStaticExpression(expression) ? below : [expression.name];
}
