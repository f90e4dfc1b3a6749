import type { Account } from "./account.ts";
import { type Gain, gainsReached, isAtGain, stakeOf } from "./gains.ts";
import type { Market } from "./plan.ts";
import { canExit } from "./room.ts";
import { countAmbiguous, exitInside, isAtStop } from "./rules.ts";
import { stopInForce } from "./stops.ts";
import { traceLevels } from "./traced.ts";

/** How a position was opened inside a bar. */
export interface InsideEntry {
  readonly t: number;
  /** E: the price at which it was opened, before slippage. */
  readonly base: number;
  /** Whether the price moved against the order to reach it (a limit) or with it (a stop). */
  readonly as: "limit" | "stop";
}

/** A touched level and what is known of it. */
interface Touched {
  readonly certain: boolean;
  readonly hit: boolean;
}

/** Rules for a position that was opened inside the bar: some levels may have been touched before it was. */
export function exitOpenedInside(account: Account, plan: Market, entry: InsideEntry): void {
  const position = account.position;
  if (position === undefined || !plan.settings.execution.entryBarStops) return;
  const { t } = entry;
  traceLevels(account, plan, t);
  const { side } = position;
  const { high, low, close } = plan.bars;
  const found = stopInForce(position, plan);
  const worst = side === 1 ? low[t] : high[t];
  const stop = found !== undefined && isAtStop(worst, found.level, side) ? found : undefined;
  const gains = gainsReached(position, side === 1 ? high[t] : low[t]);
  // A buy limit is reached from above, so that what lies below it comes later; a buy stop the other way round.
  const comesLater = (level: number): boolean =>
    (side === 1) === (entry.as === "limit") ? level < entry.base : level > entry.base;
  const look = (level: number, kind: "stop" | "target"): Touched => {
    const isAtClose = kind === "stop"
      ? isAtStop(close[t], level, side)
      : isAtGain(close[t], level, side);
    const certain = comesLater(level) || isAtClose;
    return { certain, hit: certain || countsAsHit(plan, entry, { level, kind }) };
  };
  const stopLook = stop === undefined ? undefined : look(stop.level, "stop");
  const looks = gains.map((gain) => ({ gain, ...look(gain.level, "target") }));
  const hitStop = stopLook?.hit ? stop : undefined;
  const hitGains = gainsHit(looks);
  const isUncertain = [...looks, ...(stopLook === undefined ? [] : [stopLook])]
    .some(({ certain }) => !certain);
  const isInDoubt = isUncertain || (hitStop !== undefined && hitGains.length > 0);
  const ambiguous = isInDoubt && canExit(account, plan, t);
  if (ambiguous) {
    const stake = stop !== undefined && gains.length === 0
      ? Math.abs(stop.level - close[t]) * position.quantity * plan.multiplier
      : stakeOf(gains, plan, { position, from: stop?.level ?? close[t] });
    countAmbiguous(account, stake);
  }
  exitInside(account, plan, { t, stop: hitStop, gains: hitGains, ambiguous });
}

/** Parts are hit nearest first, up to the first that is not; the target is looked at by itself. */
function gainsHit(looks: readonly (Touched & { readonly gain: Gain })[]): readonly Gain[] {
  const parts = looks.filter(({ gain }) => gain.part !== -1);
  const missed = parts.findIndex(({ hit }) => !hit);
  const target = looks.filter(({ gain, hit }) => gain.part === -1 && hit);
  return [...(missed === -1 ? parts : parts.slice(0, missed)), ...target].map(({ gain }) => gain);
}

/** What `ambiguity` makes of a level that may have been touched before the position was opened. */
function countsAsHit(
  plan: Market,
  { t, base }: InsideEntry,
  { level, kind }: { readonly level: number; readonly kind: "stop" | "target" },
): boolean {
  const { ambiguity } = plan.settings.execution;
  const open = plan.bars.open[t];
  return ambiguity === "nearestOpen"
    ? !(Math.abs(open - level) < Math.abs(open - base))
    : ambiguity === kind;
}
