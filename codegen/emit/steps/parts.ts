import { type Code, js, when } from "../code.ts";
import { slips, toGrid } from "../cost.ts";
import { heldUnits, reasonCode } from "../fill.ts";
import { emitPartialExit } from "../partial_exit.ts";
import { emitLot } from "../size.ts";
import { ownLevel } from "../own_level.ts";
import { hasVolume, listed, type Steps } from "./context.ts";
import { opposite } from "./stops.ts";
import { emitCancelWaits, emitQueueExit } from "./way_out.ts";

/** Sets `part` to the level of the part at an index. */
export function declarePart(index: Code, steps: Steps): Code {
  const { shape, at, holder } = steps;
  const { form } = shape.scaleOut!;
  const { own } = at;
  const by = own === undefined
    ? listed(steps, "partAt0", index)
    : js`partAt[${own.partStart} + ${index}]`;
  const level = own !== undefined
    ? ownLevel(own.partForm, by, at.entryPrice, js`${at.side} > 0`, at.risk)
    : form === "fraction"
    ? js`${at.entryPrice} * (${holder.forth(js`1`, by)})`
    : form === "distance"
    ? holder.forth(at.entryPrice, by)
    : holder.forth(at.entryPrice, js`${by} * ${at.risk}`);
  return js`${shape.tick ? js`let` : js`const`} part = ${level};
        ${when(shape.tick, () => toGrid(js`part`, holder.sign))}`;
}

/** Whether `part` stays: it is not reached, or the target lies before it. */
export function isLeft(reached: Code, { shape, at, holder }: Steps): Code {
  return shape.take === undefined
    ? js`!(${reached})`
    : js`!(${reached}) || ${holder.above(js`part`, at.target)}`;
}

/** Declares `units`, what the part at an index takes of `held` units. */
export function declarePartUnits(index: Code, steps: Steps): Code {
  const { shape, at } = steps;
  const { own } = at;
  const last = own === undefined ? js`${shape.scaleOut!.parts - 1}` : js`${own.partCount} - 1`;
  const fraction = own === undefined
    ? listed(steps, "partFraction0", index)
    : js`partFraction[${own.partStart} + ${index}]`;
  const closes = own === undefined ? js`partsClose` : own.partsClose;
  return js`let units = ${fraction} * ${at.largest};
        ${shape.lot ? emitLot() : js``}
        if (units > held || (${closes} !== 0 && ${index} === ${last})) units = held;`;
}

/** Code for the number of parts that a position has. */
export function partCount({ shape, at }: Steps): Code {
  return at.own === undefined ? js`${shape.scaleOut!.parts}` : at.own.partCount;
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
  const price = base ?? js`part`;
  const whole = js`reason = ${reasonCode("scaleOut")};
            base = ${price};
            ${when(slips(shape), () => js`limit = part;`)}
            break;`;
  const out = js`if (units > 0) {
          if (units === held) {
            ${whole}
          }
          ${emitPart({ base: price, ambiguous }, steps)}
        }`;
  return js`// Parts
        while (${at.partsOut} < ${partCount(steps)}) {
        ${declarePart(at.partsOut, steps)}
        if (${isLeft(reached, steps)}) break;
        const held = ${heldUnits(shape, at)};
        ${declarePartUnits(at.partsOut, steps)}
        ${
    when(shape.slippage.impact, () =>
      js`if (units > 0 && !(${hasVolume(shape)})) {
          ${emitCancelWaits(steps)}
          ${emitQueueExit(js`${reasonCode("scaleOut")}`, steps)}
          break;
        }`)
  }
        ${at.partsOut}++;
        ${out}
      }`;
}

/** Takes `units` of `held` out at a limit. */
function emitPart(
  { base, ambiguous }: { readonly base: Code; readonly ambiguous: Code | undefined },
  { shape, at, holder }: Steps,
): Code {
  const fill = {
    base,
    direction: opposite(holder.sign),
    limit: js`part`,
    ...(shape.slippage.impact ? { units: js`units` } : {}),
  };
  return emitPartialExit(
    {
      fill,
      sign: holder.sign,
      reason: js`${reasonCode("scaleOut")}`,
      ...(ambiguous === undefined ? {} : { ambiguous }),
    },
    shape,
    at,
  );
}
