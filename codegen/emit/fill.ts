import { exitReasons } from "../define/reasons.ts";
import type { ExitReason } from "../define/reasons.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, when } from "./code.ts";
import { emitFee, slipped } from "./cost.ts";
import { bySide, emitLevels, followsMark, type WantedLevels } from "./level.ts";
import type { Access } from "./names.ts";
import { emitBuyingPower, emitQuantity, refuse } from "./size.ts";

/** The integer of an exit reason in the trade log. */
export function reasonCode(reason: ExitReason): number {
  return exitReasons.indexOf(reason);
}

/** What an exit needs besides the account. */
export interface Exit {
  /** Price before slippage. */
  readonly base: Code;
  /** Price of the fill, after slippage. */
  readonly fill: Code;
  readonly reason: Code;
  /** Code for 1 where the bar was ambiguous. */
  readonly ambiguous?: Code;
}

/** Closes the whole position: cash, trade row, ledger. */
export function emitExit(exit: Exit, shape: Shape, at: Access): Code {
  const { base, fill, reason, ambiguous } = exit;
  const fees = shape.commission.any;
  return js`{
      const units = ${units(shape, at)};
      ${when(fees, () => js`let fee = 0;\n${emitFee(js`units`, fill, shape)}`)}
      ${at.cash} = ${at.cash} + ${at.quantity} * ${fill}${fees ? js` - fee` : js``};
      ${emitRow({ fill, exitIndex: js`i` }, at)}
      ${when(fees, () => js`tradeFees[${at.trades}] = ${at.entryFee} + fee;`)}
      tradePnl[${at.trades}] = ${at.quantity} * (${fill} - ${at.entryPrice})${
    fees ? js` - (${at.entryFee} + fee)` : js``
  };
      ${
    when(
      shape.slippage.any,
      () =>
        js`tradeSlippage[${at.trades}] = ${at.entrySlippage} + Math.abs(${fill} - ${base}) * units;`,
    )
  }
      tradeReason[${at.trades}] = ${reason};
      ${when(ambiguous !== undefined, () => js`tradeAmbiguous[${at.trades}] = ${ambiguous!};`)}
      ${at.trades}++;
      ${at.side} = 0;
      ${at.quantity} = 0;
      ${emitLedger(at)}
    }`;
}

function units(shape: Shape, at: Access): Code {
  if (!shape.short) return at.quantity;
  return shape.long ? js`Math.abs(${at.quantity})` : js`-${at.quantity}`;
}

/** The columns of a trade row that are the same for closed and open trades. */
export function emitRow(
  { fill, exitIndex }: { readonly fill: Code; readonly exitIndex: Code },
  at: Access,
): Code {
  return js`tradeSide[${at.trades}] = ${at.side};
      tradeQuantity[${at.trades}] = units;
      tradeEntryIndex[${at.trades}] = ${at.entryIndex};
      tradeEntryPrice[${at.trades}] = ${at.entryPrice};
      tradeExitIndex[${at.trades}] = ${exitIndex};
      tradeExitPrice[${at.trades}] = ${fill};`;
}

/** Notes what the account holds after a fill. */
function emitLedger(at: Access): Code {
  return js`fillIndex[${at.fills}] = i;
      fillCash[${at.fills}] = ${at.cash};
      fillQuantity[${at.fills}] = ${at.quantity};
      ${at.fills}++;`;
}

/** What an entry needs besides the account. */
export interface Entry {
  /** Code for +1 or -1. */
  readonly direction: Code;
  /** Price before slippage. */
  readonly base: Code;
  readonly levels: WantedLevels;
  readonly size: Code;
}

/** Opens a position from flat, or counts why not. */
export function emitEntry(entry: Entry, shape: Shape, at: Access): Code {
  const { base, levels, size } = entry;
  const direction = shape.long && shape.short ? entry.direction : shape.long ? js`1` : js`-1`;
  const isLong = js`${direction} > 0`;
  const fees = shape.commission.any;
  return js`entry: {
      const base = ${base};
      const fill = ${slipped(js`base`, direction, shape)};
      if (!(fill > 0)) ${refuse("priceNotPositive")}
      ${emitLevels(levels, isLong, shape)}
      ${emitQuantity(size, shape, at)}
      ${emitBuyingPower(shape, at)}
      // Fill
      ${at.side} = ${direction};
      ${at.quantity} = ${
    direction.text === "1"
      ? js`units`
      : direction.text === "-1"
      ? js`-units`
      : js`${direction} * units`
  };
      ${at.cash} = ${at.cash} - ${at.quantity} * fill${fees ? js` - fee` : js``};
      ${at.entryPrice} = fill;
      ${at.entryIndex} = i;
      ${when(fees, () => js`${at.entryFee} = fee;`)}
      ${when(shape.slippage.any, () => js`${at.entrySlippage} = Math.abs(fill - base) * units;`)}
      ${when(followsMark(shape), () => js`${at.best} = fill;`)}
      ${when(shape.stop !== undefined, () => js`${at.stop} = newStop;`)}
      ${when(shape.take !== undefined, () => js`${at.target} = newTarget;`)}
      ${when(shape.trail !== undefined, () => js`${at.trail} = newTrail;`)}
      ${emitTrailBy(levels.trail, isLong, shape, at)}
      ${emitLedger(at)}
    }`;
}

/** Keeps how far the trail follows: the factor `1 - f` (for shorts `1 + f`) or the distance. */
function emitTrailBy(by: Code, isLong: Code, shape: Shape, at: Access): Code {
  if (shape.trail === "distance") return js`${at.trailBy} = ${by};`;
  if (shape.trail !== "fraction") return js``;
  return bySide(shape, isLong, ({ minus }) => js`${at.trailBy} = 1 ${minus} ${by};`);
}
