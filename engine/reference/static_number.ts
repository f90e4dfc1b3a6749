import type { Expression } from "../../codegen/define/expression.ts";
import { operators } from "./operators.ts";

/**
 * The value of an expression that does not depend on a bar: numbers, parameters and arithmetic of those.
 *
 * @throws {TypeError} If it depends on a bar.
 */
export function staticNumber(
  expression: Expression,
  params: ReadonlyMap<string, number>,
): number {
  switch (expression.tag) {
    case "number":
      return expression.value;
    case "boolean":
      return expression.value ? 1 : 0;
    case "param":
      return params.get(expression.name) ?? expression.default;
    case "column":
    case "custom":
    case "text": {
      const found = expression.tag === "text" ? expression.value : expression.name;
      throw new TypeError(
        `Cannot read a fixed number: expected numbers and parameters but found ${expression.tag} "${found}"`,
      );
    }
    case "call": {
      const operator = operators.get(expression.name);
      if (operator === undefined) {
        throw new TypeError(
          `Cannot read a fixed number: expected arithmetic but found "${expression.name}"`,
        );
      }
      return operator(...expression.args.map((arg) => staticNumber(arg, params)));
    }
  }
}

/**
 * The value of a length, lag or number of bars.
 *
 * @throws {RangeError} If it is not a whole number of at least `options.least`.
 */
export function staticCount(
  expression: Expression,
  params: ReadonlyMap<string, number>,
  options: { readonly least: number; readonly what: string },
): number {
  const count = staticNumber(expression, params);
  if (!Number.isSafeInteger(count) || count < options.least) {
    throw new RangeError(
      `Cannot evaluate ${options.what}: expected a whole number of bars >= ${options.least} but found ${count}`,
    );
  }
  return count;
}
