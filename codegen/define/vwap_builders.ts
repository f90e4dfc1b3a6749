import { call, type ConditionInput, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** Volume-weighted average price of the local day so far, of a time zone. */
export function vwap(zone = "UTC"): Expression {
  return call("vwap", [Object.freeze({ tag: "text", value: zone })]);
}

/** Volume-weighted average price since the condition was last true, that bar included; NaN before the first. */
export function anchoredVwap(anchor: ConditionInput): Expression {
  return call("anchoredVwap", [anchor]);
}

/** Volume-weighted average price of the last n bars. */
export function rollingVwap(n: NumberInput): Expression {
  return call("rollingVwap", [n]);
}
