import { type ExitReason, exitReasons } from "../../codegen/define/reasons.ts";
import { type Account, type Trade, writeFill } from "./account.ts";
import { cancelForExit } from "./cancel.ts";
import { feeOf } from "./costs.ts";
import { excursionsOf, isHeldWhole } from "./excursions.ts";
import type { Market } from "./plan.ts";
import type { Position } from "./position.ts";
import { sideName } from "./side_name.ts";

/** A fill that takes out a position, or a part of it. */
export interface ExitFill {
  readonly index: number;
  /** All that is left, or less. */
  readonly quantity: number;
  readonly base: number;
  readonly price: number;
  readonly reason: ExitReason;
  /** Whether it is at the close; excursions then take in the whole bar. */
  readonly atClose: boolean;
  readonly ambiguous: boolean;
  /** Whether it is the first leg of a reversal, which starts no cooldown. */
  readonly reversal: boolean;
}

/** Takes out a position or a part of it and writes the row of what went out. */
export function closePosition(account: Account, plan: Market, fill: ExitFill): void {
  const position = account.position;
  if (position === undefined) throw new Error("Cannot close a position: the account is flat");
  const { side } = position;
  const { multiplier } = plan;
  const isWhole = fill.quantity >= position.quantity;
  const quantity = isWhole ? position.quantity : fill.quantity;
  const share = isWhole ? position : takeShare(position, quantity);
  const fee = feeOf(quantity, fill.price, plan);
  account.cash = (account.cash - -side * quantity * fill.price * multiplier) - fee;
  const gross = side * quantity * (fill.price - position.average) * multiplier -
    (share.entryFee + fee);
  const row: Trade = {
    side,
    quantity,
    entryIndex: position.entryIndex,
    entryPrice: position.average,
    exitIndex: fill.index,
    exitPrice: fill.price,
    reason: exitReasons.indexOf(fill.reason),
    pnl: isFinanced(plan) ? gross - share.financing : gross,
    fees: share.entryFee + fee,
    slippage: share.entrySlippage + Math.abs(fill.price - fill.base) * quantity * multiplier,
    financing: share.financing,
    ...excursionsOf(position, plan, { quantity, prices: exitPrices(position, plan, fill) }),
    ambiguous: fill.ambiguous ? 1 : 0,
  };
  account.trades.push(row);
  position.pnl = position.pnl + row.pnl;
  if (isWhole) endPosition(account, plan, fill);
  else position.quantity = position.quantity - quantity;
  const { base, price, reason, ambiguous } = fill;
  writeFill(account, fill.index, {
    what: "exit",
    side: sideName(side),
    quantity,
    base,
    price,
    fee,
    reason,
    signalIndex: null,
    order: null,
    reduced: false,
    ambiguous,
  });
}

/** The row of a trade that is still open at the close of bar `t`; the last one if left out. */
export function openTrade(
  position: Position,
  plan: Market,
  t: number = plan.bars.length - 1,
): Trade {
  const { side, quantity, average, entryFee, financing } = position;
  const close = plan.bars.close[t];
  const gross = side * quantity * (close - average) * plan.multiplier - entryFee;
  return {
    side,
    quantity,
    entryIndex: position.entryIndex,
    entryPrice: average,
    exitIndex: -1,
    exitPrice: close,
    reason: -1,
    pnl: isFinanced(plan) ? gross - financing : gross,
    fees: entryFee,
    slippage: position.entrySlippage,
    financing,
    ...excursionsOf(position, plan, { quantity, prices: [] }),
    ambiguous: 0,
  };
}

/** What a part takes of the entry's costs; the rest stays with the position. */
function takeShare(
  position: Position,
  quantity: number,
): Pick<Position, "entryFee" | "entrySlippage" | "financing"> {
  const part = quantity / position.quantity;
  const share = {
    entryFee: position.entryFee * part,
    entrySlippage: position.entrySlippage * part,
    financing: position.financing * part,
  };
  position.entryFee = position.entryFee - share.entryFee;
  position.entrySlippage = position.entrySlippage - share.entrySlippage;
  position.financing = position.financing - share.financing;
  return share;
}

/** The prices of the exit bar that excursions take in. */
function exitPrices(position: Position, plan: Market, fill: ExitFill): readonly number[] {
  const seesOpen = !fill.atClose && isHeldWhole(position, fill.index);
  return seesOpen ? [plan.bars.open[fill.index], fill.price] : [fill.price];
}

/** The account is flat: what waited on the position is cancelled, and a cooldown may start. */
function endPosition(account: Account, plan: Market, fill: ExitFill): void {
  const { cooldown, cooldownAfter } = plan.settings.execution;
  cancelForExit(account);
  const isLoss = (account.position?.pnl ?? 0) < 0;
  account.position = undefined;
  if (fill.reversal || (cooldownAfter === "loss" && !isLoss)) return;
  account.cooldownEnd = fill.index + cooldown;
}

/** Whether a run pays for holding. */
function isFinanced({ settings: { financing } }: Market): boolean {
  return financing.borrow !== 0 || financing.funding !== "";
}
