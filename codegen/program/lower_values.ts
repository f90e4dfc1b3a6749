import type { Expression } from "../define/expression.ts";
import { isStaticExpression } from "../define/static.ts";
import type { Gain, RestingOrder, Strategy } from "../define/types.ts";
import type { Lowering } from "./lower.ts";
import type { Program, Signal, SignalValue, ValueKey } from "./program.ts";
import type { Shape } from "./shape.ts";
import { volatilityFraction } from "./volatility_fraction.ts";

/** What a strategy reads at the close of a signal bar, and the level that a trail in price form reads at every close. */
export function lowerValues(
  strategy: Strategy,
  shape: Shape,
  lowering: Lowering,
): { values: Program["values"]; trailSeries: Signal | undefined } {
  const values = new Map<ValueKey, SignalValue>();
  let series = 0;
  const add = (key: ValueKey, expression: Expression): void => {
    if (isStaticExpression(expression)) {
      const slot = lowering.static(expression);
      values.set(key, { kind: "number", slot });
    } else {
      const node = lowering.lower(expression);
      const start = lowering.number(`${key}Start`, node.first, true);
      values.set(key, { kind: "series", node, index: series++, start });
    }
  };
  let trailSeries: Signal | undefined;
  for (const rule of strategy.risk) {
    if (rule.type === "timeStop") {
      lowering.number("holdBars", lowering.static(rule.bars, true).value, true);
    } else if (rule.type === "breakEven") {
      add("evenAfter", rule.after.value);
      add("evenOffset", rule.offset);
    } else if (rule.type === "scaleOut") {
      lowerParts(rule.parts, lowering);
    } else if (rule.type === "sessionEnd") {
      const { minute } = rule;
      lowering.number("sessionClose", () => minute * 60_000);
    } else {
      add(rule.type, rule.value);
      if (rule.type === "trailingStop" && rule.form === "price") {
        const node = lowering.lower(rule.value);
        trailSeries = { node, start: lowering.number("trailSeriesStart", node.first, true) };
      }
      addGain(rule.after);
    }
  }
  lowerSize(strategy, lowering, (value) => add("size", value));
  for (const side of ["long", "short"] as const) {
    if (!shape[side]) continue;
    addOrder(`${side}Entry`, strategy[side]?.entry);
    addOrder(`${side}Exit`, strategy[side]?.exitOrder);
  }
  return { values, trailSeries };

  function addGain(after: Gain | undefined): void {
    if (after !== undefined) add("trailAfter", after.value);
  }

  function addOrder(
    word: "longEntry" | "longExit" | "shortEntry" | "shortExit",
    order: RestingOrder | undefined,
  ): void {
    if (order === undefined) return;
    if (order.price !== undefined) add(`${word}Price`, order.price);
    if (order.limit !== undefined) add(`${word}Limit`, order.limit);
    if (order.expires !== undefined) {
      lowering.number(`${word}Bars`, lowering.static(order.expires, true).value, true);
    }
  }
}

/** Gains and fractions of the parts, each list without gaps so that code can count through it. */
function lowerParts(
  parts: readonly { readonly at: Expression; readonly fraction: Expression }[],
  lowering: Lowering,
): void {
  const gains = parts.map(({ at }) => lowering.static(at).value);
  const fractions = parts.map(({ fraction }) => lowering.static(fraction).value);
  gains.forEach((value, index) => lowering.number(`partAt${index}`, value));
  fractions.forEach((value, index) => lowering.number(`partFraction${index}`, value));
  lowering.number("partsClose", (values, settings) => {
    const sum = fractions.reduce((all, fraction) => all + fraction(values, settings), 0);
    return sum >= 1 - 1e-9 ? 1 : 0;
  }, true);
}

function lowerSize(
  { size }: Strategy,
  lowering: Lowering,
  add: (value: Expression) => void,
): void {
  if (size.type === "volatilityTarget") return add(volatilityFraction(size));
  if (size.type !== "kelly") return add(size.value);
  lowering.number("kellyFraction", lowering.static(size.fraction).value);
  lowering.number("kellyTrades", lowering.static(size.trades, true).value, true);
  lowering.number("kellyLeast", lowering.static(size.least).value);
}
