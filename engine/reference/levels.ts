import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { LevelForm } from "../../codegen/define/types.ts";
import { areDefined, type EntryValues } from "./entry_values.ts";
import { onGrid } from "./grid.ts";
import type { Market, SideSign } from "./plan.ts";

/** The levels that are counted from the average price, on the grid. */
export interface Levels {
  readonly stopLoss: number | undefined;
  readonly takeProfit: number | undefined;
  /** Of every part, gone out or not; nearest first. */
  readonly parts: readonly number[];
}

/** What the rules make of an entry. */
export interface EntryLevels {
  readonly values: EntryValues;
  readonly levels: Levels;
  /** First level of the trail. */
  readonly trail: number | undefined;
  /** R: the distance to the stop that is in force first; NaN without one. */
  readonly risk: number;
  /** That stop. */
  readonly firstStop: number | undefined;
}

/** An entry whose levels are looked at. */
export interface LevelEntry {
  readonly side: SideSign;
  /** The rules as they are for this entry. */
  readonly values: EntryValues;
  /** Fill price with slippage: the base B of every level. */
  readonly price: number;
}

/** What a level is counted from. */
export interface LevelBase {
  readonly side: SideSign;
  /** Average price of the position. */
  readonly average: number;
  /** R of the first entry. */
  readonly risk: number;
}

/** The levels of an entry, or why it is refused. */
export function entryLevels(
  plan: Market,
  { side, values, price }: LevelEntry,
): EntryLevels | { readonly refused: OrderReason } {
  const { trailingStop } = values;
  const stopLoss = levelsAt(plan, values, { side, average: price, risk: NaN }).stopLoss;
  const trail = trailingStop === undefined
    ? undefined
    : stopLevel(plan, { ...trailingStop, base: price, side });
  const firstTrail = trailingStop?.after === undefined ? trail : undefined;
  const firstStop = stopLoss === undefined || firstTrail === undefined
    ? stopLoss ?? firstTrail
    : tighter(stopLoss, firstTrail, side);
  const risk = firstStop === undefined ? NaN : side * (price - firstStop);
  const levels = levelsAt(plan, values, { side, average: price, risk });
  const stops = [stopLoss, trail].filter((level) => level !== undefined);
  const gains = [levels.takeProfit, ...levels.parts].filter((level) => level !== undefined);
  if (!areDefined(values) || ![...stops, ...gains].every(Number.isFinite)) {
    return { refused: "levelUndefined" };
  }
  const below = (level: number): boolean => side === 1 ? level < price : level > price;
  const above = (level: number): boolean => side === 1 ? level > price : level < price;
  if (!stops.every(below) || !gains.every(above)) return { refused: "levelBeyondEntry" };
  return { values, levels, trail, risk, firstStop };
}

/** The levels counted from an average price. */
export function levelsAt(plan: Market, values: EntryValues, base: LevelBase): Levels {
  const { side, average, risk } = base;
  const gain = (form: LevelForm, value: number): number => {
    const level = away(average, { form, value, up: side === 1, risk });
    return onGrid(level, plan.settings.tick, side === 1 ? "up" : "down");
  };
  const { stopLoss, takeProfit } = values;
  const { form, parts } = values.scaleOut ?? { form: "fraction", parts: [] };
  return {
    stopLoss: stopLoss === undefined
      ? undefined
      : stopLevel(plan, { ...stopLoss, base: average, side }),
    takeProfit: takeProfit === undefined ? undefined : gain(takeProfit.form, takeProfit.value),
    parts: parts.map(({ at }) => gain(form, at)),
  };
}

/** A stop counted from the entry or from a water mark, on the grid against the trader. */
export function stopLevel(
  plan: Market,
  stop: {
    readonly form: LevelForm;
    readonly value: number;
    readonly base: number;
    readonly side: SideSign;
  },
): number {
  const { form, value, base, side } = stop;
  const level = away(base, { form, value, up: side === -1, risk: NaN });
  return onGrid(level, plan.settings.tick, side === 1 ? "down" : "up");
}

/** The tighter of two stop levels: the higher for a long, the lower for a short. */
export function tighter(a: number, b: number, side: SideSign): number {
  return side === 1 ? Math.max(a, b) : Math.min(a, b);
}

/** A level above or below a base. */
export function away(
  base: number,
  { form, value, up, risk }: {
    readonly form: LevelForm;
    readonly value: number;
    readonly up: boolean;
    readonly risk: number;
  },
): number {
  switch (form) {
    case "fraction":
      return up ? base * (1 + value) : base * (1 - value);
    case "distance":
      return up ? base + value : base - value;
    case "riskMultiple":
      return up ? base + value * risk : base - value * risk;
    case "price":
      return value;
  }
}
