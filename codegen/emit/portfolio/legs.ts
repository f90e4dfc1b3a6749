import { portfolioReasons } from "../../define/reasons.ts";
import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js, lines, name, when } from "../code.ts";
import { asMoney, declareFill } from "../cost.ts";
import { emitEntry, type Entry } from "../entry.ts";
import { emitExit, heldUnits } from "../fill.ts";
import { emitPartialExit } from "../partial_exit.ts";
import { emitAddition } from "../steps/additions.ts";
import { type Steps, stepsOf } from "../steps/context.ts";
import { commonReasons, counterWord } from "../names.ts";
import { byOrders, legReasons } from "./access.ts";
import { declareStop, hasStops } from "../steps/stops.ts";
import { emitEquityGoal, emitGoal, emitMissing } from "./goal.ts";
import { ownLevels } from "./levels.ts";
import { emitEquity, emitPower } from "./power.ts";
import { isSessionOver } from "./sessions.ts";
import { orderFlag, orderStatus, quantityKind } from "./order_columns.ts";

/** When and at what price an order fills. */
export interface OrderFill {
  /** Price before slippage. */
  readonly base: Code;
  /** The price that it never fills beyond; code that may be NaN. */
  readonly limit?: Code;
  /** Code for whether opening legs may fill. */
  readonly opens: Code;
  readonly atClose: boolean;
}

/** The words of a reason in the order table. */
export function orderReason(reason: typeof portfolioReasons[number]): number {
  return portfolioReasons.indexOf(reason);
}

/**
 * Fills the closing leg of `order` of the asset `a` and, if it may, its opening leg; what it finds nothing to do for ends.
 *
 * The word `moment` says when in the bar it is.
 */
export function emitFillOrder(fill: OrderFill, program: PortfolioProgram): Code {
  const { shape } = program;
  const steps = stepsOf(program, byOrders(shape));
  const { quantity } = steps.at;
  const isTarget = js`kind >= ${quantityKind.targetQuantity}`;
  const reduces = shape.needs.told;
  const { atFill } = shape.needs;
  const more = atFill ? js`(reverses || most > held)` : js`most > held`;
  const turns = reduces ? js`${more} && (orderFlags[order] & ${orderFlag.reduceOnly}) === 0` : more;
  const missing = emitMissing(quantity, program);
  return js`leg: {
      ${emitGoal(fill.base, program)}
      let wanted = ${missing};
      if (${quantity} * wanted < 0) {
        const held = ${heldUnits(shape, steps.at)};
        const most = Math.abs(wanted);
        const turns = ${turns};
        ${emitClosingLeg(fill, steps, program)}
        if (!turns) {
          ${emitEnd(orderStatus.filled, program)}
          break leg;
        }
        ${when(atFill, () => emitEquityGoal(fill.base, program))}
        wanted = ${missing};
      } else if (${isTarget} && wanted === 0 && ${
    fill.opens.text === "true" ? js`true` : js`(${fill.opens} || ${quantity} !== 0)`
  }) {
        ${emitEnd(orderStatus.filled, program)}
        break leg;
      }
      ${when(fill.opens.text !== "true", () => js`if (!${fill.opens}) break leg;`)}
      ${
    when(reduces, () =>
      js`if ((orderFlags[order] & ${orderFlag.reduceOnly}) !== 0) {
        host.end(order, ${orderStatus.cancelled}, ${orderReason("noPosition")}, i);
        break leg;
      }`)
  }
      ${emitOpeningLeg(fill, steps, program)}
    }`;
}

/** Takes out of the position what the order is against: `most` of `held`. */
function emitClosingLeg(
  { base, limit, atClose }: OrderFill,
  { shape, at }: Steps,
  { shape: { needs } }: PortfolioProgram,
): Code {
  const { impact } = shape.slippage;
  const fill = {
    base,
    direction: js`direction`,
    ...(limit === undefined ? {} : { limit }),
  };
  const turned = needs.atFill ? js`turns || reverses` : js`turns`;
  const reason = js`${turned} ? ${legReasons.turns} : ${legReasons.ends}`;
  return js`const direction = wanted > 0 ? 1 : -1;
        if (most >= held) {
          ${declareFill({ ...fill, ...(impact ? { units: js`held` } : {}) }, shape)}
          ${emitExit({ base, fill: js`fill`, reason, atClose }, shape, at)}
          orderClosed[order] += held;
        } else {
          const units = most;
          ${
    emitPartialExit(
      {
        fill: { ...fill, ...(impact ? { units: js`units` } : {}) },
        sign: at.side,
        reason,
        atClose,
      },
      shape,
      at,
    )
  }
          orderClosed[order] += units;
        }`;
}

