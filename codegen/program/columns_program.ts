import type { Expression } from "../define/expression.ts";
import type { ParamValues } from "../define/static.ts";
import { Lowering } from "./lower.ts";
import type { ColumnsProgram } from "./program.ts";

/** The program that evaluates expressions on every bar. What they have in common is computed once. */
export function columnsProgram(expressions: readonly Expression[]): ColumnsProgram {
  const lowering = new Lowering();
  const results = expressions.map((expression, index) => {
    const node = lowering.lower(expression);
    return { node, start: lowering.number(`result${index}Start`, node.first, true) };
  });
  const { nodes, history } = lowering;
  const steady = (params: ParamValues): number =>
    nodes.reduce((most, node) => Math.max(most, node.first(params) + 1), 0);
  lowering.number("steadyStart", steady, true);
  if (nodes.some((node) => node.kept)) lowering.number("historyBars", history, true);
  return {
    nodes,
    results,
    columns: nodes.flatMap(({ what }) => (what.kind === "column" ? [what.column] : [])),
    numbers: lowering.numbers,
    history,
  };
}
