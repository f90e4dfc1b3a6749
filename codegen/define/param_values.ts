import { refuseStaticValue, staticArguments } from "./static_arguments.ts";
import type { Expression, Param } from "./expression.ts";
import { isStatic } from "./function_spec.ts";
import { functions } from "./functions.ts";
import { refuseParamValue } from "./param.ts";
import { placesOf } from "./places.ts";
import { didYouMean, type Problem, throwProblems } from "./problem.ts";
import { readObject } from "./read_object.ts";
import { refuseParts } from "./scale_out.ts";
import { isStaticExpression, type ParamValues, staticValue } from "./static.ts";
import type { Strategy } from "./types.ts";

/**
 * The value of every parameter of a strategy for one run, checked with all that depends on it: lengths, levels, size.
 *
 * @param given Values by name; a parameter that is left out has its default.
 * @throws {DefinitionError} With every problem at once.
 */
export function paramValues(
  strategy: Strategy,
  given: Readonly<Record<string, number>> = {},
): ParamValues {
  const problems: Problem[] = [];
  const attempted = `run strategy ${JSON.stringify(strategy.name)} with these params`;
  readObject(given, { path: "params", problems });
  throwProblems(attempted, problems);
  const params = Object.values(strategy.params);
  const values = valuesOf(params, given, { of: "the strategy", problems });
  if (problems.length === 0) checkStrategy(strategy, values, problems);
  throwProblems(attempted, problems);
  return values;
}

/** The value of every parameter, given or its default; notes what is given in vain and what cannot be used. */
export function valuesOf(
  params: readonly Param[],
  given: Readonly<Record<string, number>>,
  { of, problems }: { readonly of: string; readonly problems: Problem[] },
): ParamValues {
  const names = params.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const wanted = names.length === 0 ? "none" : names.join(", ");
    const message = `Expected a param of ${of} (${wanted}) but found ${JSON.stringify(name)}`;
    problems.push({ path: `params.${name}`, message, ...didYouMean(name, names) });
  }
  const values = new Map<string, number>();
  for (const param of params) {
    const value = Object.hasOwn(given, param.name) ? given[param.name] : param.default;
    const refused = refuseParamValue(param, value);
    if (refused !== undefined) problems.push({ path: `params.${param.name}`, message: refused });
    values.set(param.name, value);
  }
  return values;
}

function checkStrategy(strategy: Strategy, values: ParamValues, problems: Problem[]): void {
  for (const { path, expression, refuse } of placesOf(strategy)) {
    checkStatics(expression, path, { values, problems, seen: new Set() });
    if (refuse === undefined || !isStaticExpression(expression)) continue;
    const message = refuse(staticValue(expression, values));
    if (message !== undefined) problems.push({ path, message });
  }
  strategy.risk.forEach((rule, index) => {
    if (rule.type !== "scaleOut") return;
    problems.push(...refuseParts(rule.parts, { path: `risk[${index}].scaleOut`, values }));
  });
}

/** What checking static arguments needs and gathers. */
export interface StaticCheck {
  readonly values: ParamValues;
  readonly problems: Problem[];
  /** Nodes checked already. */
  readonly seen: Set<Expression>;
}

/** Checks the lengths, lags and factors in an expression under the values of the parameters. */
export function checkStatics(expression: Expression, path: string, check: StaticCheck): void {
  if (expression.tag !== "call" || check.seen.has(expression)) return;
  check.seen.add(expression);
  const { name, args } = expression;
  const spec = functions.get(name)!;
  let fine = true;
  args.forEach((arg, index) => {
    const { type, name: argument } = spec.args[index];
    if (!isStatic(type)) return checkStatics(arg, path, check);
    const message = refuseStaticValue(staticValue(arg, check.values), type);
    if (message === undefined) return;
    fine = false;
    const ahead = type === "lag" && staticValue(arg, check.values) < 0;
    const remedy = ahead ? { remedy: "a negative lag looks ahead" } : {};
    check.problems.push({
      path,
      message: message.replace("@", `${argument} of ${name}`),
      ...remedy,
    });
  });
  const together = fine ? spec.refuse?.(staticArguments(spec, args, check.values)) : undefined;
  if (together !== undefined) check.problems.push({ path, message: `${together} in ${name}` });
}
