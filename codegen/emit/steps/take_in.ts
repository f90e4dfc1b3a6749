import { type Code, js, lines, when } from "../code.ts";
import { keepsMark } from "../entry.ts";
import type { GainShape } from "../../program/shape.ts";
import { followsMark } from "../level.ts";
import { ownLevel } from "../own_level.ts";
import { moments } from "../names.ts";
import type { Steps } from "./context.ts";
import { gridStop, trailLevel } from "./stops.ts";

/** Water marks take in the bar, trails follow, and gains that were waited for are noticed. */
export function emitTakeIn(steps: Steps): Code {
  const { shape, at, holder, waits } = steps;
  if (shape.trail === undefined && !keepsMark(shape)) return js``;
  const reach = waits
    ? js`(${at.opened} === ${moments.inside} && ${at.entryIndex} === i ? cl : ${holder.ahead})`
    : holder.ahead;
  return js`// Water mark
    if (${at.side} !== 0) {
      ${
    when(keepsMark(shape), () =>
      js`const reach = ${reach};
      if (${holder.above(js`reach`, at.best)}) ${at.best} = reach;`)
  }
      ${when(shape.trail !== undefined, () => emitTrail(steps))}
      ${
    lines([
      when(shape.trailAfter !== undefined, () =>
        js`if (${at.trailOn} === 0 && ${
          gained(steps, shape.trailAfter!, at.trailAfter)
        }) ${at.trailOn} = 1;`),
      when(shape.breakEven !== undefined, () =>
        js`if (${at.evenOn} === 0 && ${gained(steps, shape.breakEven!, at.evenAfter)}) {
        ${at.evenOn} = 1;
        ${emitEven(steps)}
      }`),
    ])
  }
    }`;
}

function emitTrail(steps: Steps): Code {
  const { shape, at, holder } = steps;
  const level = followsMark(shape) ? trailLevel(at.best, steps) : js`trailLevels[i - from]`;
  return js`let raised = ${level};
      ${when(shape.tick, () => gridStop(js`raised`, steps))}
      if (raised - raised === 0 && ${holder.above(js`raised`, at.trail)}) ${at.trail} = raised;`;
}

/** Whether the water mark has reached a gain. */
function gained({ at, holder }: Steps, form: GainShape, by: Code): Code {
  if (at.own !== undefined) {
    const word = by === at.trailAfter ? at.own.trailAfterForm : at.own.evenForm;
    const level = ownLevel(word, by, at.entryPrice, js`${at.side} > 0`, at.risk);
    return js`${word} !== 0 && ${holder.atOrAbove(at.best, level)}`;
  }
  return holder.atOrAbove(at.best, gainLevel(form, by, { at, holder }));
}

/** The level at which a gain is reached. */
export function gainLevel(
  form: GainShape,
  by: Code,
  { at, holder }: Pick<Steps, "at" | "holder">,
): Code {
  return form === "fraction"
    ? js`${at.entryPrice} * (${holder.forth(js`1`, by)})`
    : holder.forth(at.entryPrice, js`${by} * ${at.risk}`);
}

/** Sets the level of the break-even stop from the average entry price. */
export function emitEven(steps: Steps): Code {
  const { shape, at, holder } = steps;
  return js`${at.even} = ${at.entryPrice} * (${holder.forth(js`1`, at.evenOffset)});
        ${when(shape.tick, () => gridStop(at.even, steps))}`;
}
