import type { Shape } from "../program/shape.ts";
import { type Code, js, nothing, when } from "./code.ts";

/** Money by which a fill at `base` is worse than `base`: `percent*base + fixed`, without absent terms. */
export function slip(base: Code, { slippage }: Shape): Code {
  if (slippage.percent && slippage.fixed) return js`(slipPercent * ${base} + slipFixed)`;
  return slippage.percent ? js`slipPercent * ${base}` : js`slipFixed`;
}

/** Price of a market fill: buying above the base, selling below; `direction` is code for +1 or -1. */
export function slipped(base: Code, direction: Code, shape: Shape): Code {
  if (!shape.slippage.any) return base;
  if (direction.text === "1") return js`${base} + ${slip(base, shape)}`;
  if (direction.text === "-1") return js`${base} - ${slip(base, shape)}`;
  return js`${base} + ${direction} * ${slip(base, shape)}`;
}

/** Sets `fee` to the commission of a fill: per order, per unit, percent of value, then the minimum. */
export function emitFee(units: Code, price: Code, shape: Shape): Code {
  const { commission } = shape;
  if (!commission.any) return nothing;
  const terms = [
    ...(commission.perOrder ? [js`feePerOrder`] : []),
    ...(commission.perUnit ? [js`feePerUnit * ${units}`] : []),
    ...(commission.percent ? [js`feePercent * (${units} * ${price})`] : []),
  ];
  const sum = terms.slice(1).reduce((all, term) => js`${all} + ${term}`, terms[0] ?? js`0`);
  return js`fee = ${sum};
    ${when(commission.minimum, () => js`if (fee < feeMinimum) fee = feeMinimum;`)}`;
}
