import { throwProblems } from "../define/problem.ts";
import type { ParamValues } from "../define/static.ts";
import type { Strategy } from "../define/types.ts";
import { barsColumn, isSameColumn } from "./column_source.ts";
import { gatesOf } from "./gates.ts";
import { Lowering } from "./lower.ts";
import { lowerSettings } from "./lower_settings.ts";
import { lowerValues } from "./lower_values.ts";
import type { ColumnSource, Program, Signal, SignalName } from "./program.ts";
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
  const { values, trailSeries } = lowerValues(strategy, shape, lowering);
  lowerSettings(strategy, shape, lowering);
  const { nodes, history, windows } = lowering;
  const first = (params: ParamValues): number =>
    nodes.reduce((most, node) => Math.max(most, node.first(params) + 1), 0);
  lowering.number("steadyStart", first, true);
  if (nodes.some((node) => node.kept)) lowering.number("historyBars", history, true);
  const read = [
    ...nodes.flatMap(({ what }) => (what.kind === "column" ? [what.column] : [])),
    ...columnsOfShape(shape),
  ];
  return {
    shape,
    nodes,
    signals,
    listed: gatesOf([...signals.values()].map(({ node }) => node)) !== undefined,
    values,
    ...(trailSeries === undefined ? {} : { trailSeries }),
    columns: distinct([...filling, ...read]),
    numbers: lowering.numbers,
    history,
    windows,
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

/** Columns that the broker code of a shape reads besides prices. */
function columnsOfShape(
  { slippage, financing, session, filter, dailyLimit }: Shape,
): ColumnSource[] {
  const zones = [session, filter?.zone, dailyLimit].filter((zone) => zone !== undefined);
  return [
    ...(slippage.impact ? [barsColumn("volume")] : []),
    ...(financing.any ? [{ kind: "time" as const }] : []),
    ...(financing.funding === undefined ? [] : [barsColumn(financing.funding)]),
    ...zones.map((zone) => ({ kind: "localTime" as const, zone })),
  ];
}

function distinct(columns: readonly ColumnSource[]): ColumnSource[] {
  return columns.filter((column, index) =>
    columns.findIndex((other) => isSameColumn(other, column)) === index
  );
}
