import type { Trade } from "./account.ts";
import type { Market } from "./plan.ts";
import type { Position } from "./position.ts";

/** Whether bar `t` counts whole for a position that stands through it, not only with its close. */
export function isHeldWhole(position: Position, t: number): boolean {
  return position.opened !== "inside" || position.entryIndex !== t;
}

/** Takes a bar that the position stands through into what excursions are measured from. */
export function takeIn(position: Position, plan: Market, t: number): void {
  const { high, low, close } = plan.bars;
  const isWhole = isHeldWhole(position, t);
  position.highest = Math.max(position.highest, isWhole ? high[t] : close[t]);
  position.lowest = Math.min(position.lowest, isWhole ? low[t] : close[t]);
}

/** The largest gain and loss of a row against the average price, and further prices that it met. */
export function excursionsOf(
  { side, average, highest, lowest }: Position,
  { multiplier }: Market,
  { quantity, prices }: { readonly quantity: number; readonly prices: readonly number[] },
): Pick<Trade, "mfe" | "mae"> {
  const top = Math.max(average, highest, ...prices);
  const bottom = Math.min(average, lowest, ...prices);
  return side === 1
    ? {
      mfe: (top - average) * quantity * multiplier,
      mae: (bottom - average) * quantity * multiplier,
    }
    : {
      mfe: (average - bottom) * quantity * multiplier,
      mae: (average - top) * quantity * multiplier,
    };
}
