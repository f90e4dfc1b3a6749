import { orderReasons } from "../define/reasons.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, js, name, nothing, when } from "./code.ts";
import { asMoney, emitFee } from "./cost.ts";
import { type Access, commonReasons, counterWord } from "./names.ts";

/** Counts a refused order and leaves the entry. */
export function refuse(reason: typeof orderReasons[number]): Code {
  return js`{
      ${countRefused(reason, js`1`)}
      break entry;
    }`;
}

/** Adds to the counter of a reason. */
export function countRefused(reason: typeof orderReasons[number], count: Code): Code {
  const index = orderReasons.indexOf(reason);
  if (index >= commonReasons) return js`${name(counterWord(reason))} += ${count};`;
  return js`s[${index}] += ${count}; // ${name(reason)}`;
}

/** What the size of an entry is taken from. */
export interface Sizing {
  /** The value of the size. */
  readonly size: Code;
  readonly equity: Code;
  /** The stop that is in force first; only read where the size is by risk. */
  readonly stop: Code;
}

/** Sets `units` to the quantity wanted, rounded to the lot; refuses what is no quantity. */
export function emitQuantity(sizing: Sizing, shape: Shape, at: Access): Code {
  const { size, equity, stop } = sizing;
  const wanted = {
    units: size,
    value: js`${size} / base`,
    percentOfEquity: js`${size} * ${equity} / base`,
    volatilityTarget: js`${size} * ${equity} / base`,
    riskOfEquity: js`${size} * ${equity} / Math.abs(base - ${stop})`,
    kelly: js`fraction * ${equity} / base`,
  }[shape.size];
  return js`// Size
    ${when(shape.size === "kelly", () => emitKelly(at))}
    let units = ${wanted};
    if (!(units - units === 0)) ${refuse("sizeUndefined")}
    if (!(units > 0)) ${refuse("sizeTooSmall")}
    ${
    when(shape.lot, () =>
      js`${emitLot()}
      if (!(units > 0)) ${refuse("sizeTooSmall")}`)
  }
    ${when(shape.maxQuantity, () => emitMost(shape))}
    ${when(shape.maxQuantity && shape.lot, () => js`if (!(units > 0)) ${refuse("sizeTooSmall")}`)}
    ${when(shape.minQuantity, () => js`if (units < minQuantity) ${refuse("sizeTooSmall")}`)}`;
}

/** Sets `fraction` to what Kelly's formula makes of the trades so far. */
function emitKelly({ wins, won, lost, ...at }: Access): Code {
  const trades = at.tradesSoFar ?? at.trades;
  return js`let fraction = kellyLeast;
    if (${trades} >= kellyTrades && ${wins} > 0) {
      const share = ${wins} / ${trades};
      const losses = ${trades} - ${wins};
      let asked = 1;
      if (losses > 0) asked = share - (1 - share) * -(${lost} / losses) / (${won} / ${wins});
      if (!(kellyFraction * asked <= kellyLeast)) fraction = kellyFraction * asked;
    }`;
}

/** Cuts `units` to the largest quantity of an entry. */
function emitMost(shape: Shape): Code {
  return js`if (units > maxQuantity) {
      units = maxQuantity;
      ${shape.lot ? emitLot() : nothing}
    }`;
}

/** Rounds `units` down to whole lots, with room for the error of a division. */
export function emitLot(): Code {
  return js`{
      const lots = units / lot;
      let whole = Math.round(lots);
      if (Math.abs(lots - whole) > 1e-9 * (whole > 1 ? whole : 1)) whole = Math.trunc(lots);
      units = whole * lot;
    }`;
}

/**
 * Holds the entry against the buying power: refuses it or makes it smaller. Sets `fee`.
 *
 * Whether it was made smaller is counted, or noted as `reduced` where it may still be refused.
 */
