import type { Execution } from "../../../codegen/define/types.ts";
import type { Fill } from "../orders.ts";
import type { SideSign } from "./planned_signals.ts";
import type { AssetPlan } from "./strategy_plan.ts";

/** An order that has been submitted and may still fill. */
export interface WaitingOrder {
  readonly number: number;
  readonly side: SideSign;
  /** Whether it is a market order, which only lacking volume keeps waiting. */
  readonly isMarket: boolean;
  /** Time of the last bar on which it works; Infinity: until it is cancelled. */
  readonly lastTime: number;
}

/** What a strategy knows of one asset during a run. */
export interface AssetState {
  readonly index: number;
  readonly plan: AssetPlan;
  /** The asset's last bar so far, by its own count; -1 before the first. */
  bar: number;
  /** Side of what is held; 0 if flat. */
  side: SideSign | 0;
  /** Units held. */
  quantity: number;
  /** Bar of the first entry. */
  entryBar: number;
  /** Entries after it. */
  additions: number;
  /** Profit of the position's trades so far. */
  pnl: number;
  /** First bar on which enters are read again. */
  cooldownEnd: number;
  /** The entry or addition that waits. */
  entry: WaitingOrder | undefined;
  /** The order that waits to close the position. */
  exit: WaitingOrder | undefined;
  /** Whether the next exit of the whole position is half of a reversal. */
  reversing: boolean;
  /** Whether the position goes at market at the close that is read. */
  isLeaving: boolean;
  /** The bar at whose close a time rule has closed a position, its side, and the end of the cooldown before. */
  timedOut:
    | { readonly bar: number; readonly side: SideSign; readonly cooldownEnd: number }
    | undefined;
  /** The last bar at whose close an on-close order filled. */
  filledOnClose: number;
}

/** An asset before its first bar. */
export function newAssetState(index: number, plan: AssetPlan): AssetState {
  return {
    index,
    plan,
    bar: -1,
    side: 0,
    quantity: 0,
    entryBar: -1,
    additions: 0,
    pnl: 0,
    cooldownEnd: 0,
    entry: undefined,
    exit: undefined,
    reversing: false,
    isLeaving: false,
    timedOut: undefined,
    filledOnClose: -1,
  };
}

/** Takes a fill on a bar of the asset, by its own count, into what is known. */
export function noteFill(
  state: AssetState,
  fill: Fill,
  { bar, execution }: { readonly bar: number; readonly execution: Execution },
): void {
  if (fill.reason === "entry") return noteEntry(state, fill, bar);
  state.quantity = state.quantity - fill.quantity;
  state.pnl = state.pnl + fill.pnl;
  if (state.quantity > 0) return;
  const { side, cooldownEnd, reversing, pnl } = state;
  state.side = 0;
  state.quantity = 0;
  state.exit = undefined;
  state.reversing = false;
  const isRested = execution.cooldownAfter === "any" || pnl < 0;
  if (!reversing && isRested) state.cooldownEnd = bar + execution.cooldown;
  if (fill.reason === "timeStop" && execution.fill === "close" && side !== 0) {
    state.timedOut = { bar, side, cooldownEnd };
  }
}

/** Takes in that what closes the position, or has closed it at this close, is half of a reversal: it starts no cooldown. */
export function noteReversal(state: AssetState): void {
  if (state.side !== 0) state.reversing = true;
  else if (state.timedOut !== undefined) state.cooldownEnd = state.timedOut.cooldownEnd;
}

function noteEntry(state: AssetState, { side, quantity }: Fill, bar: number): void {
  if (state.quantity === 0) {
    state.side = side;
    state.entryBar = bar;
    state.additions = 0;
    state.pnl = 0;
  } else state.additions++;
  state.quantity = state.quantity + quantity;
}
