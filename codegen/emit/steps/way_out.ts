import { type Code, js, lines, nothing, when } from "../code.ts";
import type { Shape } from "../../program/shape.ts";
import { correctFill, declareFill, declareShare, type Fill, ofVolume, slipped } from "../cost.ts";
import { emitCooldown, emitExit, heldUnits } from "../fill.ts";
import { countRefused } from "../size.ts";
import { hasVolume, type Steps } from "./context.ts";
import { opposite } from "./stops.ts";

/** A whole exit of the position. */
export interface WayOut {
  /** Price before slippage. */
  readonly base: Code;
  readonly reason: Code;
  /** The price that a limit order never fills beyond. */
  readonly limit?: Code;
  readonly ambiguous?: Code;
  readonly atClose?: boolean;
  /** Whether it fills without a volume too. */
  readonly always?: boolean;
  /** Code for whether it ends a trade and is no first leg of a reversal, which starts no cooldown; true if left out. */
  readonly ends?: Code;
}

/** Takes the position out, with all that waits to add to it or to close it; without a volume the exit is queued. */
export function emitWayOut(out: WayOut, steps: Steps): Code {
  return js`${emitCancelWaits(steps)}
      ${emitFillOrQueue(out, steps)}`;
}

/** Takes the position out, or queues the exit where there is no volume. */
export function emitFillOrQueue(out: WayOut, steps: Steps): Code {
  const { shape } = steps;
  if (!shape.slippage.impact) return emitWholeExit(out, steps);
  return js`if (${hasVolume(shape)}) {
        ${emitWholeExit(out, steps)}
      } else ${emitQueueExit(out.reason, steps, out.ends)}`;
}

/** Takes the position out, with nothing looked at before. */
export function emitWholeExit(out: WayOut, { shape, at, holder }: Steps): Code {
  const { base, reason, limit, ambiguous, atClose = false, always = false } = out;
  const { impact } = shape.slippage;
  const units = heldUnits(shape, at);
  const fill = {
    base,
    direction: opposite(holder.sign),
    ...(limit === undefined ? {} : { limit }),
    ...(impact ? { units } : {}),
  };
  const exit = {
    base,
    fill: js`fill`,
    reason,
    atClose,
    ...(ambiguous === undefined ? {} : { ambiguous }),
  };
  return js`${
    always && impact ? declareAnyFill({ ...fill, units }, shape) : declareFill(fill, shape)
  }
      ${emitExit(exit, shape, at)}
      ${emitCooldown(shape, at, out.ends)}`;
}

/** Declares `fill` of an exit that needs no volume: moved by what there is. */
function declareAnyFill(fill: Fill & { readonly units: Code }, shape: Shape): Code {
  const { base, direction, units } = fill;
  return js`let fill = ${slipped(base, direction, shape)};
      if (${hasVolume(shape)}) {
        ${declareShare(units, shape)}
        fill = ${slipped(base, direction, shape, ofVolume)};
      }
      ${correctFill(fill, shape)}`;
}

/** Whether a queued exit must tell if it is the first leg of a reversal. */
export function marksReversals({ long, short, cooldown }: Shape): boolean {
  return long && short && cooldown;
}

/** Set in a queued exit that is the first leg of a reversal. */
export const reversalBit = 64;

/** Queues a market exit for the next open, unless one is queued. */
export function emitQueueExit(reason: Code, { shape, at }: Steps, ends?: Code): Code {
  const leg = ends === undefined || !marksReversals(shape)
    ? js``
    : js` | (${ends} ? 0 : ${reversalBit})`;
  return js`if (${at.queuedExit} === 0) ${at.queuedExit} = ${reason} + 1${leg};`;
}

/** Cancels the exit order that waits, and additions that do. */
export function emitCancelWaits({ shape, at, leaves, waits, queuesEntries }: Steps): Code {
  const cancel = (condition: Code, clear: Code): Code =>
    js`if (${condition}) {
        ${clear}
        ${countRefused("cancelled", js`1`)}
      }`;
  return lines([
    leaves ? cancel(js`${at.leaving} !== 0`, js`${at.leaving} = 0;`) : nothing,
    when(
      shape.pyramid && waits,
      () => cancel(js`${at.waiting} === ${at.side}`, js`${at.waiting} = 0;`),
    ),
    when(
      shape.pyramid && queuesEntries,
      () => cancel(js`${at.queuedEntry} === ${at.side}`, js`${at.queuedEntry} = 0;`),
    ),
  ]);
}
