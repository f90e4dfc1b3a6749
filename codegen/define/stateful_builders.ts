import { call, type ConditionInput, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** Bars since the condition was last true, 0 on such a bar; NaN before the first. */
export function barsSince(condition: ConditionInput): Expression {
  return call("barsSince", [condition]);
}

/** Highest x from the last bar on which the condition was true up to now; NaN before the first. */
export function highestSince(condition: ConditionInput, x: NumberInput): Expression {
  return call("highestSince", [condition, x]);
}

/** Lowest x from the last bar on which the condition was true up to now; NaN before the first. */
export function lowestSince(condition: ConditionInput, x: NumberInput): Expression {
  return call("lowestSince", [condition, x]);
}

/** x on the last bar on which the condition was true, or on the k-th such bar before it; NaN where there is none. */
export function valueWhen(
  condition: ConditionInput,
  x: NumberInput,
  k: NumberInput = 0,
): Expression {
  return call("valueWhen", [condition, x, k]);
}

/** Running sum of x; on a bar on which `reset` is true it begins again with that bar's x. */
export function cum(x: NumberInput, reset: ConditionInput = false): Expression {
  return call("cum", [x, reset]);
}
