import { orderReasons } from "../define/reasons.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, name as comment, nothing, when } from "./code.ts";
import { emitFee } from "./cost.ts";
import type { Access } from "./names.ts";

/** Counts a refused order and leaves the entry. */
export function refuse(reason: typeof orderReasons[number]): Code {
  return js`{
      ${countRefused(reason, js`1`)}
      break entry;
    }`;
}

/** Adds to the counter of a reason. */
export function countRefused(reason: typeof orderReasons[number], count: Code): Code {
  return js`s[${orderReasons.indexOf(reason)}] += ${count}; // ${comment(reason)}`;
}

/** Sets `units` to the quantity wanted, rounded to the lot; refuses what is no quantity. */
export function emitQuantity(size: Code, shape: Shape, at: Access): Code {
  const wanted = {
    units: size,
    value: js`${size} / base`,
    percentOfEquity: js`${size} * ${at.cash} / base`,
  }[shape.size];
  return js`// Size
    let units = ${wanted};
    if (!(units - units === 0)) ${refuse("sizeUndefined")}
    if (!(units > 0)) ${refuse("sizeTooSmall")}
    ${
    when(shape.lot, () =>
      js`${emitLot()}
      if (!(units > 0)) ${refuse("sizeTooSmall")}`)
  }`;
}

/** Rounds `units` down to whole lots, with room for the error of a division. */
function emitLot(): Code {
  return js`{
      const lots = units / lot;
      let whole = Math.round(lots);
      if (Math.abs(lots - whole) > 1e-9 * (whole > 1 ? whole : 1)) whole = Math.trunc(lots);
      units = whole * lot;
    }`;
}

/** Holds the entry against the buying power: refuses it or makes it smaller. Sets `fee`. */
export function emitBuyingPower(shape: Shape, at: Access): Code {
  const fee = emitFee(js`units`, js`fill`, shape);
  const declare = when(shape.commission.any, () => js`let fee = 0;`);
  if (shape.cashPolicy === "unlimited") return js`${declare}\n${fee}`;
  const power = shape.leverage ? js`leverage * ${at.cash}` : at.cash;
  const cost = shape.commission.any
    ? js`units * fill + ${levered(js`fee`, shape)}`
    : js`units * fill`;
  const short = js`!(${cost} <= power)`;
  const failing = shape.cashPolicy === "reject"
    ? refuse("buyingPower")
    : emitReduce({ short, fee, shape, at });
  return js`// Buying power
    ${declare}
    const power = ${power};
    ${fee}
    if (${short}) ${failing}`;
}

function levered(amount: Code, shape: Shape): Code {
  return shape.leverage ? js`leverage * ${amount}` : amount;
}

interface Reduction {
  readonly short: Code;
  readonly fee: Code;
  readonly shape: Shape;
  readonly at: Access;
}

/** Makes the entry as large as the buying power allows. */
function emitReduce({ short, fee, shape, at }: Reduction): Code {
  const { commission } = shape;
  const free = commission.perOrder ? js`(power - ${levered(js`feePerOrder`, shape)})` : js`power`;
  const percent = commission.percent
    ? js`fill * (1 + ${levered(js`feePercent`, shape)})`
    : js`fill`;
  const unitCost = commission.perUnit
    ? js`(${percent} + ${levered(js`feePerUnit`, shape)})`
    : js`(${percent})`;
  const step = shape.lot
    ? js`(lot > units * 2 ** -52 ? lot : units * 2 ** -52)`
    : js`units * 2 ** -52`;
  return js`{
      let most = ${free} / ${unitCost};
      ${
    when(commission.minimum, () =>
      js`const least = (power - ${levered(js`feeMinimum`, shape)}) / fill;
      if (least < most) most = least;`)
  }
      if (!(units < most)) units = most;
      ${shape.lot ? emitLot() : nothing}
      ${fee}
      for (let step = 0; step < 64 && ${short}; step++) {
        units -= ${step};
        ${fee}
      }
      if (!(units > 0) || ${short}) ${refuse("buyingPower")}
      ${at.reducedOrders}++;
    }`;
}
