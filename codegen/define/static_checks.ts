import type { Call, Expression } from "./expression.ts";
import { isStatic } from "./function_spec.ts";
import { functions } from "./functions.ts";
import { placesOf } from "./places.ts";
import type { Problem } from "./problem.ts";
import { refuseParts } from "./scale_out.ts";
import { isStaticExpression, type ParamValues, staticValue } from "./static.ts";
import { refuseStaticValue, staticArguments } from "./static_arguments.ts";
import type { Strategy } from "./types.ts";

/** A check of lengths, levels or sizes under the values of parameters. */
export interface StaticCheck {
  /** The parameters that it reads; it finds the same where these are equal. */
  readonly params: ReadonlySet<string>;
  /** What is wrong with the values. */
  readonly find: (values: ParamValues) => readonly Problem[];
}

const known = new WeakMap<Strategy, readonly StaticCheck[]>();

/** All checks of a strategy, in the order of its definition. */
export function strategyChecks(strategy: Strategy): readonly StaticCheck[] {
  const found = known.get(strategy) ?? findChecks(strategy);
  known.set(strategy, found);
  return found;
}

function findChecks(strategy: Strategy): StaticCheck[] {
  const places = placesOf(strategy).flatMap(({ path, expression, refuse }) => {
    const checks = expressionChecks(expression, path);
    if (refuse === undefined || !isStaticExpression(expression)) return checks;
    const find = (values: ParamValues): Problem[] => {
      const message = refuse(staticValue(expression, values));
      return message === undefined ? [] : [{ path, message }];
    };
    return [...checks, { params: paramsOf([expression]), find }];
  });
  const parts = strategy.risk.flatMap((rule, index) => {
    if (rule.type !== "scaleOut") return [];
    return [{
      params: paramsOf(rule.parts.flatMap(({ at, fraction }) => [at, fraction])),
      find: (values: ParamValues): Problem[] =>
        refuseParts(rule.parts, { path: `risk[${index}].scaleOut`, values }),
    }];
  });
  return [...places, ...parts];
}

/** What is wrong with the lengths, lags and factors in an expression under the values of the parameters. */
export function staticProblems(
  expression: Expression,
  path: string,
  values: ParamValues,
): Problem[] {
  return expressionChecks(expression, path).flatMap(({ find }) => find(values));
}

function expressionChecks(expression: Expression, path: string): StaticCheck[] {
  const seen = new Set<Expression>();
  const checksOf = (node: Expression): StaticCheck[] => {
    if (node.tag !== "call" || seen.has(node)) return [];
    seen.add(node);
    const { args } = functions.get(node.name)!;
    const fixed = node.args.filter((_, index) => isStatic(args[index].type));
    const inner = node.args.filter((_, index) => !isStatic(args[index].type)).flatMap(checksOf);
    if (fixed.length === 0) return inner;
    return [...inner, {
      params: paramsOf(fixed),
      find: (values) => findInCall(node, path, values),
    }];
  };
  return checksOf(expression);
}

function findInCall({ name, args }: Call, path: string, values: ParamValues): Problem[] {
  const spec = functions.get(name)!;
  const problems = args.flatMap((arg, index): Problem[] => {
    const { type, name: argument } = spec.args[index];
    if (!isStatic(type)) return [];
    const value = staticValue(arg, values);
    const message = refuseStaticValue(value, type);
    if (message === undefined) return [];
    const ahead = type === "lag" && value < 0;
    const remedy = ahead ? { remedy: "a negative lag looks ahead" } : {};
    return [{ path, message: message.replace("@", `${argument} of ${name}`), ...remedy }];
  });
  if (problems.length > 0) return problems;
  const together = spec.refuse?.(staticArguments(spec, args, values));
  return together === undefined ? [] : [{ path, message: `${together} in ${name}` }];
}

/** Names of the parameters in expressions. */
function paramsOf(expressions: readonly Expression[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.tag === "param") names.add(node.name);
    else if (node.tag === "call") node.args.forEach(visit);
  };
  expressions.forEach(visit);
  return names;
}
