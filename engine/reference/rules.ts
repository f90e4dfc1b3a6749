import type { Account } from "./account.ts";
import { exitAtMarket } from "./exits.ts";
import { type Gain, gainsReached, stakeOf, takeGain } from "./gains.ts";
import type { Market, SideSign } from "./plan.ts";
import { canExit } from "./room.ts";
import { type Stop, stopInForce, stopInside } from "./stops.ts";
import { traceLevels } from "./traced.ts";

/** Takes the position out at the open where the open is at or beyond a level; the stop is looked at first. */
export function exitIfJumped(account: Account, plan: Market, t: number): void {
  const position = account.position;
  if (position === undefined) return;
  const open = plan.bars.open[t];
  const stop = stopInForce(position, plan);
  if (stop !== undefined && isAtStop(open, stop.level, position.side)) {
    return exitAtMarket(account, plan, { index: t, base: open, reason: stop.reason });
  }
  for (const gain of gainsReached(position, open)) {
    takeGain(account, plan, { gain, index: t, base: open });
  }
}

/** Step 4: rules inside bar `t`; a position opened at its open is exposed to it unless `entryBarStops` is false. */
export function exitInsideBar(account: Account, plan: Market, t: number): void {
  const { position } = account;
  if (position === undefined) return;
  const openedNow = position.entryIndex === t;
  if (openedNow && !plan.settings.execution.entryBarStops) return;
  // Slippage can put a level of a new position between its open and its entry price; an addition moves levels.
  if (openedNow || position.addedAtOpen === t) {
    traceLevels(account, plan, t);
    exitIfJumped(account, plan, t);
  }
  exitIfTouched(account, plan, t);
}

/** Whether the close of bar `t` queues, or under `fill: "close"` fills, the exit of the time rule. */
export function isTimeUp({ position }: Account, plan: Market, t: number): boolean {
  if (position === undefined) return false;
  const held = t - position.entryIndex;
  const { timeStop } = position.values;
  return plan.settings.execution.fill === "close" ? held >= timeStop : held >= timeStop - 1;
}

/** Takes the position out at levels that the bar's range touches; the open has jumped none. */
export function exitIfTouched(account: Account, plan: Market, t: number): void {
  const position = account.position;
  if (position === undefined) return;
  const { side } = position;
  const { low, high } = plan.bars;
  const inside = stopInside(position, plan, t);
  const worst = side === 1 ? low[t] : high[t];
  const stop = inside !== undefined && isAtStop(worst, inside.level, side) ? inside : undefined;
  const gains = gainsReached(position, side === 1 ? high[t] : low[t]);
  const ambiguous = stop !== undefined && gains.length > 0 && canExit(account, plan, t);
  if (ambiguous) {
    countAmbiguous(account, stakeOf(gains, plan, { position, from: stop.level }));
  }
  exitInside(account, plan, { t, stop, gains, ambiguous });
}

/** Takes the position out at the levels that count as hit inside a bar; `ambiguity` puts them in order. */
export function exitInside(
  account: Account,
  plan: Market,
  { t, stop, gains, ambiguous }: {
    readonly t: number;
    readonly stop: Stop | undefined;
    readonly gains: readonly Gain[];
    readonly ambiguous: boolean;
  },
): void {
  for (const gain of gains) {
    if (stop !== undefined && !isGainFirst(plan, t, { stop: stop.level, gain: gain.level })) break;
    takeGain(account, plan, { gain, index: t, base: gain.level, ambiguous });
  }
  if (stop === undefined) return;
  exitAtMarket(account, plan, { index: t, base: stop.level, reason: stop.reason, ambiguous });
}

/** Counts a bar whose order of events is not known, with the profit at stake. */
export function countAmbiguous(account: Account, stake: number): void {
  account.ambiguousBars++;
  account.ambiguousStake = account.ambiguousStake + stake;
}

/** Whether a price is at a stop or beyond it. */
export function isAtStop(price: number, level: number, side: SideSign): boolean {
  return side === 1 ? price <= level : price >= level;
}

/** Whether `ambiguity` lets a gain come before the stop. */
function isGainFirst(
  plan: Market,
  t: number,
  levels: { readonly stop: number; readonly gain: number },
): boolean {
  const open = plan.bars.open[t];
  switch (plan.settings.execution.ambiguity) {
    case "stop":
      return false;
    case "target":
      return true;
    case "nearestOpen":
      return Math.abs(open - levels.gain) < Math.abs(open - levels.stop);
  }
}
