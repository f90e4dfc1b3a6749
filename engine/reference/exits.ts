import type { ExitReason } from "../../codegen/define/reasons.ts";
import type { Account } from "./account.ts";
import { slippedPrice } from "./costs.ts";
import { closePosition } from "./fills.ts";
import type { Plan } from "./plan.ts";

/** A market order that closes the position, for any reason but a target. */
export interface MarketExit {
  readonly index: number;
  readonly base: number;
  readonly reason: ExitReason;
  readonly atClose?: boolean;
  readonly ambiguous?: boolean;
  readonly reversal?: boolean;
}

/** Closes the position with slippage in full; the price may leave the bar. */
export function exitAtMarket(account: Account, plan: Plan, exit: MarketExit): void {
  const position = account.position;
  if (position === undefined) return;
  const direction = position.side === 1 ? -1 : 1;
  closePosition(account, plan, {
    index: exit.index,
    base: exit.base,
    price: slippedPrice(exit.base, direction, plan.settings.slippage),
    reason: exit.reason,
    atClose: exit.atClose ?? false,
    ambiguous: exit.ambiguous ?? false,
    reversal: exit.reversal ?? false,
  });
}

/** A limit order that closes the position at its target. */
export interface TargetExit {
  readonly index: number;
  readonly level: number;
  /** Whether the open is beyond the level; the fill is then at the open. */
  readonly jumped: boolean;
  readonly ambiguous?: boolean;
}

/** Closes the position at its target: at the level unslipped, over a jump slipped at most back to the level. */
export function exitAtTarget(account: Account, plan: Plan, exit: TargetExit): void {
  const position = account.position;
  if (position === undefined) return;
  const base = exit.jumped ? plan.bars.open[exit.index] : exit.level;
  const direction = position.side === 1 ? -1 : 1;
  const slipped = slippedPrice(base, direction, plan.settings.slippage);
  const limited = position.side === 1
    ? Math.max(slipped, exit.level)
    : Math.min(slipped, exit.level);
  closePosition(account, plan, {
    index: exit.index,
    base,
    price: exit.jumped ? limited : exit.level,
    reason: "takeProfit",
    atClose: false,
    ambiguous: exit.ambiguous ?? false,
    reversal: false,
  });
}
