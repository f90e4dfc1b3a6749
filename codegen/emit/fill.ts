import { exitReasons } from "../define/reasons.ts";
import type { ExitReason } from "../define/reasons.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, join, js, when } from "./code.ts";
import { asMoney, emitFee, slips } from "./cost.ts";
import { type Access, type FilledCode, moments } from "./names.ts";
import { isStepwise } from "./stepwise.ts";

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
  /** Whether it is at the close of its bar. */
  readonly atClose?: boolean;
}

/** Closes the whole position: cash, trade row, ledger. */
export function emitExit(exit: Exit, shape: Shape, at: Access): Code {
  const { base, fill, reason, ambiguous } = exit;
  const fees = shape.commission.any;
  const money = asMoney(shape);
  return js`{
      const units = ${heldUnits(shape, at)};
      ${when(fees, () => js`let fee = 0;\n${emitFee(js`units`, fill, shape)}`)}
      ${at.cash} = ${at.cash} + ${at.quantity} * ${fill}${money}${fees ? js` - fee` : js``};
      ${emitRow({ fill, exitIndex: js`i` }, at)}
      ${when(fees, () => js`tradeFees[${at.trades}] = ${at.entryFee} + fee;`)}
      tradePnl[${at.trades}] = ${at.quantity} * (${fill} - ${at.entryPrice})${money}${
    fees ? js` - (${at.entryFee} + fee)` : js``
  }${shape.financing.any ? js` - ${at.heldFinancing}` : js``};
      ${
    when(
      slips(shape),
      () =>
        js`tradeSlippage[${at.trades}] = ${at.entrySlippage} + Math.abs(${fill} - ${base}) * units${money};`,
    )
  }
      tradeReason[${at.trades}] = ${reason};
      ${when(ambiguous !== undefined, () => js`tradeAmbiguous[${at.trades}] = ${ambiguous!};`)}
      ${emitRareColumns(exit, shape, at)}
      ${at.trades}++;
      ${emitFilled({ signed: js`-${at.quantity}`, price: fill, does: "close", reason }, shape, at)}
      ${at.side} = 0;
      ${at.quantity} = 0;
      ${emitLedger(at)}
    }`;
}

/** What only rarer settings note of a row: financing, moments, and what sizes and cooldowns want to know. */
export function emitRareColumns(
  { atClose = false }: Pick<Exit, "atClose">,
  shape: Shape,
  at: Access,
): Code {
  const row = at.trades;
  return js`${when(shape.financing.any, () => js`tradeFinancing[${row}] = ${at.heldFinancing};`)}
      ${
    when(isStepwise(shape), () =>
      js`tradeMoments[${row}] = ${at.opened}${atClose ? js` | ${moments.outAtClose}` : js``};`)
  }
      ${when(shape.afterLoss, () => js`${at.positionPnl} += tradePnl[${row}];`)}
      ${
    when(shape.size === "kelly", () =>
      js`{
        const gained = tradePnl[${row}] / (tradeQuantity[${row}] * tradeEntryPrice[${row}]);
        if (tradePnl[${row}] > 0) {
          ${at.wins}++;
          ${at.won} += gained;
        } else {
          ${at.lost} += gained;
        }
      }`)
  }`;
}

/** Units of the position, without their sign. */
export function heldUnits(shape: Shape, at: Access): Code {
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
      tradeExitPrice[${at.trades}] = ${fill};
      ${at.onRow ?? js``}`;
}

/** What else a fill does. */
export function emitFilled(
  fill: Omit<FilledCode, "fee">,
  shape: Shape,
  at: Access,
): Code {
  return at.onFill?.({ ...fill, fee: shape.commission.any ? js`fee` : js`0` }) ?? js``;
}

/** Notes what the account holds after a fill, where there is a ledger. */
export function emitLedger(at: Access): Code {
  if (at.noLedger) return js``;
  return js`fillIndex[${at.fills}] = i;
      fillCash[${at.fills}] = ${at.cash};
      fillQuantity[${at.fills}] = ${at.quantity};
      ${at.fills}++;`;
}

/** Starts the cooldown after a whole exit, if the exit is one that starts it. */
export function emitCooldown(shape: Shape, at: Access, unless?: Code): Code {
  if (!shape.cooldown) return js``;
  const conditions = [
    ...(unless === undefined ? [] : [unless]),
    ...(shape.afterLoss ? [js`${at.positionPnl} < 0`] : []),
  ];
  const start = js`${at.readyIndex} = i + cooldownBars;`;
  return conditions.length === 0 ? start : js`if (${join(conditions, js` && `)}) ${start}`;
}

/** Direction of the order that closes the position. */
export function closing(shape: Shape, at: Access): Code {
  if (shape.long && shape.short) return js`-${at.side}`;
  return shape.long ? js`-1` : js`1`;
}
