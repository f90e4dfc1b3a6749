import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { LevelRule } from "../../codegen/define/types.ts";
import type { Position, Trail } from "./account.ts";
import type { Plan, SideSign } from "./plan.ts";

/** The levels of a position at its entry. */
export interface EntryLevels {
  readonly stopLoss: number | undefined;
  readonly takeProfit: number | undefined;
  readonly trail: Trail | undefined;
}

/** An entry whose levels are looked at. */
export interface LevelEntry {
  readonly side: SideSign;
  readonly signalIndex: number;
  /** Fill price with slippage: the base B of every level. */
  readonly price: number;
}

/** The levels of an entry, or why it is refused. */
export function entryLevels(
  plan: Plan,
  entry: LevelEntry,
): EntryLevels | { readonly refused: OrderReason } {
  const rules = plan.levels.map(({ type, form, values }) => {
    const value = values[entry.signalIndex];
    const level = levelAway(entry.price, { form, value, up: isAbove(type, entry.side) });
    return { type, form, values, value, level };
  });
  if (rules.some(({ value, level }) => !Number.isFinite(value) || !Number.isFinite(level))) {
    return { refused: "levelUndefined" };
  }
  const onItsSide = (type: LevelRule["type"], level: number): boolean =>
    isAbove(type, entry.side) ? level > entry.price : level < entry.price;
  if (!rules.every(({ type, level }) => onItsSide(type, level))) {
    return { refused: "levelBeyondEntry" };
  }
  const trailing = rules.find((rule) => rule.type === "trailingStop");
  return {
    stopLoss: rules.find((rule) => rule.type === "stopLoss")?.level,
    takeProfit: rules.find((rule) => rule.type === "takeProfit")?.level,
    trail: trailing === undefined ? undefined : {
      form: trailing.form,
      value: trailing.value,
      values: trailing.values,
      level: trailing.level,
    },
  };
}

/** The level of a trail that follows a water mark. */
export function trailLevel(trail: Trail, mark: number, side: SideSign): number {
  return levelAway(mark, { form: trail.form, value: trail.value, up: side === -1 });
}

/** The tighter of two stop levels: the higher for a long, the lower for a short. */
export function tighter(a: number, b: number, side: SideSign): number {
  return side === 1 ? Math.max(a, b) : Math.min(a, b);
}

/** The stop in force: the tighter of stopLoss and trail; equal ones are named stopLoss. */
export function stopInForce(
  position: Position,
  trail: number | undefined,
): { readonly level: number; readonly reason: "stopLoss" | "trailingStop" } | undefined {
  const { stopLoss, side } = position;
  if (stopLoss === undefined) {
    return trail === undefined ? undefined : { level: trail, reason: "trailingStop" };
  }
  if (trail === undefined || tighter(stopLoss, trail, side) === stopLoss) {
    return { level: stopLoss, reason: "stopLoss" };
  }
  return { level: trail, reason: "trailingStop" };
}

/** Whether a level of this type is above the entry. */
function isAbove(type: LevelRule["type"], side: SideSign): boolean {
  return (type === "takeProfit") === (side === 1);
}

/** A level above or below a base. */
function levelAway(
  base: number,
  { form, value, up }: {
    readonly form: LevelRule["form"];
    readonly value: number;
    readonly up: boolean;
  },
): number {
  switch (form) {
    case "fraction":
      return up ? base * (1 + value) : base * (1 - value);
    case "distance":
      return up ? base + value : base - value;
    case "price":
      return value;
  }
}
