import type { ExitReason } from "../../codegen/define/reasons.ts";
import type { Account } from "./account.ts";
import { cancelForExit } from "./cancel.ts";
import { closePosition } from "./close_position.ts";
import { fillPrice, isWithoutVolume } from "./costs.ts";
import type { Market } from "./plan.ts";
import { fitting } from "./room.ts";
import { tracedExit } from "./traced_orders.ts";

/** A market order that closes the whole position. */
export interface MarketExit {
  readonly index: number;
  readonly base: number;
  readonly reason: ExitReason;
  readonly atClose?: boolean;
  readonly ambiguous?: boolean;
  readonly reversal?: boolean;
  /** Whether it fills whole and, on a bar without volume, without impact, where any other exit waits. */
  readonly anyway?: boolean;
  /** Whether it pays no impact on any bar. */
  readonly withoutImpact?: boolean;
}

/** Closes the position with slippage in full; the price may leave the bar. What its volume is too small for is queued. */
export function exitAtMarket(account: Account, plan: Market, exit: MarketExit): void {
  const position = account.position;
  if (position === undefined) return;
  const { index, base, reason, reversal = false } = exit;
  const isBlind = isWithoutVolume(plan, index);
  if (isBlind && exit.anyway !== true) return queueExit(account, { reason, reversal });
  const { side, quantity: held } = position;
  const quantity = exit.anyway === true ? held : fitting(account, plan, index, held);
  if (quantity < held) queueExit(account, { reason, reversal });
  if (quantity === 0) return;
  const share = isBlind || exit.withoutImpact === true
    ? undefined
    : quantity / plan.bars.volume[index];
  closePosition(account, plan, {
    index,
    quantity,
    base,
    price: fillPrice(plan, { base, direction: side === 1 ? -1 : 1, share }),
    reason,
    atClose: exit.atClose ?? false,
    ambiguous: exit.ambiguous ?? false,
    reversal,
  });
}

/** A limit order that takes out the position or a part of it. */
export interface LimitExit {
  readonly index: number;
  readonly quantity: number;
  readonly base: number;
  readonly limit: number;
  readonly reason: ExitReason;
  readonly ambiguous?: boolean;
}

/**
 * Takes out a quantity at a limit: at the limit unslipped, over a jump slipped at most back to it. Returns what of it does
 * not fit into the bar's volume.
 */
export function exitAtLimit(account: Account, plan: Market, exit: LimitExit): number {
  const position = account.position;
  if (position === undefined) return 0;
  const { index, base, limit, reason, ambiguous = false } = exit;
  // Under a limit of participation it stays what it is: there is no room on such a bar.
  if (isWithoutVolume(plan, index) && plan.participation === 0) {
    queueExit(account, { reason, reversal: false });
    return 0;
  }
  const quantity = fitting(account, plan, index, exit.quantity);
  if (quantity === 0) return exit.quantity;
  const direction = position.side === 1 ? -1 : 1;
  const share = quantity / plan.bars.volume[index];
  const price = fillPrice(plan, { base, direction, limit, share });
  closePosition(account, plan, {
    index,
    quantity,
    base,
    price,
    reason,
    atClose: false,
    ambiguous,
    reversal: false,
  });
  return exit.quantity - quantity;
}

/** Queues a market exit for the next open, unless one is queued; what waits on the position is cancelled. */
export function queueExit(
  account: Account,
  exit: { readonly reason: ExitReason; readonly reversal: boolean },
): void {
  if (account.queuedExit !== undefined) return;
  cancelForExit(account);
  account.queuedExit = exit;
  account.trace?.({ type: "queued", order: tracedExit(account, exit) });
}
