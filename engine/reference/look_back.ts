import type { Call, Expression } from "../../codegen/define/expression.ts";
import { type Indicator, indicators } from "./indicators.ts";
import { staticCount, staticNumber } from "./static_number.ts";

/**
 * The number of bars before the first value of an expression can exist.
 *
 * A parameter that is not in `params` has its default.
 *
 * @throws {RangeError} If a length or lag is not a whole number in its range.
 * @throws {TypeError} If a length or lag depends on a bar.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const close = { tag: "column", name: "close" } as const;
 * const mean = { tag: "call", name: "sma", args: [close, { tag: "number", value: 5 }] } as const;
 * const lagged = { tag: "call", name: "lag", args: [mean, { tag: "number", value: 2 }] } as const;
 * assertEquals(lookBack(lagged, new Map()), 6);
 * ```
 */
export function lookBack(expression: Expression, params: ReadonlyMap<string, number>): number {
  if (expression.tag !== "call") return 0;
  const indicator = indicators.get(expression.name);
  if (indicator !== undefined) {
    const series = expression.args.slice(0, indicator.series);
    const s = Math.max(0, ...series.map((arg) => lookBack(arg, params)));
    const numbers = indicatorNumbers(expression, indicator, params);
    return indicator.lookBack(s, numbers, expression.output);
  }
  const parts = Math.max(0, ...expression.args.map((arg) => lookBack(arg, params)));
  switch (expression.name) {
    case "lag":
    case "rising":
    case "falling":
      return parts + barsBack(expression, params);
    case "crossOver":
    case "crossUnder":
      return parts + 1;
    default:
      return parts;
  }
}

/** The k of `lag`, `rising` and `falling`. */
export function barsBack(call: Call, params: ReadonlyMap<string, number>): number {
  const least = call.name === "lag" ? 0 : 1;
  return staticCount(call.args[1], params, { least, what: call.name });
}

/** The arguments of an indicator after its series. */
export function indicatorNumbers(
  call: Call,
  indicator: Indicator,
  params: ReadonlyMap<string, number>,
): number[] {
  return call.args.slice(indicator.series).map((arg, i) =>
    indicator.factor === "all" || i === indicator.factor
      ? staticNumber(arg, params)
      : staticCount(arg, params, { least: i === indicator.optional ? 0 : 1, what: call.name })
  );
}
