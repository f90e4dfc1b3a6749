import type { Expression, ValueType } from "./expression.ts";
import { functions } from "./functions.ts";

/** Whether the expression is a number or a condition. */
export function valueType(expression: Expression): ValueType {
  if (expression.tag === "boolean") return "boolean";
  if (expression.tag !== "call") return "number";
  const returns = functions.get(expression.name)?.returns ?? "number";
  return returns === "any" ? valueType(expression.args[1]) : returns;
}
