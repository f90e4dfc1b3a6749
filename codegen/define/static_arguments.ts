import type { Expression } from "./expression.ts";
import { type ArgumentType, type FunctionSpec, isStatic } from "./function_spec.ts";
import { isStaticExpression, type ParamValues, staticValue } from "./static.ts";
import { valueType } from "./value_type.ts";

/** Why an expression cannot be a static argument of that type, with `@` for the argument's name; or nothing. */
export function refuseStatic(
  value: Expression,
  type: ArgumentType,
): string | undefined {
  if (!isStaticExpression(value) || valueType(value) !== "number") {
    return "Expected a number or parameter as @ but found a series";
  }
  return refuseStaticValue(staticValue(value, new Map()), type);
}

/** Why a number cannot be a static argument of that type, with `@` for the argument's name; or nothing. */
export function refuseStaticValue(value: number, type: ArgumentType): string | undefined {
  const least = type === "length" ? 1 : 0;
  if (type === "factor") {
    return Number.isFinite(value) ? undefined : `Expected a finite number as @ but found ${value}`;
  }
  if (Number.isInteger(value) && value >= least && value <= 1e8) return undefined;
  return `Expected a whole number >= ${least} as @ but found ${value}`;
}

/** Values of the static arguments of a call, in order. */
export function staticArguments(
  spec: FunctionSpec,
  args: readonly Expression[],
  values: ParamValues,
): number[] {
  return args.filter((_, index) => isStatic(spec.args[index].type))
    .map((arg) => staticValue(arg, values));
}
