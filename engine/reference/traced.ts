import type { Account } from "./account.ts";
import { openTrade } from "./close_position.ts";
import { gainsAhead, quantityAt } from "./gains.ts";
import type { Market, Plan } from "./plan.ts";
import type { Position } from "./position.ts";
import { sideName } from "./side_name.ts";
import { breakEvenLevel, type Stop, stopInForce, stopInside } from "./stops.ts";
import type { EntersEvent, MarkEvent, SignalName, TracedLevels, TracedStop } from "./trace.ts";
import { tracedEntry, tracedExit } from "./traced_orders.ts";

/** The signals that are true on bar `t`. */
export function signalsOf(plan: Plan, t: number): readonly SignalName[] {
  return ([1, -1] as const).flatMap((side) =>
    (["enter", "exit"] as const)
      .filter((signal) => plan.sides[side][signal][t] === 1)
      .map((signal): SignalName => `${sideName(side)}.${signal}`)
  );
}

/** Whether enters of bar `t` count. */
export function entersRead({ cooldownEnd }: Account, plan: Plan, t: number): EntersEvent["read"] {
  if (t < cooldownEnd) return "cooldown";
  return plan.filter[t] ? "read" : "filter";
}

/** Tells the levels that bar `t` is tested against from here on, if anything is held. */
export function traceLevels(account: Account, plan: Market, t: number): void {
  const { position, trace } = account;
  if (position === undefined) return;
  trace?.({ type: "levels", levels: tracedLevels(position, plan, t) });
}

function tracedLevels(position: Position, plan: Market, t: number): TracedLevels {
  const { side, levels, trail, trails, breaksEven } = position;
  const stop = (found: Stop | undefined): TracedStop | null =>
    found === undefined ? null : { price: found.level, reason: found.reason };
  const breakEven = breakEvenLevel(position, plan);
  return {
    side: sideName(side),
    stop: stop(stopInForce(position, plan)),
    stopInside: stop(stopInside(position, plan, t)),
    target: levels.takeProfit ?? null,
    parts: partsAhead(position, plan),
    trail: trail === undefined ? null : { price: trail, armed: trails },
    breakEven: breakEven === undefined ? null : { price: breakEven, armed: breaksEven },
  };
}

function partsAhead(position: Position, plan: Market): TracedLevels["parts"] {
  let left = position.quantity;
  return gainsAhead(position).filter(({ part }) => part !== -1).map((gain) => {
    const quantity = quantityAt(gain, plan, { position, left });
    left = left - quantity;
    return { price: gain.level, quantity };
  });
}

/** What is held and what waits at the close of bar `t`. */
export function traceMark(account: Account, plan: Plan, t: number): MarkEvent {
  const { position, queuedExit, waitingExit, waitingEntry, cash, equity, ruinIndex } = account;
  return {
    type: "mark",
    position: position === undefined ? null : {
      side: sideName(position.side),
      quantity: position.quantity,
      average: position.average,
      entryIndex: position.entryIndex,
      additions: position.additions,
      pnl: openTrade(position, plan, t).pnl,
    },
    orders: [
      ...[queuedExit, waitingExit].filter((order) => order !== undefined)
        .map((order) => tracedExit(account, order)),
      ...(waitingEntry === undefined ? [] : [tracedEntry(account, waitingEntry)]),
    ],
    cash,
    equity: equity[t],
    ruined: ruinIndex !== -1,
  };
}
