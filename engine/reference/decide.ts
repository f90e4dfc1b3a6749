import type { Account } from "./account.ts";
import type { Plan, SideSign } from "./plan.ts";

/** What the close of a bar asks for. */
export interface Decision {
  readonly exit?: {
    readonly reason: "signal" | "reverse" | "timeStop";
    readonly reversal: boolean;
  };
  readonly enter?: SideSign;
}

/** Reads the signals of bar `t`, section 5; `timeIsUp` is what step 6 found. */
export function decide(
  account: Account,
  plan: Plan,
  options: { readonly t: number; readonly timeIsUp: boolean },
): Decision {
  const { t, timeIsUp } = options;
  const { opposite } = plan.settings.execution;
  const wanted = wantedSide(account, plan, t);
  const side = account.position?.side;
  if (side === undefined) return wanted === undefined ? {} : { enter: wanted };
  const exit = plan.signals[side].exit[t] === 1;
  const turns = wanted !== undefined && wanted !== side && opposite !== "ignore";
  if (!turns) {
    if (timeIsUp) return { exit: { reason: "timeStop", reversal: false } };
    return exit ? { exit: { reason: "signal", reversal: false } } : {};
  }
  if (opposite === "close") {
    return { exit: { reason: timeIsUp ? "timeStop" : "signal", reversal: false } };
  }
  return { exit: { reason: timeIsUp ? "timeStop" : "reverse", reversal: true }, enter: wanted };
}

/** The side whose enter stands; `conflict` picks where both are true, and a cooldown silences both. */
function wantedSide(account: Account, plan: Plan, t: number): SideSign | undefined {
  if (t < account.cooldownEnd) return undefined;
  const long = plan.signals[1].enter[t] === 1;
  const short = plan.signals[-1].enter[t] === 1;
  if (long && short) {
    const { conflict } = plan.settings.execution;
    return conflict === "none" ? undefined : conflict === "long" ? 1 : -1;
  }
  return long ? 1 : short ? -1 : undefined;
}
