import type { Shape } from "../program/shape.ts";
import { type Code, js, lines, when } from "./code.ts";
import { asMoney, declareFill, emitFee, type Fill, slips } from "./cost.ts";
import { emitFilled, emitLedger, emitRareColumns, emitRow } from "./fill.ts";
import type { Access } from "./names.ts";

/** An exit of a part of a position. */
export interface PartialExit {
  readonly fill: Fill;
  /** Code for the side held, +1 or -1. */
  readonly sign: Code;
  readonly reason: Code;
  readonly ambiguous?: Code;
  /** Whether it is at the close of its bar. */
  readonly atClose?: boolean;
}

/** Takes `units` of `held` out: a trade row of their own, with their share of what the entry has cost. */
export function emitPartialExit(exit: PartialExit, shape: Shape, at: Access): Code {
  const { fill, sign, reason, ambiguous, atClose = false } = exit;
  const { commission, financing } = shape;
  const signed = sign.text === "1"
    ? js`units`
    : sign.text === "-1"
    ? js`-units`
    : js`${sign} * units`;
  const money = asMoney(shape);
  const shares = commission.any || slips(shape) || financing.any;
  return js`${declareFill(fill, shape)}
          ${when(shares, () => js`const share = units / held;`)}
          const sold = ${signed};
          ${when(commission.any, () => js`let fee = 0;\n${emitFee(js`units`, js`fill`, shape)}`)}
          ${
    lines([
      when(commission.any, () => js`const rowFee = ${at.entryFee} * share;`),
      when(slips(shape), () => js`const rowSlippage = ${at.entrySlippage} * share;`),
      when(financing.any, () =>
        js`const restFinancing = ${at.heldFinancing};
          ${at.heldFinancing} = restFinancing * share;`),
    ])
  }
          ${at.cash} = ${at.cash} + sold * fill${money}${commission.any ? js` - fee` : js``};
          ${emitRow({ fill: js`fill`, exitIndex: js`i` }, at)}
          ${when(commission.any, () => js`tradeFees[${at.trades}] = rowFee + fee;`)}
          tradePnl[${at.trades}] = sold * (fill - ${at.entryPrice})${money}${
    commission.any ? js` - (rowFee + fee)` : js``
  }${financing.any ? js` - ${at.heldFinancing}` : js``};
          ${
    when(slips(shape), () =>
      js`tradeSlippage[${at.trades}] = rowSlippage + Math.abs(fill - ${fill.base}) * units${money};`)
  }
          tradeReason[${at.trades}] = ${reason};
          ${when(ambiguous !== undefined, () => js`tradeAmbiguous[${at.trades}] = ${ambiguous!};`)}
          ${emitRareColumns({ atClose }, shape, at)}
          ${at.trades}++;
          ${
    lines([
      when(commission.any, () => js`${at.entryFee} -= rowFee;`),
      when(slips(shape), () => js`${at.entrySlippage} -= rowSlippage;`),
      when(financing.any, () => js`${at.heldFinancing} = restFinancing - ${at.heldFinancing};`),
    ])
  }
          ${emitFilled({ signed: js`-sold`, price: js`fill`, does: "reduce", reason }, shape, at)}
          ${at.quantity} -= sold;
          ${emitLedger(at)}`;
}