/** Opens a position with what is left of the order, or adds to it; ends the order. */
function emitOpeningLeg(fill: OrderFill, steps: Steps, program: PortfolioProgram): Code {
  const { at } = steps;
  const { shape } = program;
  const own = ownLevels(shape, steps);
  const entry = {
    direction: js`arriving`,
    base: fill.base,
    ...(fill.limit === undefined ? {} : { limit: fill.limit }),
    levels: { stop: js`0`, target: js`0`, trail: js`0`, gains: {} },
    size: shape.needs.atFill ? js`(risks ? risk / ${toStop(fill.base, program)} : rest)` : js`rest`,
    power: emitPower(fill.base, program, at.quantity),
    moment: js`moment`,
    ...(own === undefined ? {} : { own }),
  };
  const reasons = [
    "priceNotPositive",
    "sizeUndefined",
    "sizeTooSmall",
    ...(own === undefined ? [] : ["levelUndefined", "levelBeyondEntry"] as const),
    ...(shape.needs.sessions ? ["sessionClosed"] as const : []),
    ...(shape.dailyLimit === undefined ? [] : ["maxTradesPerDay"] as const),
  ] as const;
  const counter = (reason: typeof reasons[number]): Code =>
    orderReason(reason) < commonReasons ? js`s[${orderReason(reason)}]` : name(counterWord(reason));
  const before = (reason: typeof reasons[number]): Code => js`refused${orderReason(reason)}`;
  const why = reasons.reduceRight(
    (rest, reason) =>
      js`${counter(reason)} !== ${before(reason)} ? ${orderReason(reason)} : ${rest}`,
    js`${orderReason("buyingPower")}`,
  );
  const over = (of: "rule" | "asset"): Pick<Entry, "sessionOver"> =>
    shape.needs.sessions ? { sessionOver: isSessionOver(of) } : {};
  return js`const arriving = orderSide[order] === 0 || kind >= ${quantityKind.targetQuantity} ? (wanted < 0 ? -1 : 1) : orderSide[order];
      const rest = Math.abs(wanted);
      ${
    when(shape.needs.atFill, () =>
      js`const risks = kind === ${quantityKind.risk} || kind === ${quantityKind.equityRisk};
      const risk = kind === ${quantityKind.equityRisk} ? orderAmount[order] * ${
        emitEquity(fill.base, program)
      } : orderAmount[order];
      let firstStop = NaN;`)
  }
      const fillsBefore = fills;
      ${reasons.map((reason) => js`const ${before(reason)} = ${counter(reason)};`)}
      const full = ${at.quantity} === 0 && positions >= mostPositions;
      if (full) refusedPositions++;
      else if (${at.quantity} === 0) {
        ${emitEntry({ ...entry, ...over("rule") }, shape, at)}
      } else {
        ${when(shape.needs.atFill && hasStops(steps), () => stopInForce(steps))}
        ${emitAddition({ ...entry, ...over("asset") }, steps)}
      }
      if (fills !== fillsBefore) {
        ${emitEnd(orderStatus.filled, program)}
      } else {
        orderReason[order] = full ? ${orderReason("maxPositions")} : ${why};
        ${
    emitEnd(js`orderFilled[order] > 0 ? ${orderStatus.filled} : ${orderStatus.rejected}`, program)
  }
      }`;
}

/** Money that a unit loses between the base price and the first stop. */
function toStop(base: Code, { shape }: PortfolioProgram): Code {
  return js`(Math.abs(${base} - firstStop)${asMoney(shape)})`;
}

/** Sets `firstStop` to the stop in force before an addition. */
function stopInForce(steps: Steps): Code {
  return js`{
          ${declareStop(steps, false)}
          if (level - level === 0) firstStop = level;
        }`;
}

/** Ends an order. */
export function emitEnd(status: Code | number, { shape }: PortfolioProgram): Code {
  return lines([
    js`orderStatus[order] = ${status};`,
    js`orderEnd[order] = i;`,
    when(shape.needs.told, () => js`host.ended(order);`),
  ]);
}
