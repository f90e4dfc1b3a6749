import type { Execution } from "../../../codegen/define/types.ts";
import type { AssetState } from "./asset_state.ts";
import type { SideSign } from "./planned_signals.ts";

/** What the close of a bar asks for one asset. */
export interface Decision {
  /** Whether the entry that waits is taken out. */
  readonly cancelsEntry?: boolean;
  /** The way out: at market, by the order of the side's exit, or by the time rule, which needs no order. */
  readonly exit?: "market" | "order" | "rule";
  /** The side of an entry. */
  readonly enter?: SideSign;
  /** Why it needs no slot of its own; left out: it does. */
  readonly keeps?: "addition" | "reversal" | "replacement";
}

/** What a decision depends on beside the asset. */
export interface Reading {
  readonly execution: Execution;
  /** Whether the strategy's filter lets enters of the bar pass. */
  readonly passes: boolean;
  /** Bars after which a time rule closes. */
  readonly timeStop: number;
}

/** Reads the signals at the close of the asset's bar, section 5 of docs/semantics.md. */
export function decide(state: AssetState, reading: Reading): Decision {
  const { bar, side, filledOnClose, timedOut } = state;
  const { execution: { fill, opposite } } = reading;
  // A fill at the close is the last thing that happens at it.
  if (filledOnClose === bar && fill === "close") return {};
  if (timedOut?.bar === bar) {
    const wanted = wantedSide(state, reading, timedOut.cooldownEnd);
    const turns = wanted !== undefined && wanted !== timedOut.side && opposite === "reverse";
    return turns ? { exit: "rule", enter: wanted, keeps: "reversal" } : {};
  }
  const wanted = wantedSide(state, reading, state.cooldownEnd);
  return side === 0 ? decideFlat(state, wanted) : decideHeld(state, reading, { side, wanted });
}

function decideHeld(
  state: AssetState,
  { execution, timeStop }: Reading,
  { side, wanted }: { readonly side: SideSign; readonly wanted: SideSign | undefined },
): Decision {
  const { opposite, pyramid, fill } = execution;
  const { bar, entryBar, additions, plan, entry, exit: waiting } = state;
  // A way out that waits for volume is waited for.
  if (waiting?.isMarket || (entry !== undefined && entry.side !== side)) return {};
  const timeIsUp = fill === "nextOpen" && bar - entryBar >= timeStop - 1;
  const exit = timeIsUp ? "rule" : "market";
  if (wanted !== undefined && wanted !== side && opposite !== "ignore") {
    return opposite === "reverse" ? { exit, enter: wanted, keeps: "reversal" } : { exit };
  }
  if (timeIsUp) return { exit };
  if (plan.signals.has(side, "exit", bar)) {
    return waiting === undefined ? { exit: "order" } : {};
  }
  const mayAdd = entry === undefined && waiting === undefined && additions < pyramid;
  return wanted === side && mayAdd ? { enter: side, keeps: "addition" } : {};
}

/** While an entry waits, only its side's exit and the other side's enter are read. */
function decideFlat(
  { entry, plan, bar }: AssetState,
  wanted: SideSign | undefined,
): Decision {
  if (entry === undefined) return wanted === undefined ? {} : { enter: wanted };
  if (wanted !== undefined && wanted !== entry.side) {
    return { cancelsEntry: true, enter: wanted, keeps: "replacement" };
  }
  return plan.signals.has(entry.side, "exit", bar) ? { cancelsEntry: true } : {};
}

/** The side whose enter stands; `conflict` picks where both are true, cooldown and filter silence both. */
function wantedSide(
  { bar, plan }: AssetState,
  { execution: { conflict }, passes }: Reading,
  cooldownEnd: number,
): SideSign | undefined {
  if (!passes || bar < cooldownEnd) return undefined;
  const long = plan.signals.has(1, "enter", bar);
  const short = plan.signals.has(-1, "enter", bar);
  if (long && short) return conflict === "none" ? undefined : conflict === "long" ? 1 : -1;
  return long ? 1 : short ? -1 : undefined;
}
