import { type Code, js, when } from "../code.ts";
import type { Steps } from "../steps/context.ts";

/** What holding over from the bar before has cost and earned: each position by index, then interest on the cash before. */
export function emitPortfolioFinancing({ shape, at }: Steps): Code {
  const { any, borrow, interest, marginInterest } = shape.financing;
  if (!any) return js``;
  const earns = interest || marginInterest;
  const earned = (rate: Code): Code =>
    js`{
        const earned = ${rate} * free * years;
        ${at.cash} += earned;
        ${at.interest} += earned;
      }`;
  return js`// Financing
    if (i > 0 && ${at.ruinIndex} < 0) {
      const years = (time[i] - time[i - 1]) / (365 * 86400000);
      ${
    when(earns, () =>
      js`let shorts = 0;
      const balance = ${at.cash};`)
  }
      for (let a = 0; a < assets; a++) {
        if (${at.quantity} >= 0) continue;
        const value = ${at.quantity} * valuePrice[a];
        ${when(earns, () => js`shorts += -value;`)}
        ${
    when(borrow, () =>
      js`const paid = borrowRate * -value * years;
        ${at.heldFinancing} += paid;
        ${at.cash} -= paid;`)
  }
      }
      ${when(earns, () => js`const free = balance - shorts;`)}
      ${when(interest, () => js`if (free > 0) ${earned(js`interestRate`)}`)}
      ${when(marginInterest, () => js`if (free < 0) ${earned(js`marginRate`)}`)}
    }`;
}