export function emitBuyingPower(
  { power, refusable = false }: { readonly power: Code; readonly refusable?: boolean },
  shape: Shape,
  at: Access,
): Code {
  const fee = emitFee(js`units`, js`fill`, shape);
  const declare = when(shape.commission.any, () => js`let fee = 0;`);
  if (shape.cashPolicy === "unlimited") return js`${declare}\n${fee}`;
  const cost = shape.commission.any
    ? js`units * fill${asMoney(shape)} + ${levered(js`fee`, shape)}`
    : js`units * fill${asMoney(shape)}`;
  const short = js`!(${cost} <= power)`;
  const failing = shape.cashPolicy === "reject" ? refuse("buyingPower") : emitReduce({
    short,
    fee,
    shape,
    count: refusable ? js`reduced = 1;` : js`${at.reducedOrders}++;`,
  });
  return js`// Buying power
    ${when(refusable && shape.cashPolicy === "reduce", () => js`let reduced = 0;`)}
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
  readonly count: Code;
}

/** Counts an entry that was made smaller, once it stands. */
export function emitReduced({ cashPolicy }: Shape, at: Access): Code {
  return cashPolicy === "reduce" ? js`${at.reducedOrders} += reduced;` : nothing;
}

/** Makes the entry as large as the buying power allows. */
function emitReduce({ short, fee, shape, count }: Reduction): Code {
  const { tiers } = shape.commission;
  const step = shape.lot
    ? js`(lot > units * 2 ** -52 ? lot : units * 2 ** -52)`
    : js`units * 2 ** -52`;
  const small = shape.minQuantity ? js` || units < minQuantity` : nothing;
  return js`{
      ${tiers === 0 ? emitLargest(js`feePercent`, shape, js`let `) : emitLargestOfTiers(shape)}
      if (!(units < most)) units = most;
      ${shape.lot ? emitLot() : nothing}
      ${when(shape.maxQuantity, () => emitMost(shape))}
      ${fee}
      for (let step = 0; step < 64 && ${short}; step++) {
        units -= ${step};
        ${fee}
      }
      if (!(units > 0) || ${short}${small}) ${refuse("buyingPower")}
      ${count}
    }`;
}

/** Sets `most` to the largest quantity under one percentage, or declares it. */
function emitLargest(rate: Code, shape: Shape, declare = nothing): Code {
  const { commission } = shape;
  const price = unitPrice(shape);
  const free = commission.perOrder ? js`(power - ${levered(js`feePerOrder`, shape)})` : js`power`;
  const percent = commission.percent ? js`${price} * (1 + ${levered(rate, shape)})` : price;
  const unitCost = commission.perUnit
    ? js`(${percent} + ${levered(js`feePerUnit`, shape)})`
    : js`(${percent})`;
  return js`${declare}most = ${free} / ${unitCost};
      ${
    when(commission.minimum, () =>
      js`const least = (power - ${levered(js`feeMinimum`, shape)}) / ${price};
      if (least < most) most = least;`)
  }
      ${
    when(commission.maximum, () =>
      js`const capped = (power - ${levered(js`feeMaximum`, shape)}) / ${price};
      if (capped > most) most = capped;`)
  }`;
}

/** The value of a unit at the price of the fill. */
function unitPrice({ multiplier = false }: Shape): Code {
  return multiplier ? js`(fill * multiplier)` : js`fill`;
}

/** Declares `most`, the largest quantity that lies in its own tier. */
function emitLargestOfTiers(shape: Shape): Code {
  const price = unitPrice(shape);
  const { tiers } = shape.commission;
  const blocks: Code[] = [];
  for (let tier = tiers - 1; tier >= 0; tier--) {
    const cut = tier === tiers - 1
      ? nothing
      : js`if (most > ${name(`tierUpTo${tier}`)} / ${price}) most = ${
        name(`tierUpTo${tier}`)
      } / ${price};`;
    const largest = emitLargest(name(`tierPercent${tier}`), shape);
    const scoped = shape.commission.minimum || shape.commission.maximum;
    blocks.push(js`${scoped ? js`{\n${largest}\n}` : largest}
        ${cut}
        ${
      when(tier > 0, () => js`if (most * ${price} > ${name(`tierUpTo${tier - 1}`)}) break tiers;`)
    }`);
  }
  return js`let most = 0;
      tiers: {
        ${blocks}
      }`;
}
