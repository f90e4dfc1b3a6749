import type { Call, Expression } from "../../codegen/define/expression.ts";
import type { Bars } from "../data/bars.ts";
import { customColumn } from "../data/custom_column.ts";
import { clockValues } from "./clock.ts";
import { type Indicator, indicators } from "./indicators.ts";
import { barsBack, indicatorNumbers, lookBack } from "./look_back.ts";
import { conditionNames, operators, truth } from "./operators.ts";
import { statefulValues } from "./stateful.ts";
import { anchoredVwap } from "./vwap.ts";

/**
 * The value of an expression on every bar; conditions are 1 and 0.
 *
 * Before the look-back a number is NaN and a condition 0. A parameter that is not in `params` has its default.
 * Sections 2 and 3 of `docs/semantics.md`.
 *
 * @throws {RangeError} If a column or function is unknown, or a length is out of range.
 * @throws {TypeError} If a length or lag depends on a bar.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const column = Float64Array.of(1, 2, 4);
 * const bars = {
 *   symbol: "X", length: 3, time: Float64Array.of(0, 1, 2),
 *   open: column, high: column, low: column, close: column, volume: column,
 *   columns: new Map([["close", column]]),
 * };
 * const close = { tag: "column", name: "close" } as const;
 * const mean = { tag: "call", name: "sma", args: [close, { tag: "number", value: 2 }] } as const;
 * assertEquals(evaluate(mean, bars, new Map()), Float64Array.of(NaN, 1.5, 3));
 * ```
 */
export function evaluate(
  expression: Expression,
  bars: Bars,
  params: ReadonlyMap<string, number>,
): Float64Array {
  const from = Math.min(lookBack(expression, params), bars.length);
  // No reader of a part looks at a bar before the part's look-back, so that blanking each part is the same as
  // blanking the whole.
  const blank = isCondition(expression) ? 0 : NaN;
  return rawValues(expression, bars, params).fill(blank, 0, from);
}

/** Whether an expression yields true and false. */
function isCondition(expression: Expression): boolean {
  if (expression.tag === "boolean") return true;
  if (expression.tag !== "call") return false;
  if (expression.name === "?:") return isCondition(expression.args[1]);
  if (expression.name === "lag") return isCondition(expression.args[0]);
  return conditionNames.has(expression.name) || indicators.get(expression.name)?.condition === true;
}

function rawValues(
  expression: Expression,
  bars: Bars,
  params: ReadonlyMap<string, number>,
): Float64Array {
  const everywhere = (value: number): Float64Array => new Float64Array(bars.length).fill(value);
  switch (expression.tag) {
    case "number":
      return everywhere(expression.value);
    case "boolean":
      return everywhere(truth(expression.value));
    case "param":
      return everywhere(params.get(expression.name) ?? expression.default);
    case "column":
      return columnValues(expression.name, bars);
    case "custom":
      return Float64Array.from(customColumn(expression, bars));
    case "text":
      throw new RangeError(`Cannot evaluate the text ${JSON.stringify(expression.value)}`);
    case "call": {
      const clock = clockValues(expression, bars);
      if (clock !== undefined) return clock;
      const stateful = statefulValues(expression, {
        valuesOf: (argument) => evaluate(argument, bars, params),
        from: lookBack(expression, params),
        params,
      });
      if (stateful !== undefined) return stateful;
      const vwap = vwapValues(expression, bars, params);
      if (vwap !== undefined) return vwap;
      const indicator = indicators.get(expression.name);
      return indicator === undefined
        ? operatorValues(expression, bars, params)
        : indicatorValues(expression, indicator, { bars, params });
    }
  }
}

function columnValues(name: string, bars: Bars): Float64Array {
  const column = bars.columns.get(name);
  if (column === undefined) {
    throw new RangeError(
      `Cannot evaluate column "${name}": expected one of ${[...bars.columns.keys()].join(", ")}`,
    );
  }
  return Float64Array.from(column);
}

/** The averages that begin again; nothing for other calls. */
function vwapValues(
  { name, args }: Call,
  bars: Bars,
  params: ReadonlyMap<string, number>,
): Float64Array | undefined {
  if (name !== "vwap" && name !== "anchoredVwap") return undefined;
  const anchor = name === "vwap" ? { tag: "call" as const, name: "newDay", args } : args[0];
  const values = evaluate(anchor, bars, params);
  return anchoredVwap(bars, { values, from: lookBack(anchor, params) });
}

function indicatorValues(
  call: Call,
  indicator: Indicator,
  { bars, params }: { readonly bars: Bars; readonly params: ReadonlyMap<string, number> },
): Float64Array {
  const none = { values: bars.close, from: 0 };
  const [x = none, y = none] = call.args.slice(0, indicator.series).map((arg) => ({
    values: evaluate(arg, bars, params),
    from: lookBack(arg, params),
  }));
  const numbers = indicatorNumbers(call, indicator, params);
  const outputs = new Map(Object.entries(indicator.outputs({ x, y, bars, numbers })));
  const output = outputs.get(call.output ?? "");
  if (output === undefined) {
    throw new RangeError(
      `Cannot evaluate ${call.name}: expected one of its outputs ${
        [...outputs.keys()].join(", ")
      } but found "${call.output ?? ""}"`,
    );
  }
  return output.values;
}

function operatorValues(
  call: Call,
  bars: Bars,
  params: ReadonlyMap<string, number>,
): Float64Array {
  const valueAt = operatorAt(call, bars, params);
  return Float64Array.from({ length: bars.length }, (_, t) => valueAt(t));
}

/** The value of an operator as a function of the bar; where there is no bar to look back at, that value is NaN. */
function operatorAt(
  call: Call,
  bars: Bars,
  params: ReadonlyMap<string, number>,
): (t: number) => number {
  const args = call.args.map((arg) => evaluate(arg, bars, params));
  const [a, b] = args;
  const at = (column: Float64Array, t: number): number => t < 0 ? NaN : column[t];
  switch (call.name) {
    case "lag": {
      const k = barsBack(call, params);
      return (t) => at(a, t - k);
    }
    case "crossOver":
      return (t) => truth(a[t] > b[t] && at(a, t - 1) <= at(b, t - 1));
    case "crossUnder":
      return (t) => truth(a[t] < b[t] && at(a, t - 1) >= at(b, t - 1));
    case "rising":
    case "falling": {
      // Beyond the data every comparison is with a bar that does not exist, and false.
      const most = Math.min(barsBack(call, params), bars.length);
      const lags = Array.from({ length: most }, (_, j) => j);
      return call.name === "rising"
        ? (t) => truth(lags.every((j) => at(a, t - j) > at(a, t - j - 1)))
        : (t) => truth(lags.every((j) => at(a, t - j) < at(a, t - j - 1)));
    }
  }
  const operator = operators.get(call.name);
  if (operator === undefined) {
    throw new RangeError(
      `Cannot evaluate "${call.name}": expected the name of an operator or indicator`,
    );
  }
  return (t) => operator(...args.map((column) => column[t]));
}
