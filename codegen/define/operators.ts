import type { ArgumentSpec, FunctionSpec } from "./function_spec.ts";
import type { ValueType } from "./expression.ts";

const a: ArgumentSpec = { name: "a", type: "number" };
const b: ArgumentSpec = { name: "b", type: "number" };
const x: ArgumentSpec = { name: "x", type: "number" };
const p: ArgumentSpec = { name: "p", type: "boolean" };
const q: ArgumentSpec = { name: "q", type: "boolean" };

function infix(
  name: string,
  args: readonly ArgumentSpec[],
  meaning: [ValueType, string],
): FunctionSpec {
  const symbol = `${args[0].name} ${name} ${args[1].name}`;
  return { name, kind: "operator", args, returns: meaning[0], summary: meaning[1], symbol };
}

function call(
  name: string,
  args: readonly ArgumentSpec[],
  meaning: [ValueType, string],
): FunctionSpec {
  return { name, kind: "operator", args, returns: meaning[0], summary: meaning[1] };
}

/** Every operator of the expression language. `neg`, `?:` and `lag` are written `-x`, `p ? a : b` and `x[k]` as text. */
export const operators = [
  infix("+", [a, b], ["number", "Sum"]),
  infix("-", [a, b], ["number", "Difference"]),
  infix("*", [a, b], ["number", "Product"]),
  infix("/", [a, b], ["number", "Quotient; NaN where b is 0"]),
  infix("%", [a, b], ["number", "Remainder with the sign of a; NaN where b is 0"]),
  { ...call("neg", [x], ["number", "Negative"]), symbol: "-x" },
  infix("<", [a, b], ["boolean", "Less"]),
  infix("<=", [a, b], ["boolean", "Less or equal"]),
  infix(">", [a, b], ["boolean", "Greater"]),
  infix(">=", [a, b], ["boolean", "Greater or equal"]),
  infix("==", [a, b], ["boolean", "Equal"]),
  infix("!=", [a, b], ["boolean", "Not equal; false where either is NaN"]),
  infix("&&", [p, q], ["boolean", "Both"]),
  infix("||", [p, q], ["boolean", "At least one"]),
  { ...call("!", [p], ["boolean", "Not"]), symbol: "!p" },
  {
    name: "?:",
    kind: "operator",
    args: [p, { name: "a", type: "any" }, { name: "b", type: "any" }],
    returns: "any",
    summary: "a where p holds, else b",
    symbol: "p ? a : b",
  },
  call("lag", [x, { name: "k", type: "lag", default: 1 }], [
    "number",
    "Value k bars ago; x[k] as text",
  ]),
  call("abs", [x], ["number", "Absolute value"]),
  call("min", [a, b], ["number", "Smaller; NaN if either is"]),
  call("max", [a, b], ["number", "Larger; NaN if either is"]),
  call("sqrt", [x], ["number", "Square root; NaN below 0"]),
  call("log", [x], ["number", "Natural logarithm; NaN at and below 0"]),
  call("exp", [x], ["number", "Power of e"]),
  call("floor", [x], ["number", "Largest whole number not above"]),
  call("round", [x], ["number", "Nearest whole number, halves away from zero"]),
  call("sign", [x], ["number", "-1, 0 or 1"]),
  call("crossOver", [a, b], ["boolean", "a is above b and was not one bar ago"]),
  call("crossUnder", [a, b], ["boolean", "a is below b and was not one bar ago"]),
  call("rising", [x, { name: "k", type: "length", default: 1 }], [
    "boolean",
    "Rose on each of the last k bars",
  ]),
  call("falling", [x, { name: "k", type: "length", default: 1 }], [
    "boolean",
    "Fell on each of the last k bars",
  ]),
  call("nz", [x, { name: "y", type: "number", default: 0 }], ["number", "y where x is NaN"]),
  call("isNaN", [x], ["boolean", "Whether there is no value"]),
  call("between", [x, { name: "low", type: "number" }, { name: "high", type: "number" }], [
    "boolean",
    "low <= x <= high",
  ]),
] as const satisfies readonly FunctionSpec[];
