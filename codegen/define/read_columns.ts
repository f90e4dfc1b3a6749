import { refuseSharedNames } from "./custom_column.ts";
import type { Expression, Param } from "./expression.ts";
import { checkParam } from "./param.ts";
import { valuesOf } from "./param_values.ts";
import { type Problem, throwProblems } from "./problem.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readExpression, type StrategyReading } from "./scope.ts";
import { staticProblems } from "./static_checks.ts";
import type { ParamValues } from "./static.ts";

/** Expressions that stand by themselves, checked, with the values of their parameters. */
export interface ReadColumns {
  /** In order. */
  readonly expressions: readonly Expression[];
  /** A value for each parameter in use. */
  readonly params: ParamValues;
}

/**
 * Reads expressions, numbers and conditions, that stand by themselves. Text may name the parameters that are given.
 *
 * @throws {DefinitionError} With every problem at once.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { expressions, params } = readColumns(["sma(close, n)"], { n: 20 });
 * assertEquals([expressions.length, params.get("n")], [1, 20]);
 * ```
 */
export function readColumns(
  inputs: readonly ExpressionInput[],
  given: Readonly<Record<string, number>>,
): ReadColumns {
  const problems: Problem[] = [];
  const params = new Map<string, Param>();
  const declared = new Map<string, Param>();
  const reading: StrategyReading = { path: "", problems, declared, lets: new Map(), params };
  const attempted = "evaluate expressions";
  const read = (input: ExpressionInput, index: number): Expression | undefined =>
    readExpression(input, inside({ ...reading, path: "expressions" }, index), "any");
  readObject(given, { path: "params", problems });
  throwProblems(attempted, problems);
  // Parameters of builders come with their limits: text may name these too.
  const built = inputs.map((input, index) =>
    typeof input === "string" ? undefined : read(input, index)
  );
  declare(given, reading, declared);
  const expressions = inputs.map((input, index) =>
    typeof input === "string" ? read(input, index) : built[index]
  );
  throwProblems(attempted, problems);
  const complete = expressions as Expression[];
  refuseSharedNames(complete, problems);
  const values = valuesOf([...params.values()], given, { of: "the expressions", problems });
  throwProblems(attempted, problems);
  complete.forEach((expression, index) =>
    problems.push(...staticProblems(expression, `expressions[${index}]`, values))
  );
  throwProblems(attempted, problems);
  return { expressions: complete, params: values };
}

function declare(
  given: Readonly<Record<string, number>>,
  { problems, params }: StrategyReading,
  declared: Map<string, Param>,
): void {
  for (const [name, value] of Object.entries(given)) {
    const place = { path: `params.${name}`, problems };
    const param = params.get(name) ??
      checkParam({ tag: "param", name, default: value }, (message) => report(place, message));
    if (param !== undefined) declared.set(name, param);
  }
}
