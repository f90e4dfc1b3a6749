import type { OrderShape, Shape } from "../../program/shape.ts";
import { reasonCode } from "../fill.ts";
import { type Code, js, when } from "../code.ts";
import { slips } from "../cost.ts";
import { bySide } from "../side.ts";
import { countRefused } from "../size.ts";
import { hasVolume, type Steps } from "./context.ts";
import { emitReachedByOpen, emitReachedInside, type Found, type WaitingOrder } from "./reached.ts";
import { viewOf } from "./view.ts";
import { emitFillOrQueue, emitWholeExit } from "./way_out.ts";

/** The exit order of a side that has one. */
export function exitOf(shape: Shape, isLong: boolean): OrderShape | undefined {
  return isLong ? shape.longExit : shape.shortExit;
}

/** The exit order that waits, if the open has reached it. */
export function emitLeaveAtOpen(steps: Steps): Code {
  return emitLeave(steps, emitReachedByOpen);
}

/** The exit order that waits, if the bar reaches it. */
export function emitLeaveInside(steps: Steps): Code {
  return emitLeave(steps, emitReachedInside);
}

function emitLeave(
  steps: Steps,
  emitReached: (order: WaitingOrder, fill: (found: Found) => Code) => Code,
): Code {
  const { shape, at } = steps;
  const priced = [shape.longExit, shape.shortExit].filter((order) =>
    order !== undefined && order.type !== "marketOnClose"
  );
  if (priced.length === 0) return js``;
  const limits = slips(shape) && priced.some((order) => order!.type !== "stop");
  const body = bySide(shape, at.side, ({ isLong, sign }) => {
    const order = exitOf(shape, isLong);
    if (order === undefined) return js``;
    const waiting = {
      order,
      view: viewOf({ ...shape, long: isLong, short: !isLong }, sign),
      exit: true,
      price: at.leavingPrice,
      limit: at.leavingLimit,
      reached: at.leavingReached,
    };
    return emitReached(waiting, ({ base, limit }) =>
      js`base = ${base};
          ${when(limits && limit !== undefined, () => js`limit = ${limit!};`)}
          found = true;`);
  });
  return js`// Waiting exit
    if (${at.leaving} !== 0 && ${at.side} !== 0${
    shape.slippage.impact ? js` && ${hasVolume(shape)}` : js``
  }) {
      let found = false;
      let base = 0;
      ${when(limits, () => js`let limit = NaN;`)}
      ${body}
      if (found) {
        ${at.leaving} = 0;
        ${
    emitWholeExit({
      base: js`base`,
      reason: js`${reasonCode("signal")}`,
      ...(limits ? { limit: js`limit` } : {}),
    }, steps)
  }
      }
    }`;
}

/** The exit order that waits for this close. */
export function emitLeaveOnClose(steps: Steps): Code {
  const { shape, at } = steps;
  if (![shape.longExit, shape.shortExit].some((order) => order?.type === "marketOnClose")) {
    return js``;
  }
  const out = bySide(shape, at.side, ({ isLong }) => {
    if (exitOf(shape, isLong)?.type !== "marketOnClose") return js``;
    return js`${at.leaving} = 0;
        ${
      emitFillOrQueue({ base: js`cl`, reason: js`${reasonCode("signal")}`, atClose: true }, steps)
    }`;
  });
  return js`// Exit on the close
    if (${at.leaving} !== 0 && ${at.side} !== 0) {
      ${out}
    }`;
}

/** Cancels the exit order after its last bar. */
export function emitLeaveExpiry({ shape, at }: Steps): Code {
  if (![shape.longExit, shape.shortExit].some((order) => order?.expires)) return js``;
  return js`// Last bar of the waiting exit
    if (${at.leaving} !== 0 && i >= ${at.leavingUntil}) {
      ${at.leaving} = 0;
      ${countRefused("expired", js`1`)}
    }`;
}
