import { orderReasons } from "../../define/reasons.ts";
import { type Code, js, when } from "../code.ts";
import { declareFill } from "../cost.ts";
import { emitEntry } from "../entry.ts";
import { emitExit, heldUnits, reasonCode } from "../fill.ts";
import { emitPartialExit } from "../partial_exit.ts";
import { emitLot } from "../size.ts";
import { emitAddition } from "../steps/additions.ts";
import type { Steps } from "../steps/context.ts";
import { orderStatus, quantityKind, reasonOfPositions } from "./order_columns.ts";

/** Market orders at the open: first what closes, then what opens or adds, each in order of submission. */
export function emitMarketOrders(steps: Steps): Code {
  return js`// Market orders: what closes
    for (let j = 0; j < marketCount; j++) {
      ${emitOrder(steps, js`continue;`)}
      ${emitClosingLeg(steps)}
      else if (kind >= ${quantityKind.targetQuantity} && wanted === 0 && ${steps.at.quantity} !== 0) {
        ${emitEnd(js`${orderStatus.filled}`)}
      }
    }
    // Market orders: what opens or adds
    let kept = 0;
    for (let j = 0; j < marketCount; j++) {
      if (orderStatus[market[j]] !== ${orderStatus.working}) continue;
      ${
    emitOrder(
      steps,
      js`market[kept++] = order;
        continue;`,
    )
  }
      ${emitClosingLeg(steps)}
      if (orderStatus[order] !== ${orderStatus.working}) continue;
      ${emitOpeningLeg(steps)}
    }
    marketCount = kept;`;
}

/** Declares an order's asset and what it still wants at `base`, the open. Without a bar it waits. */
function emitOrder({ shape, at }: Steps, waits: Code): Code {
  return js`const order = market[j];
      const a = orderAsset[order];
      const base = open[row + a];
      if (base !== base) {
        ${waits}
      }
      const kind = orderKind[order];
      let goal = orderAmount[order];
      if (kind === ${quantityKind.targetPercent}) goal = goal * orderEquity[order] / base;
      else if (kind === ${quantityKind.targetValue} || kind === ${quantityKind.value}) goal = goal / base;
      ${
    when(shape.lot, () =>
      js`if (kind !== ${quantityKind.quantity} && kind !== ${quantityKind.targetQuantity}) {
        let units = Math.abs(goal);
        ${emitLot()}
        goal = Math.sign(goal) * units;
      }`)
  }
      const wanted = ${emitMissing(at)};`;
}

/** Signed units that an order still wants; the rounding of parts that went out is nothing to trade for. */
function emitMissing({ quantity }: Steps["at"]): Code {
  return js`kind < ${quantityKind.targetQuantity}
        ? orderSide[order] * (goal - orderClosed[order])
        : Math.abs(goal - ${quantity}) < 1e-9 * Math.max(Math.abs(goal), Math.abs(${quantity}))
        ? 0
        : goal - ${quantity}`;
}

/** Takes out of the position what the order is against; ends in an if. */
function emitClosingLeg(steps: Steps): Code {
  const { shape, at } = steps;
  const fill = { base: js`base`, direction: js`direction` };
  const reason = js`most > held ? ${reasonCode("reverse")} : ${reasonCode("signal")}`;
  return js`if (${at.quantity} * wanted < 0) {
        const held = ${heldUnits(shape, at)};
        const most = Math.abs(wanted);
        const direction = wanted > 0 ? 1 : -1;
        if (most >= held) {
          ${declareFill(fill, shape)}
          ${emitExit({ base: js`base`, fill: js`fill`, reason }, shape, at)}
          orderClosed[order] += held;
          positions--;
        } else {
          const units = most;
          ${emitPartialExit({ fill, sign: at.side, reason }, shape, at)}
          orderClosed[order] += units;
        }
        tradeAsset[trades - 1] = a;
        ${emitBook(steps)}
        if (most <= held) {
          ${emitEnd(js`${orderStatus.filled}`)}
        }
      }`;
}

/** Opens a position with what is left of the order, or adds to it. */
function emitOpeningLeg(steps: Steps): Code {
  const { at } = steps;
  const entry = {
    direction: js`arriving`,
    base: js`open[row + a]`,
    levels: { stop: js`0`, target: js`0`, trail: js`0`, gains: {} },
    size: js`rest`,
    power: emitPower(steps),
  };
  const kinds = ["priceNotPositive", "sizeUndefined", "sizeTooSmall"] as const;
  const position = (reason: typeof orderReasons[number]): number => orderReasons.indexOf(reason);
  const why = kinds.reduceRight(
    (rest, reason) =>
      js`s[${position(reason)}] !== refused${position(reason)} ? ${position(reason)} : ${rest}`,
    js`${position("buyingPower")}`,
  );
  return js`const still = ${emitMissing(at)};
      if (kind >= ${quantityKind.targetQuantity} && still === 0) {
        ${emitEnd(js`${orderStatus.filled}`)}
        continue;
      }
      const arriving = kind >= ${quantityKind.targetQuantity} ? (still < 0 ? -1 : 1) : orderSide[order];
      const rest = Math.abs(still);
      const fillsBefore = fills;
      ${kinds.map((reason) => js`const refused${position(reason)} = s[${position(reason)}];`)}
      if (${at.quantity} === 0) {
        if (positions < mostPositions) {
          ${emitEntry(entry, steps.shape, at)}
          if (fills !== fillsBefore) positions++;
        }
      } else {
        ${emitAddition(entry, steps)}
      }
      if (fills !== fillsBefore) {
        ${emitBook(steps)}
        ${emitEnd(js`${orderStatus.filled}`)}
      } else {
        if (${at.quantity} === 0 && positions >= mostPositions) {
          refusedPositions++;
          orderReason[order] = ${reasonOfPositions};
        } else {
          orderReason[order] = ${why};
        }
        ${emitEnd(js`orderFilled[order] > 0 ? ${orderStatus.filled} : ${orderStatus.rejected}`)}
      }`;
}

/** Buying power at the price of the fill: other assets are worth their last close. */
function emitPower({ shape, at }: Steps): Code {
  const here = js`${at.quantity} * base`;
  const equity = js`(${at.cash} + (heldValue - assetValue[a] + ${here}))`;
  const gross = js`(grossValue - Math.abs(assetValue[a]) + Math.abs(${here}))`;
  return js`${shape.leverage ? js`leverage * ${equity}` : equity} - ${gross}`;
}

/** Notes a fill in the log and in the values of what is held. */
function emitBook({ at }: Steps): Code {
  return js`fillAsset[fills - 1] = a;
        const after = ${at.quantity} === 0 ? 0 : ${at.quantity} * valuePrice[a];
        heldValue = heldValue - assetValue[a] + after;
        grossValue = grossValue - Math.abs(assetValue[a]) + Math.abs(after);
        assetValue[a] = after;`;
}

/** Ends an order. */
function emitEnd(status: Code): Code {
  return js`orderStatus[order] = ${status};
        orderEnd[order] = i;`;
}
