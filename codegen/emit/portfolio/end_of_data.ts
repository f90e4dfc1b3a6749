import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js, lines, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { emitRareColumns, reasonCode } from "../fill.ts";
import { emitWholeExit } from "../steps/way_out.ts";
import { byRules, field, withAsset } from "./access.ts";
import { canQueue, ruleSteps } from "./rules.ts";

/** Closes every position at its last close. */
export function emitCloseAll(reason: "liquidation" | "endOfData", program: PortfolioProgram): Code {
  const steps = ruleSteps(program);
  const exit = {
    base: js`price`,
    reason: js`${reasonCode(reason)}`,
    atClose: true,
    always: true,
  };
  return js`for (let a = 0; a < assets; a++) {
        ${when(canQueue(steps, program.shape), () => js`${field("queuedExit")} = 0;`)}
        if (${field("quantity")} === 0) continue;
        ${
    withAsset(
      js`const price = valuePrice[a];
        ${emitWholeExit(exit, steps)}`,
      program,
    )
  }
      }
      heldValue = 0;
      grossValue = 0;`;
}

/** What is left at the end of the data: orders, and positions, closed or marked. */
export function emitEndOfData(program: PortfolioProgram): Code {
  return js`const i = to - 1 | 0;
    const row = i * assets;
    ${
    program.shape.closeAtEnd
      ? js`${emitCloseAll("endOfData", program)}
    equity[i] = cash;`
      : emitOpenTrades(program)
  }`;
}

/** The rows of positions that are still open, by asset. */
function emitOpenTrades(program: PortfolioProgram): Code {
  const { shape } = program;
  const at = byRules(shape);
  const fees = shape.commission.any;
  return js`for (let a = 0; a < assets; a++) {
      if (${at.quantity} === 0) continue;
      ${
    withAsset(
      js`const price = valuePrice[a];
      tradeSide[trades] = ${at.side};
      tradeQuantity[trades] = Math.abs(${at.quantity});
      tradeEntryIndex[trades] = ${at.entryIndex};
      tradeEntryPrice[trades] = ${at.entryPrice};
      tradeExitIndex[trades] = -1;
      tradeExitPrice[trades] = price;
      tradePnl[trades] = ${at.quantity} * (price - ${at.entryPrice})${asMoney(shape)}${
        fees ? js` - ${at.entryFee}` : js``
      }${shape.financing.any ? js` - ${at.heldFinancing}` : js``};
      ${
        lines([
          when(fees, () => js`tradeFees[trades] = ${at.entryFee};`),
          when(
            shape.slippage.any || shape.tick,
            () => js`tradeSlippage[trades] = ${at.entrySlippage};`,
          ),
        ])
      }
      tradeReason[trades] = -1;
      ${emitRareColumns({}, shape, at)}
      tradeAsset[trades] = a;
      trades++;`,
      program,
    )
  }
    }`;
}
