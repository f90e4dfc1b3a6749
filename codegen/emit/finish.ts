import type { Program } from "../program/program.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, when } from "./code.ts";
import { slipped, slips } from "./cost.ts";
import { closing, emitExit, emitRareColumns, emitRow, reasonCode } from "./fill.ts";
import { emitFunction } from "./frame.ts";
import type { Access } from "./names.ts";
import { ordersFrame } from "./orders_frame.ts";
import { countRefused } from "./size.ts";
import { emitDropAll } from "./steps/bar.ts";
import { stepsOf } from "./steps/context.ts";
import { emitWholeExit } from "./steps/way_out.ts";
import { isStepwise } from "./stepwise.ts";
import { accessOf } from "./zone_access.ts";

/** What is left at the end of the data: the open position, closed or marked, and orders that will never fill. */
export function emitFinish(program: Program): string {
  const { shape } = program;
  const at = accessOf(program);
  const stepwise = isStepwise(shape);
  const drop = stepwise
    ? emitDropAll("endOfData", stepsOf(program, at))
    : shape.atClose
    ? js``
    : emitDropQueue("endOfData", at);
  const last = js`if (${at.side} !== 0) {
      const cl = close[i];
      ${shape.closeAtEnd ? emitLastExit(program, at) : emitLastMark(shape, at)}
    }`;
  const body = js`const i = to - 1 | 0;
    ${stepwise ? drop : last}
    ${stepwise ? last : drop}`;
  return emitFunction(ordersFrame(program, "finish"), body, js``);
}

function emitLastExit(program: Program, at: Access): Code {
  const { shape } = program;
  const reason = js`${reasonCode("endOfData")}`;
  const exit = isStepwise(shape)
    ? emitWholeExit(
      { base: js`cl`, reason, atClose: true, always: true },
      stepsOf(program, at),
    )
    : js`const fill = ${slipped(js`cl`, closing(shape, at), shape)};
      ${emitExit({ base: js`cl`, fill: js`fill`, reason }, shape, at)}`;
  return js`${exit}
      equity[i] = ${at.cash};`;
}

function emitLastMark(shape: Shape, at: Access): Code {
  const fees = shape.commission.any;
  return js`const units = Math.abs(${at.quantity});
      ${emitRow({ fill: js`cl`, exitIndex: js`-1` }, at)}
      tradePnl[${at.trades}] = ${at.quantity} * (cl - ${at.entryPrice})${
    fees ? js` - ${at.entryFee}` : js``
  }${shape.financing.any ? js` - ${at.heldFinancing}` : js``};
      ${when(fees, () => js`tradeFees[${at.trades}] = ${at.entryFee};`)}
      ${
    when(
      slips(shape),
      () => js`tradeSlippage[${at.trades}] = ${at.entrySlippage};`,
    )
  }
      tradeReason[${at.trades}] = -1;
      ${emitRareColumns({}, { ...shape, afterLoss: false, size: "units" }, at)}
      ${at.trades}++;`;
}

/** Cancels what is queued. */
export function emitDropQueue(reason: "liquidation" | "endOfData", at: Access): Code {
  return js`${
    countRefused(reason, js`(${at.queuedExit} !== 0 ? 1 : 0) + (${at.queuedEntry} !== 0 ? 1 : 0)`)
  }
      ${at.queuedExit} = 0;
      ${at.queuedEntry} = 0;`;
}
