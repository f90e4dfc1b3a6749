import type { Expression } from "../../codegen/define/expression.ts";
import { isStaticExpression } from "../../codegen/define/static.ts";
import { Printer } from "../../codegen/define/print.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import { valueType } from "../../codegen/define/value_type.ts";
import type { Bars } from "../data/bars.ts";
import { evaluate } from "../reference/mod.ts";

/** Values of expressions on a bar, by name: conditions are true or false. */
export type TracedValues = Readonly<Record<string, number | boolean>>;

/**
 * What the signals of a strategy are decided by: its named expressions, then what its conditions compare, by their text.
 *
 * @returns The values on a bar.
 */
export function tracedValues(
  strategy: Strategy,
  bars: Bars,
  { params, direction }: {
    readonly params: ReadonlyMap<string, number>;
    readonly direction: Direction;
  },
): (t: number) => TracedValues {
  const columns = [...namedExpressions(strategy, direction)].map(([name, expression]) => ({
    name,
    values: evaluate(expression, bars, params),
    condition: valueType(expression) === "boolean",
  }));
  return (t) =>
    Object.fromEntries(
      columns.map(({ name, values, condition }) => [name, condition ? values[t] === 1 : values[t]]),
    );
}

function namedExpressions(strategy: Strategy, direction: Direction): Map<string, Expression> {
  const named = new Map(Object.entries(strategy.let));
  const seen = new Set<Expression>();
  const asText = withoutCode();
  const printer = new Printer({
    lets: [...named].map(([name, expression]) => [name, asText(expression)]),
    reserved: Object.keys(strategy.params),
  });
  const sides = [
    direction === "SHORT" ? undefined : strategy.long,
    direction === "LONG" ? undefined : strategy.short,
  ];
  for (const condition of sides.flatMap((side) => [side?.enter, side?.exit])) {
    if (condition === undefined) continue;
    for (const operand of operandsOf(condition, seen)) {
      const text = printer.print(asText(operand));
      if (!named.has(text)) named.set(text, operand);
    }
  }
  return named;
}

const prices = new Set(["open", "high", "low", "close", "volume"]);

/** The numbers that a condition compares; those that never change and those of the bar itself are left out. */
function operandsOf(condition: Expression, seen: Set<Expression>): Expression[] {
  if (seen.has(condition) || condition.tag !== "call") return [];
  seen.add(condition);
  return condition.args.flatMap((arg) => {
    if (valueType(arg) === "boolean") return operandsOf(arg, seen);
    if (arg.tag === "text" || isStaticExpression(arg)) return [];
    return arg.tag === "column" && prices.has(arg.name) ? [] : [arg];
  });
}

/** Puts in place of a custom column, which has no text, a column of its name. */
function withoutCode(): (expression: Expression) => Expression {
  const made = new Map<Expression, Expression>();
  const make = (expression: Expression): Expression => {
    if (expression.tag === "custom") return { tag: "column", name: expression.name };
    if (expression.tag !== "call") return expression;
    const known = made.get(expression) ?? { ...expression, args: expression.args.map(make) };
    made.set(expression, known);
    return known;
  };
  return make;
}
