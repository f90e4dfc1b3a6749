import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, join, js, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { field, withAsset } from "./access.ts";

/** What holding over from the bar before has cost and earned: each position by index, then interest on the cash before. */
export function emitPortfolioFinancing(program: PortfolioProgram): Code {
  const { shape } = program;
  const { any, borrow, funding, interest, marginInterest } = shape.financing;
  if (!any) return js``;
  const quantity = field("quantity");
  const earns = interest || marginInterest;
  const earned = (rate: Code): Code =>
    js`{
        const earned = ${rate} * free * years;
        cash += earned;
        interest += earned;
      }`;
  const terms = [
    ...(borrow ? [js`(value < 0 ? borrowRate * -value * years : 0)`] : []),
    ...(funding === undefined ? [] : [js`(rate === rate ? rate : 0) * value`]),
  ];
  const paid = js`${when(funding !== undefined, () => js`const rate = fundingRate[row + a];`)}
        const paid = ${join(terms, js` + `)};
        ${field("heldFinancing")} += paid;
        cash -= paid;`;
  return js`// Financing
    if (i > 0 && ruinIndex < 0) {
      const years = (time[i] - time[i - 1]) / (365 * 86400000);
      ${
    when(earns, () =>
      js`let shorts = 0;
      const balance = cash;`)
  }
      for (let a = 0; a < assets; a++) {
        if (${quantity} ${funding === undefined ? js`>=` : js`===`} 0) continue;
        ${
    withAsset(
      js`const value = ${quantity} * valuePrice[a]${asMoney(shape)};
        ${when(earns, () => js`if (value < 0) shorts += -value;`)}
        ${when(terms.length > 0, () => paid)}`,
      program,
    )
  }
      }
      ${when(earns, () => js`const free = balance - shorts;`)}
      ${when(interest, () => js`if (free > 0) ${earned(js`interestRate`)}`)}
      ${when(marginInterest, () => js`if (free < 0) ${earned(js`marginRate`)}`)}
    }`;
}
