import type { Account } from "./account.ts";
import { exitAtLimit } from "./exits.ts";
import { roundToLot } from "./lot.ts";
import type { Market, SideSign } from "./plan.ts";
import type { Position } from "./position.ts";

/** A target, or a part that goes out at a gain. */
export interface Gain {
  readonly level: number;
  /** Which part; -1: the target, which takes all that is left. */
  readonly part: number;
}

/** The gains ahead of a position in the order in which they would go out; parts beyond the target are never reached. */
export function gainsAhead({ side, levels, partsDone }: Position): readonly Gain[] {
  const target = levels.takeProfit;
  const parts = levels.parts
    .map((level, part) => ({ level, part }))
    .filter(({ level, part }) =>
      part >= partsDone && (target === undefined || isAtGain(target, level, side))
    );
  return target === undefined ? parts : [...parts, { level: target, part: -1 }];
}

/** The gains ahead that a price is at or beyond, up to the first that it is not. */
export function gainsReached(position: Position, price: number): readonly Gain[] {
  const gains = gainsAhead(position);
  const next = gains.findIndex(({ level }) => !isAtGain(price, level, position.side));
  return next === -1 ? gains : gains.slice(0, next);
}

/** The quantity that a gain takes of what is left; of a part what has not gone out of it. */
export function quantityAt(
  { part }: Gain,
  plan: Market,
  { position, left }: { readonly position: Position; readonly left: number },
): number {
  const { values, largest, partsDone, partOut } = position;
  const parts = values.scaleOut?.parts ?? [];
  if (part === -1) return left;
  const sum = parts.reduce((total, { fraction }) => total + fraction, 0);
  if (part === parts.length - 1 && sum >= 1 - 1e-9) return left;
  const whole = roundToLot(parts[part].fraction * largest, plan.settings.lot);
  return Math.min(part === partsDone ? whole - partOut : whole, left);
}

/** Takes out what a gain takes: at its level, or at the open that has jumped it. */
export function takeGain(
  account: Account,
  plan: Market,
  exit: {
    readonly gain: Gain;
    readonly index: number;
    readonly base: number;
    readonly ambiguous?: boolean;
  },
): void {
  const position = account.position;
  // A part whose rest is still to go out comes before the next one.
  if (position === undefined || exit.gain.part > position.partsDone) return;
  const { gain, index, base, ambiguous = false } = exit;
  const quantity = quantityAt(gain, plan, { position, left: position.quantity });
  const left = quantity <= 0 ? 0 : exitAtLimit(account, plan, {
    index,
    quantity,
    base,
    limit: gain.level,
    reason: gain.part === -1 ? "takeProfit" : "scaleOut",
    ambiguous,
  });
  if (gain.part === -1) return;
  const isOut = left === 0;
  position.partOut = isOut ? 0 : position.partOut + (quantity - left);
  if (isOut) position.partsDone = gain.part + 1;
}

/** The sum of `|level - other level| * quantity` over gains, in the order in which they would go out. */
export function stakeOf(
  gains: readonly Gain[],
  plan: Market,
  { position, from }: { readonly position: Position; readonly from: number },
): number {
  let left = position.quantity;
  let stake = 0;
  for (const gain of gains) {
    const quantity = quantityAt(gain, plan, { position, left });
    stake = stake + Math.abs(gain.level - from) * quantity * plan.multiplier;
    left = left - quantity;
  }
  return stake;
}

/** Whether a price is at a gain or beyond it. */
export function isAtGain(price: number, level: number, side: SideSign): boolean {
  return side === 1 ? price >= level : price <= level;
}
