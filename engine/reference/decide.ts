import type { Account } from "./account.ts";
import type { Plan, SideSign } from "./plan.ts";

/** What the close of a bar asks for. */
export interface Decision {
  /** The way out; `byOrder`: with the order of the side's exit, else at market. */
  readonly exit?: {
    readonly reason: "signal" | "reverse" | "timeStop";
    readonly reversal: boolean;
    readonly byOrder: boolean;
  };
  /** The side of an entry from flat, of the second leg of a reversal, or of an addition. */
  readonly enter?: SideSign;
  /** Whether the entry that waits is taken out. */
  readonly cancelsEntry?: boolean;
}

/** Reads the signals of bar `t`, section 5; `timeIsUp` is what the time rule says. */
export function decide(
  account: Account,
  plan: Plan,
  options: { readonly t: number; readonly timeIsUp: boolean },
): Decision {
  const { t, timeIsUp } = options;
  const wanted = wantedSide(account, plan, t);
  const side = account.position?.side;
  if (side === undefined) return decideFlat(account, plan, { t, wanted });
  const { opposite } = plan.settings.execution;
  const turns = wanted !== undefined && wanted !== side && opposite !== "ignore";
  if (turns) {
    const reversal = opposite === "reverse";
    const reason = timeIsUp ? "timeStop" : reversal ? "reverse" : "signal";
    const exit = { reason, reversal, byOrder: false } as const;
    return reversal ? { exit, enter: wanted } : { exit };
  }
  if (timeIsUp) return { exit: { reason: "timeStop", reversal: false, byOrder: false } };
  if (plan.sides[side].exit[t] === 1) {
    if (account.waitingExit !== undefined) return {};
    return { exit: { reason: "signal", reversal: false, byOrder: true } };
  }
  return wanted === side && mayAdd(account, plan) ? { enter: side } : {};
}

/** While an entry waits, only its side's exit and the other side's enter are read. */
function decideFlat(
  account: Account,
  plan: Plan,
  { t, wanted }: { readonly t: number; readonly wanted: SideSign | undefined },
): Decision {
  const waiting = account.waitingEntry;
  if (waiting === undefined) return wanted === undefined ? {} : { enter: wanted };
  if (wanted !== undefined && wanted !== waiting.side) {
    return { enter: wanted, cancelsEntry: true };
  }
  return { cancelsEntry: plan.sides[waiting.side].exit[t] === 1 };
}

/** Whether the position may have one more addition, and neither an entry nor an exit order waits. */
function mayAdd({ position, waitingEntry, waitingExit }: Account, plan: Plan): boolean {
  if (position === undefined || waitingEntry !== undefined || waitingExit !== undefined) {
    return false;
  }
  return position.additions < plan.settings.execution.pyramid;
}

/** The side whose enter stands; `conflict` picks where both are true, cooldown and filter silence both. */
function wantedSide(account: Account, plan: Plan, t: number): SideSign | undefined {
  if (t < account.cooldownEnd || !plan.filter[t]) return undefined;
  const long = plan.sides[1].enter[t] === 1;
  const short = plan.sides[-1].enter[t] === 1;
  if (long && short) {
    const { conflict } = plan.settings.execution;
    return conflict === "none" ? undefined : conflict === "long" ? 1 : -1;
  }
  return long ? 1 : short ? -1 : undefined;
}
