import { type Code, js, lines, when } from "../code.ts";
import { declareFill, emitFee, toGrid } from "../cost.ts";
import { emitLedger, emitRareColumns, emitRow, heldUnits, reasonCode } from "../fill.ts";
import { emitLot } from "../size.ts";
import { hasVolume, listed, type Steps } from "./context.ts";
import { opposite } from "./stops.ts";
import { emitQueueExit } from "./way_out.ts";

/** Sets `part` to the level of the part at an index. */
export function declarePart(index: Code, steps: Steps): Code {
  const { shape, at, holder } = steps;
  const { form } = shape.scaleOut!;
  const by = listed(steps, "partAt0", index);
  const level = form === "fraction"
    ? js`${at.entryPrice} * (${holder.forth(js`1`, by)})`
    : form === "distance"
    ? holder.forth(at.entryPrice, by)
    : holder.forth(at.entryPrice, js`${by} * ${at.risk}`);
  return js`${shape.tick ? js`let` : js`const`} part = ${level};
        ${when(shape.tick, () => toGrid(js`part`, holder.sign))}`;
}

/** Whether the target lies before `part`. */
export function isBeyondTarget({ shape, at, holder }: Steps): Code {
  return shape.take === undefined ? js`false` : holder.above(js`part`, at.target);
}

/** Declares `units`, what the part at an index takes of `held` units. */
export function declarePartUnits(index: Code, steps: Steps): Code {
  const { shape, at } = steps;
  const { parts } = shape.scaleOut!;
  return js`let units = ${listed(steps, "partFraction0", index)} * ${at.largest};
        ${shape.lot ? emitLot() : js``}
        if (units > held || (partsClose !== 0 && ${index} === ${parts - 1})) units = held;`;
}

/** Where the next parts go out: as long as `reached` holds, at `base`. */
export interface Parts {
  /** Code for whether the level `part` is reached. */
  readonly reached: Code;
  /** Base price; the part's level where left out. */
  readonly base?: Code;
  readonly ambiguous?: Code;
}

/**
 * Lets the parts go out that are reached, nearest first.
 *
 * One that takes the rest sets `reason`, `base` and `limit` for the whole exit that follows, and is the last.
 */
export function emitParts({ reached, base, ambiguous }: Parts, steps: Steps): Code {
  const { shape, at } = steps;
  if (shape.scaleOut === undefined) return js``;
  const { parts } = shape.scaleOut;
  const price = base ?? js`part`;
  const whole = js`reason = ${reasonCode("scaleOut")};
            base = ${price};
            limit = part;
            break;`;
  const out = js`if (units > 0) {
          if (units === held) {
            ${whole}
          }
          ${emitPartExit({ base: price, ambiguous }, steps)}
        }`;
  return js`while (${at.partsOut} < ${parts}) {
        ${declarePart(at.partsOut, steps)}
        if (!(${reached}) || ${isBeyondTarget(steps)}) break;
        const held = ${heldUnits(shape, at)};
        ${declarePartUnits(at.partsOut, steps)}
        ${
    when(shape.slippage.impact, () =>
      js`if (!(${hasVolume})) {
          if (units > 0) ${emitQueueExit(js`${reasonCode("scaleOut")}`, steps)}
          break;
        }`)
  }
        ${at.partsOut}++;
        ${out}
      }`;
}

/** Takes `units` of `held` out at a limit: a trade row of their own. */
function emitPartExit(
  { base, ambiguous }: { readonly base: Code; readonly ambiguous: Code | undefined },
  steps: Steps,
): Code {
  const { shape, at, holder } = steps;
  const { commission, financing, slippage } = shape;
  const fill = {
    base,
    direction: opposite(holder.sign),
    limit: js`part`,
    ...(slippage.impact ? { units: js`units` } : {}),
  };
  const signed = holder.sign.text === "1"
    ? js`units`
    : holder.sign.text === "-1"
    ? js`-units`
    : js`${holder.sign} * units`;
  const slips = slippage.any || shape.tick;
  return js`{
          ${declareFill(fill, shape)}
          const share = units / held;
          const sold = ${signed};
          ${when(commission.any, () => js`let fee = 0;\n${emitFee(js`units`, js`fill`, shape)}`)}
          ${
    lines([
      when(commission.any, () => js`const rowFee = ${at.entryFee} * share;`),
      when(slips, () => js`const rowSlippage = ${at.entrySlippage} * share;`),
      when(financing.any, () =>
        js`const restFinancing = ${at.heldFinancing};
          ${at.heldFinancing} = restFinancing * share;`),
    ])
  }
          ${at.cash} = ${at.cash} + sold * fill${commission.any ? js` - fee` : js``};
          ${emitRow({ fill: js`fill`, exitIndex: js`i` }, at)}
          ${when(commission.any, () => js`tradeFees[${at.trades}] = rowFee + fee;`)}
          tradePnl[${at.trades}] = sold * (fill - ${at.entryPrice})${
    commission.any ? js` - (rowFee + fee)` : js``
  }${financing.any ? js` - ${at.heldFinancing}` : js``};
          ${
    when(slips, () =>
      js`tradeSlippage[${at.trades}] = rowSlippage + Math.abs(fill - ${base}) * units;`)
  }
          tradeReason[${at.trades}] = ${reasonCode("scaleOut")};
          ${when(ambiguous !== undefined, () => js`tradeAmbiguous[${at.trades}] = ${ambiguous!};`)}
          ${emitRareColumns({}, shape, at)}
          ${at.trades}++;
          ${
    lines([
      when(commission.any, () => js`${at.entryFee} -= rowFee;`),
      when(slips, () => js`${at.entrySlippage} -= rowSlippage;`),
      when(financing.any, () => js`${at.heldFinancing} = restFinancing - ${at.heldFinancing};`),
    ])
  }
          ${at.quantity} -= sold;
          ${emitLedger(at)}
        }`;
}
