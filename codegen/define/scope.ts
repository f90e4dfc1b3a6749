import { checkExpression } from "./check_expression.ts";
import type { Expression, Param, ValueType } from "./expression.ts";
import { type Reading, report } from "./read_object.ts";
import { isStaticExpression, staticValue } from "./static.ts";
import { parseText, type TextScope } from "./text.ts";

/** An expression as written: a node from a builder, text, or a plain number or condition. */
export type ExpressionInput = Expression | string | number | boolean;

/** Reading a strategy: with its declared names, and the parameters seen in use. */
export interface StrategyReading extends Reading {
  /** Parameters that text may name. */
  readonly declared: ReadonlyMap<string, Param>;
  /** Named expressions that text may name. */
  readonly lets: ReadonlyMap<string, Expression>;
  /** Whether names may have dots, as `settings.cash`. */
  readonly dotted?: boolean;
  /** Parameters in use, from text and builders. */
  readonly params: Map<string, Param>;
}

/** Reads an expression of the wanted type from text or nodes. */
export function readExpression(
  value: unknown,
  reading: StrategyReading,
  expected: ValueType | "any",
): Expression | undefined {
  const { path, problems, params } = reading;
  if (typeof value !== "string") {
    return checkExpression(value, expected, { path, problems, params });
  }
  const scope: TextScope = {
    path,
    problems,
    params: reading.declared,
    lets: reading.lets,
    dotted: reading.dotted ?? false,
    // What is sound of a text that is not is checked too, so that all its problems are told at once.
    onPiece: (piece, locate) =>
      void checkExpression(piece, "any", { path, problems, params, locate }),
  };
  const parsed = parseText(value, scope);
  if (parsed === undefined) return undefined;
  const { expression, locate } = parsed;
  return checkExpression(expression, expected, { path, problems, params, locate });
}

/** Reads a number; one that is known before a run is held against its bounds, and with `once` it must be. */
export function readNumberExpression(
  value: unknown,
  reading: StrategyReading,
  { refuse, once = false }: {
    readonly refuse: (value: number) => string | undefined;
    readonly once?: boolean;
  },
): Expression | undefined {
  const expression = readExpression(value, reading, "number");
  if (expression === undefined) return undefined;
  if (!isStaticExpression(expression)) {
    return once ? report(reading, "Expected a number or parameter but found a series") : expression;
  }
  const message = refuse(staticValue(expression, new Map()));
  return message === undefined ? expression : report(reading, message);
}
