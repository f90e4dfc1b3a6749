import type { Expression } from "../define/expression.ts";
import { throwProblems } from "../define/problem.ts";
import { isStaticExpression, type ParamValues } from "../define/static.ts";
import type { LevelRule, Settings, Strategy } from "../define/types.ts";
import { barsColumn, isSameColumn } from "./column_source.ts";
import { gatesOf } from "./gates.ts";
import { Lowering } from "./lower.ts";
import type { Program, Signal, SignalName, SignalValue } from "./program.ts";
import type { Shape } from "./shape.ts";

/** Columns that filling and marking read whatever the strategy does. */
const filling = ["open", "high", "low", "close"].map(barsColumn);

/**
 * The program of a strategy under settings of a shape.
 *
 * @throws {DefinitionError} If the direction leaves no side to trade.
 */
export function programOf(strategy: Strategy, shape: Shape): Program {
  refuseNoSide(strategy, shape);
  const lowering = new Lowering();
  const signals = lowerSignals(strategy, shape, lowering);
  const { values, trailSeries } = lowerValues(strategy, lowering);
  lowerSettings(lowering);
  const { nodes, history } = lowering;
  const first = (params: ParamValues): number =>
    nodes.reduce((most, node) => Math.max(most, node.first(params) + 1), 0);
  lowering.number("steadyStart", first, true);
  if (nodes.some((node) => node.kept)) lowering.number("historyBars", history, true);
  const read = nodes.flatMap(({ what }) => (what.kind === "column" ? [what.column] : []));
  return {
    shape,
    nodes,
    signals,
    listed: gatesOf([...signals.values()].map(({ node }) => node)) !== undefined,
    values,
    ...(trailSeries === undefined ? {} : { trailSeries }),
    columns: [
      ...filling,
      ...read.filter((column) => !filling.some((filled) => isSameColumn(filled, column))),
    ],
    numbers: lowering.numbers,
    history,
  };
}

function refuseNoSide(strategy: Strategy, { long, short }: Shape): void {
  if (long || short) return;
  const message = "Expected a side to trade but the direction leaves none";
  throwProblems(`run strategy ${JSON.stringify(strategy.name)}`, [{ path: "direction", message }]);
}

function lowerSignals(
  strategy: Strategy,
  shape: Shape,
  lowering: Lowering,
): ReadonlyMap<SignalName, Signal> {
  const sides = [["long", shape.long], ["short", shape.short]] as const;
  const signals = new Map<SignalName, Signal>();
  for (const [side, trades] of sides) {
    const { enter, exit } = (trades ? strategy[side] : undefined) ?? {};
    for (const [kind, condition] of [["Enter", enter], ["Exit", exit]] as const) {
      if (condition === undefined) continue;
      const name: SignalName = `${side}${kind}`;
      const node = lowering.lower(condition);
      signals.set(name, { node, start: lowering.number(`${name}Start`, node.first, true) });
    }
  }
  return signals;
}

function lowerValues(
  strategy: Strategy,
  lowering: Lowering,
): { values: Program["values"]; trailSeries: Signal | undefined } {
  const values = new Map<"stopLoss" | "takeProfit" | "trailingStop" | "size", SignalValue>();
  let series = 0;
  const add = (key: LevelRule["type"] | "size", expression: Expression): void => {
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
      continue;
    }
    add(rule.type, rule.value);
    if (rule.type === "trailingStop" && rule.form === "price") {
      {
        const node = lowering.lower(rule.value);
        trailSeries = { node, start: lowering.number("trailSeriesStart", node.first, true) };
      }
    }
  }
  add("size", strategy.size.value);
  return { values, trailSeries };
}

/** The numbers of the settings that the code may read, under fixed words. */
function lowerSettings(lowering: Lowering): void {
  const numbers: Readonly<Record<string, (settings: Settings) => number>> = {
    leverage: ({ leverage }) => leverage,
    lot: ({ lot }) => lot,
    feePercent: ({ commission }) => commission.percent,
    feePerUnit: ({ commission }) => commission.perUnit,
    feePerOrder: ({ commission }) => commission.perOrder,
    feeMinimum: ({ commission }) => commission.minimum,
    slipPercent: ({ slippage }) => slippage.percent,
    slipFixed: ({ slippage }) => slippage.fixed,
  };
  for (const [word, read] of Object.entries(numbers)) {
    lowering.number(word, (_, settings) => read(settings));
  }
  lowering.number("cooldownBars", (_, { execution }) => execution.cooldown, true);
  lowering.number("lastIndex", () => -1, true);
}
