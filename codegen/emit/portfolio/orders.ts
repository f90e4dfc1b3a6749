import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js, name, when } from "../code.ts";
import { hasVolume } from "../steps/context.ts";
import { emitOpenedInside, hasInsideRules } from "../steps/opened_inside.ts";
import { field, withAsset } from "./access.ts";
import { emitFillOrder, orderReason } from "./legs.ts";
import { moment, orderFlag, orderStatus, orderType } from "./order_columns.ts";
import { ruleSteps } from "./rules.ts";

/** Market orders at the open that were picked for it: what closes, rules that the open has jumped, what opens or adds. */
export function emitMarketOrders(jumps: Code, program: PortfolioProgram): Code {
  return program.shape.splits
    ? js`// Market orders: what closes, then what opens or adds
    for (let opens = 0; opens < 2; opens++) {
      ${when(jumps.text !== "", () => js`if (opens !== 0) {\n${jumps}\n}`)}
      ${emitPicked("open", js`(opens !== 0)`, program)}
    }`
    : js`// Market orders
      ${emitPicked("open", js`true`, program)}
      ${jumps}`;
}

/** Market orders that fill at the close right after they were submitted. */
export function emitAtClose(program: PortfolioProgram): Code {
  const { splits, closeAtEnd } = program.shape;
  const last = when(closeAtEnd, () => js` && i !== lastIndex`);
  const opens = splits ? js`(opens !== 0${last})` : closeAtEnd ? js`(i !== lastIndex)` : js`true`;
  const all = emitPicked("close", opens, program);
  return splits
    ? js`for (let opens = 0; opens < 2; opens++) {
      ${all}
    }`
    : all;
}

/** The orders that were picked for an open or close; `opens` is code for whether opening legs may fill. */
function emitPicked(at: "open" | "close", opens: Code, program: PortfolioProgram): Code {
  const atClose = at === "close";
  return js`for (let j = 0; j < pickedCount; j++) {
        const order = picked[j];
        if (orderStatus[order] !== ${orderStatus.working}) continue;
        const a = orderAsset[order];
        ${
    withAsset(
      js`const price = ${name(at)}[row + a];
        const moment = ${moment[at]};
        ${emitFillOrder({ base: js`price`, opens, atClose }, program)}`,
      program,
    )
  }
      }`;
}

/** Orders that wait for a price: those that the open has reached, then rules, then those that the range reaches. */
export function emitRestingOrders(rules: Code, program: PortfolioProgram): Code {
  const { shape } = program;
  const { needs, slippage } = shape;
  if (!needs.resting) return rules;
  const steps = ruleSteps(program);
  const inside = hasInsideRules(steps);
  const looked = js`if (op !== op${
    when(slippage.impact, () => js` || !(${hasVolume(shape)})`)
  }) continue;
        const buys = orderSide[order];
        const type = orderType[order];
        const stop = orderStop[order];
        const limit = orderLimit[order];
        let entryBase = op;
        let worst = NaN;
        let byLimit = false;
        if (moment === ${moment.open}) {
          if (type === ${orderType.stopLimit} && orderReached[order] === 0 && (op - stop) * buys >= 0) orderReached[order] = 1;
          if (type === ${orderType.limit} || type === ${orderType.limitOnOpen} || (type === ${orderType.stopLimit} && orderReached[order] !== 0)) {
            if (!((op - limit) * buys <= 0)) {
              if (type === ${orderType.limitOnOpen}) host.end(order, ${orderStatus.expired}, ${
    orderReason("expired")
  }, i);
              continue;
            }
            worst = limit;
            byLimit = true;
          } else if (type === ${orderType.stopLimit} || !((op - stop) * buys >= 0)) continue;
        } else {
          if (type === ${orderType.limitOnOpen}) continue;
          const cheapest = buys > 0 ? lo : hi;
          const dearest = buys > 0 ? hi : lo;
          if (type === ${orderType.limit} || (type === ${orderType.stopLimit} && orderReached[order] !== 0)) {
            if (!((cheapest - limit) * buys <= 0)) continue;
            entryBase = limit;
            worst = limit;
            byLimit = true;
          } else {
            if (!((dearest - stop) * buys >= 0)) continue;
            entryBase = stop;
            if (type === ${orderType.stopLimit}) {
              worst = limit;
              if (!((stop - limit) * buys <= 0)) {
                // The price may have come back to the limit after the stop was touched: the close tells
                orderReached[order] = 1;
                if (!((cl - limit) * buys <= 0)) continue;
                entryBase = limit;
                byLimit = true;
              }
            }
          }
        }
        ${
    when(
      inside,
      () => js`const opens = ${field("quantity")} * buys <= 0;`,
    )
  }
        ${
    emitFillOrder(
      { base: js`entryBase`, limit: js`worst`, opens: js`true`, atClose: false },
      program,
    )
  }
        ${
    when(inside, () =>
      js`if (moment === ${moment.inside} && opens && ${field("quantity")} * buys > 0) {
          ${emitOpenedInside(steps)}
        }`)
  }`;
  return js`// Orders that wait: at the open, then inside the bar
    for (let moment = 0; moment < 2; moment++) {
      ${when(rules.text !== "", () => js`if (moment === ${moment.inside}) {\n${rules}\n}`)}
      for (let j = 0; j < restingCount; j++) {
        const order = resting[j];
        if (orderStatus[order] !== ${orderStatus.working} || orderFrom[order] > i) continue;
        const a = orderAsset[order];
        ${withAsset(looked, program)}
      }
    }`;
}

/** Orders for the close: those beyond their limits leave, then closing legs, then opening legs. */
export function emitOnCloseOrders(program: PortfolioProgram): Code {
  const { shape } = program;
  if (!shape.needs.onClose) return js``;
  const { impact } = shape.slippage;
  const last = when(shape.closeAtEnd, () => js` && i !== lastIndex`);
  const ready =
    js`if (orderStatus[order] !== ${orderStatus.working} || orderFrom[order] > i || (orderFlags[order] & ${orderFlag.queued}) !== 0) continue;
        const a = orderAsset[order];
        const price = close[row + a];
        if (price !== price) continue;`;
  const limit =
    js`const worst = orderType[order] === ${orderType.limitOnClose} ? orderLimit[order] : NaN;`;
  const beyond = js`${limit}
        if ((price - worst) * orderSide[order] > 0${
    when(impact, () => js` && ${hasVolume(shape)}`)
  }) host.end(order, ${orderStatus.expired}, ${orderReason("expired")}, i);`;
  const fills = js`${
    when(impact, () =>
      js`if (!(${hasVolume(shape)})) {
          if (orderType[order] === ${orderType.marketOnClose}) host.queue(order, i);
          continue;
        }`)
  }
        ${limit}
        const moment = ${moment.close};
        ${
    emitFillOrder({
      base: js`price`,
      limit: js`worst`,
      opens: js`(opens !== 0${last})`,
      atClose: true,
    }, program)
  }`;
  return js`// Orders on the close
    for (let j = 0; j < closingCount; j++) {
        const order = closing[j];
        ${ready}
        ${withAsset(beyond, program)}
    }
    for (let opens = 0; opens < 2; opens++) {
      for (let j = 0; j < closingCount; j++) {
        const order = closing[j];
        ${ready}
        ${withAsset(fills, program)}
      }
    }`;
}
