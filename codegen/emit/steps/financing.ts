import { type Code, join, js, when } from "../code.ts";
import type { Steps } from "./context.ts";

/** What holding over from the bar before has cost and earned. */
export function emitFinancing({ shape, at }: Steps): Code {
  const { any, borrow, funding, interest, marginInterest } = shape.financing;
  if (!any) return js``;
  const rates = borrow || interest || marginInterest;
  const position = when(borrow || funding !== undefined, () => {
    const rated = borrow && shape.short;
    const paid = funding === undefined ? js`borrowed` : rated ? js`borrowed + funded` : js`funded`;
    return js`if (${at.side} !== 0) {
        ${when(rated, () => js`const borrowed = ${at.side} < 0 ? borrowRate * -value * years : 0;`)}
        ${
      when(funding !== undefined, () =>
        js`const rate = funding[i];
        const funded = rate === rate ? rate * value : 0;`)
    }
        ${
      when(rated || funding !== undefined, () =>
        js`const paid = ${paid};
        ${at.heldFinancing} += paid;
        ${at.cash} -= paid;`)
    }
      }`;
  });
  const base = shape.short ? js`value < 0 ? ${at.cash} + value : ${at.cash}` : at.cash;
  const earned = (rate: Code): Code =>
    js`{
          const earned = ${rate} * free * years;
          ${at.cash} += earned;
          ${at.interest} += earned;
        }`;
  const earnings = [
    ...(interest ? [js`if (free > 0) ${earned(js`interestRate`)}`] : []),
    ...(marginInterest ? [js`if (free < 0) ${earned(js`marginRate`)}`] : []),
  ];
  return js`// Financing
    if (i > 0 && ${at.ruinIndex} < 0) {
      const value = ${at.quantity} * close[i - 1];
      ${when(rates, () => js`const years = (time[i] - time[i - 1]) / (365 * 86400000);`)}
      ${when(interest || marginInterest, () => js`const free = ${base};`)}
      ${position}
      ${join(earnings, js` else `)}
    }`;
}
