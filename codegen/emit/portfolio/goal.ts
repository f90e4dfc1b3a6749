import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { emitLot } from "../size.ts";
import { orderFlag, quantityKind } from "./order_columns.ts";
import { emitEquity } from "./power.ts";

/** Declares what the order counts, `kind`, and how many units it comes to, `goal`. */
export function emitGoal(base: Code, program: PortfolioProgram): Code {
  const { shape } = program;
  const unit = unitPrice(base, program);
  return js`const kind = orderKind[order];
      ${
    when(
      shape.needs.atFill,
      () => js`const reverses = (orderFlags[order] & ${orderFlag.reverse}) !== 0;`,
    )
  }
      let goal = orderAmount[order];
      if (kind === ${quantityKind.targetPercent}) goal = goal * orderEquity[order] / ${unit};
      else if (kind === ${quantityKind.targetValue} || kind === ${quantityKind.value}) goal = goal / ${unit};
      ${
    when(shape.lot, () =>
      js`if (kind !== ${quantityKind.quantity} && kind !== ${quantityKind.targetQuantity}) ${wholeLots}`)
  }
      ${when(shape.needs.atFill, () => emitEquityGoal(base, program))}`;
}

/** The units of a part of the equity, which are others after a closing leg; those of a risk are told by the stop, later. */
export function emitEquityGoal(base: Code, program: PortfolioProgram): Code {
  const units = js`orderAmount[order] * Math.max(0, ${emitEquity(base, program)})`;
  return js`if (kind === ${quantityKind.equityFraction}) {
        goal = ${units} / ${unitPrice(base, program)};
        ${when(program.shape.lot, () => wholeLots)}
      } else if (kind === ${quantityKind.risk} || kind === ${quantityKind.equityRisk}) goal = 0;`;
}

const wholeLots = js`{
        let units = Math.abs(goal);
        ${emitLot()}
        goal = Math.sign(goal) * units;
      }`;

function unitPrice(base: Code, { shape }: PortfolioProgram): Code {
  return shape.multiplier ? js`(${base}${asMoney(shape)})` : base;
}

/** Signed units that an order still wants; the rounding of parts that went out is nothing to trade for. */
export function emitMissing(quantity: Code, { shape }: PortfolioProgram): Code {
  const side = js`orderSide[order]`;
  const own = js`${side} * (goal - orderClosed[order])`;
  // Before it has turned the position round a reversing order wants that too, afterwards all of its own quantity.
  const ofSide = shape.needs.atFill
    ? js`(reverses ? (${side} * ${quantity} < 0 ? ${side} * goal - ${quantity} : ${side} * goal) : ${own})`
    : own;
  return js`kind < ${quantityKind.targetQuantity}
        ? ${ofSide}
        : Math.abs(goal - ${quantity}) < 1e-9 * Math.max(Math.abs(goal), Math.abs(${quantity}))
        ? 0
        : goal - ${quantity}`;
}
