import { type ExitReason, exitReasons } from "../../codegen/define/reasons.ts";
import { type Account, type Position, signedQuantity, type Trade } from "./account.ts";
import { feeOf } from "./costs.ts";
import type { EntryLevels } from "./levels.ts";
import type { Plan, SideSign } from "./plan.ts";

/** A fill that opens a position. */
export interface EntryFill {
  readonly index: number;
  readonly side: SideSign;
  readonly quantity: number;
  readonly base: number;
  readonly price: number;
  readonly openedAtOpen: boolean;
  readonly levels: EntryLevels;
}

/** A fill that closes a position. */
export interface ExitFill {
  readonly index: number;
  readonly base: number;
  readonly price: number;
  readonly reason: ExitReason;
  /** Whether it is at the close; excursions then take in the whole bar. */
  readonly atClose: boolean;
  readonly ambiguous: boolean;
  /** Whether it is the first leg of a reversal, which starts no cooldown. */
  readonly reversal: boolean;
}

/** Opens a position; the account is flat. */
export function openPosition(account: Account, plan: Plan, fill: EntryFill): void {
  const { side, quantity, price, base, levels } = fill;
  const fee = feeOf(quantity, price, plan.settings.commission);
  account.cash = (account.cash - side * quantity * price) - fee;
  account.position = {
    side,
    quantity,
    entryIndex: fill.index,
    entryPrice: price,
    entryBase: base,
    entryFee: fee,
    openedAtOpen: fill.openedAtOpen,
    stopLoss: levels.stopLoss,
    takeProfit: levels.takeProfit,
    trail: levels.trail,
    mark: price,
    highest: price,
    lowest: price,
  };
  writeLedger(account, fill.index);
}

/** Closes the whole position and writes its trade. */
export function closePosition(account: Account, plan: Plan, fill: ExitFill): void {
  const position = account.position;
  if (position === undefined) throw new Error("Cannot close a position: the account is flat");
  const { side, quantity } = position;
  const fee = feeOf(quantity, fill.price, plan.settings.commission);
  account.cash = (account.cash - -side * quantity * fill.price) - fee;
  // A bar that is held to its close has been taken in whole already.
  if (!fill.atClose) takeIn(position, plan.bars.open[fill.index]);
  takeIn(position, fill.price);
  const slippage = Math.abs(position.entryPrice - position.entryBase) * quantity +
    Math.abs(fill.price - fill.base) * quantity;
  account.trades.push({
    ...tradeStart(position),
    exitIndex: fill.index,
    exitPrice: fill.price,
    reason: exitReasons.indexOf(fill.reason),
    pnl: side * quantity * (fill.price - position.entryPrice) - (position.entryFee + fee),
    fees: position.entryFee + fee,
    slippage,
    ambiguous: fill.ambiguous ? 1 : 0,
  });
  account.position = undefined;
  if (!fill.reversal) account.cooldownEnd = fill.index + plan.settings.execution.cooldown;
  writeLedger(account, fill.index);
}

/** The row of a trade that is still open at the last close. */
export function openTrade(position: Position, close: number): Trade {
  const { side, quantity, entryPrice, entryBase, entryFee } = position;
  return {
    ...tradeStart(position),
    exitIndex: -1,
    exitPrice: close,
    reason: -1,
    pnl: side * quantity * (close - entryPrice) - entryFee,
    fees: entryFee,
    slippage: Math.abs(entryPrice - entryBase) * quantity,
    ambiguous: 0,
  };
}

/** Widens the range that excursions are measured over. */
export function takeIn(position: Position, price: number): void {
  position.highest = Math.max(position.highest, price);
  position.lowest = Math.min(position.lowest, price);
}

/** The columns of a trade that do not depend on its exit fill; excursions as taken in so far. */
function tradeStart(
  { side, quantity, entryIndex, entryPrice, highest, lowest }: Position,
): Pick<Trade, "side" | "quantity" | "entryIndex" | "entryPrice" | "mfe" | "mae"> {
  return {
    side,
    quantity,
    entryIndex,
    entryPrice,
    mfe: side === 1 ? (highest - entryPrice) * quantity : (entryPrice - lowest) * quantity,
    mae: side === 1 ? (lowest - entryPrice) * quantity : (entryPrice - highest) * quantity,
  };
}

function writeLedger(account: Account, index: number): void {
  account.ledger.push({ index, cash: account.cash, quantity: signedQuantity(account) });
}
