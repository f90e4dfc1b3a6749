import type { Expression } from "./expression.ts";

/** Values of parameters by name. */
export type ParamValues = ReadonlyMap<string, number>;

/** Operators that static arithmetic may use, on numbers; conditions are 1 and 0. */
const apply: ReadonlyMap<string, (...values: readonly number[]) => number> = new Map([
  ["+", (a: number, b: number) => a + b],
  ["-", (a: number, b: number) => a - b],
  ["*", (a: number, b: number) => a * b],
  ["/", (a: number, b: number) => (b === 0 ? NaN : a / b)],
  ["%", (a: number, b: number) => a % b],
  ["neg", (a: number) => -a],
  ["<", (a: number, b: number) => Number(a < b)],
  ["<=", (a: number, b: number) => Number(a <= b)],
  [">", (a: number, b: number) => Number(a > b)],
  [">=", (a: number, b: number) => Number(a >= b)],
  ["==", (a: number, b: number) => Number(a === b)],
  ["!=", (a: number, b: number) => Number(a < b || a > b)],
  ["&&", (a: number, b: number) => a && b],
  ["||", (a: number, b: number) => a || b],
  ["!", (a: number) => 1 - a],
  ["?:", (p: number, a: number, b: number) => (p ? a : b)],
  ["abs", Math.abs],
  ["min", (a: number, b: number) => Math.min(a, b)],
  ["max", (a: number, b: number) => Math.max(a, b)],
  ["sqrt", Math.sqrt],
  ["log", (a: number) => (a > 0 ? Math.log(a) : NaN)],
  ["exp", Math.exp],
  ["floor", Math.floor],
  ["round", (a: number) => (a < 0 ? -Math.round(-a) : Math.round(a))],
  ["sign", Math.sign],
  ["nz", (a: number, b: number) => (a !== a ? b : a)],
  ["isNaN", (a: number) => Number(a !== a)],
  ["between", (a: number, low: number, high: number) => Number(a >= low && a <= high)],
]);

/** Whether an expression has one value for a whole run: numbers, parameters and arithmetic of them. */
export function isStaticExpression(expression: Expression): boolean {
  if (["column", "custom", "text"].includes(expression.tag)) return false;
  if (expression.tag !== "call") return true;
  return apply.has(expression.name) && expression.args.every(isStaticExpression);
}

/** Value of a static expression; a condition gives 1 or 0. Parameters that are not given have their default. */
export function staticValue(expression: Expression, values: ParamValues): number {
  switch (expression.tag) {
    case "number":
      return expression.value;
    case "boolean":
      return Number(expression.value);
    case "param":
      return values.get(expression.name) ?? expression.default;
    case "column":
    case "custom":
    case "text": {
      const found = expression.tag === "text" ? expression.value : expression.name;
      throw new TypeError(
        `Cannot read a fixed number: expected numbers and parameters but found ${expression.tag} "${found}"`,
      );
    }
    case "call": {
      const operation = apply.get(expression.name);
      if (operation === undefined) {
        throw new TypeError(`Cannot take the value of ${expression.name}() before a run`);
      }
      return operation(...expression.args.map((arg) => staticValue(arg, values)));
    }
  }
}
