import type { Shape } from "../program/shape.ts";
import { type Code, join, js, lines, name, nothing, when } from "./code.ts";

/** Money by which a fill at `base` is worse than `base`, without absent terms; `share` of the volume where it moves the price. */
export function slip(base: Code, { slippage }: Shape, share?: Code): Code {
  const terms = [
    ...(slippage.percent ? [js`slipPercent * ${base}`] : []),
    ...(slippage.spread ? [js`slipSpread`] : []),
    ...(slippage.fixed ? [js`slipFixed`] : []),
    ...(slippage.ticks ? [js`slipTicks`] : []),
    ...(slippage.impact && share !== undefined
      ? [js`slipImpact * (${share} * ${share}) * ${base}`]
      : []),
  ];
  return terms.length === 1 ? terms[0] : js`(${join(terms, js` + `)})`;
}

/** Price of a market fill: buying above the base, selling below; `direction` is code for +1 or -1. */
export function slipped(base: Code, direction: Code, shape: Shape, share?: Code): Code {
  const { slippage } = shape;
  const { percent, spread, fixed, ticks, impact } = slippage;
  if (!(percent || spread || fixed || ticks || (impact && share !== undefined))) return base;
  const by = slip(base, shape, share);
  if (direction.text === "1") return js`${base} + ${by}`;
  if (direction.text === "-1") return js`${base} - ${by}`;
  return js`${base} + ${direction} * ${by}`;
}

/** Whether a fill can be at another price than its base. */
export function slips({ slippage, tick }: Shape): boolean {
  return slippage.any || tick;
}

/** What a fill needs besides costs. */
export interface Fill {
  readonly base: Code;
  /** Code for +1 buying, -1 selling. */
  readonly direction: Code;
  /** The price that a limit order never fills beyond. */
  readonly limit?: Code;
  /** Units, where volume moves the price. */
  readonly units?: Code;
}

/** Declares `fill`, the price of a fill: slipped, on the grid, within its limit. */
export function declareFill(fill: Fill, shape: Shape): Code {
  const { base, direction, units } = fill;
  if (units !== undefined) {
    return js`${declareShare(units, shape)}
      ${declareFrom(slipped(base, direction, shape, ofVolume), fill, shape)}`;
  }
  return declareFrom(slipped(base, direction, shape), fill, shape);
}

function declareFrom(price: Code, fill: Fill, shape: Shape): Code {
  // An order fills at its limit or better but for what slippage and ticks do.
  const exact = fill.limit === undefined || !slips(shape);
  if (!shape.tick && exact) return js`const fill = ${price};`;
  return js`let fill = ${price};
      ${correctFill(fill, shape)}`;
}

/** The share of the bar's volume that an order is, where `declareShare()` stands before. */
export const ofVolume: Code = js`ofVolume`;

/** Declares the share of the bar's volume that these units are. */
export function declareShare(units: Code, shape: Shape): Code {
  const share = js`${units} / ${volumeOf(shape)}`;
  return shape.mixedImpact === true
    ? js`const ofVolume = slipImpact === 0 ? 0 : ${share};`
    : js`const ofVolume = ${share};`;
}

/** The volume of the bar. */
export function volumeOf({ manyAssets = false }: Shape): Code {
  return manyAssets ? js`volume[row + a]` : js`volume[i]`;
}

/** What makes money of a quantity times a price. */
export function asMoney({ multiplier = false }: Shape): Code {
  return multiplier ? js` * multiplier` : nothing;
}

/** Puts `fill` on the grid and within its limit. */
export function correctFill({ direction, limit }: Fill, shape: Shape): Code {
  return lines([
    when(shape.tick, () => toGrid(js`fill`, direction)),
    limit === undefined ? nothing : within(limit, direction),
  ]);
}

function within(limit: Code, direction: Code): Code {
  if (direction.text === "1") return js`if (fill > ${limit}) fill = ${limit};`;
  if (direction.text === "-1") return js`if (fill < ${limit}) fill = ${limit};`;
  return js`if ((fill - ${limit}) * ${direction} > 0) fill = ${limit};`;
}

/** Puts a price on the grid of ticks: up where `direction` is 1, else down; what is on it but for an error stays. */
export function toGrid(price: Code, direction: Code): Code {
  const up = direction.text === "1"
    ? js`Math.ceil(steps)`
    : direction.text === "-1"
    ? js`Math.floor(steps)`
    : js`${direction} > 0 ? Math.ceil(steps) : Math.floor(steps)`;
  return js`{
        const steps = ${price} / tick;
        let whole = Math.round(steps);
        if (Math.abs(steps - whole) > 1e-9 * (whole > 1 ? whole : 1)) whole = ${up};
        ${price} = whole * tick;
      }`;
}

/** Sets `fee` to the commission of a fill: per order, per unit, percent of value, then the bounds. */
export function emitFee(units: Code, price: Code, shape: Shape): Code {
  const { commission } = shape;
  if (!commission.any) return nothing;
  const value = js`(${units} * ${price}${asMoney(shape)})`;
  const percent = commission.tiers > 0
    ? js`(rate === 0 ? 0 : rate * ${value})`
    : js`feePercent * ${value}`;
  const terms = [
    ...(commission.perOrder ? [js`feePerOrder`] : []),
    ...(commission.perUnit ? [js`feePerUnit * ${units}`] : []),
    ...(commission.percent ? [percent] : []),
  ];
  const sum = terms.slice(1).reduce((all, term) => js`${all} + ${term}`, terms[0] ?? js`0`);
  const set = commission.tiers > 0
    ? js`{
      const rate = ${rate(units, price, shape)};
      fee = ${sum};
    }`
    : js`fee = ${sum};`;
  return js`${set}
    ${when(commission.minimum, () => js`if (fee < feeMinimum) fee = feeMinimum;`)}
    ${when(commission.maximum, () => js`if (fee > feeMaximum) fee = feeMaximum;`)}`;
}

/** The percentage of the tier that the value of a fill lies in. */
function rate(units: Code, price: Code, shape: Shape): Code {
  const { commission } = shape;
  const tiers = Array.from({ length: commission.tiers }, (_, tier) => tier);
  return tiers.slice(0, -1).reduceRight(
    (rest, tier) =>
      js`${units} * ${price}${asMoney(shape)} <= ${name(`tierUpTo${tier}`)} ? ${
        name(`tierPercent${tier}`)
      } : ${rest}`,
    name(`tierPercent${commission.tiers - 1}`),
  );
}
