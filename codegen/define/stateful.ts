import type { ArgumentSpec, FunctionSpec } from "./function_spec.ts";

const condition: ArgumentSpec = { name: "condition", type: "boolean" };
const x: ArgumentSpec = { name: "x", type: "number" };

function call(name: string, args: readonly ArgumentSpec[], summary: string): FunctionSpec {
  return { name, kind: "operator", args, returns: "number", summary };
}

/** Operators that remember something of all bars before. */
export const statefulOperators: readonly FunctionSpec[] = [
  call("barsSince", [condition], "Bars since the condition was last true, 0 on such a bar"),
  call("highestSince", [condition, x], "Highest x since the condition was last true"),
  call("lowestSince", [condition, x], "Lowest x since the condition was last true"),
  call(
    "valueWhen",
    [condition, x, { name: "k", type: "lag", default: 0 }],
    "x on the last bar on which the condition was true, or the k-th before",
  ),
  call(
    "cum",
    [x, { name: "reset", type: "boolean", default: false }],
    "Running sum of x, begun again on a bar on which reset is true",
  ),
];
