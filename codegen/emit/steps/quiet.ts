import type { Program } from "../../program/program.ts";
import { type Code, join, js, lines, when } from "../code.ts";
import { dueBar, holdingBits } from "../decide.ts";
import { keepsMark } from "../entry.ts";
import { withPrices } from "../frame.ts";
import { followsMark } from "../level.ts";
import { type Access, enterBits } from "../names.ts";
import { bySide, type SideWords } from "../side.ts";
import { emitNextSignal } from "../signal_list.ts";
import { type Steps, stepsOf } from "./context.ts";
import { declarePart, partCount } from "./parts.ts";
import { hasGains } from "./rules.ts";
import { declareStop, gridStop, hasStops, trailLevel } from "./stops.ts";
import { gainLevel } from "./take_in.ts";
import { viewOf } from "./view.ts";

/**
 * Bars on which a position that is held from before them meets no level, no wanted signal and no ruin, and nothing is
 * queued or waits: only marks and equity change, by the operations of the whole step in its order.
 *
 * No code where every bar changes something, or where what a bar may meet is more than levels.
 */
export function emitStepQuiet(program: Program, at: Access): Code {
  const { financing, session, trail } = program.shape;
  if (financing.any || session !== undefined || trail === "price") return js``;
  const steps = stepsOf(program, at);
  const { queuesExits, queuesEntries, waits, leaves } = steps;
  const idle = [
    ...(queuesExits ? [at.queuedExit] : []),
    ...(queuesEntries ? [at.queuedEntry] : []),
    ...(waits ? [at.waiting] : []),
    ...(leaves ? [at.leaving] : []),
  ].map((word) => js`${word} === 0`);
  const held = join([js`${at.side} !== 0`, js`${at.entryIndex} < i`, ...idle], js` && `);
  return js`if (${held}) {
        // Held: quiet bars
        ${bySide(program.shape, at.side, (side) => emitHolding(side, steps))}
        if (i >= end) break;
      }`;
}

function emitHolding(side: SideWords, steps: Steps): Code {
  const { program, shape, at } = steps;
  const own: Steps = {
    ...steps,
    holder: viewOf({ ...shape, long: side.isLong, short: !side.isLong }, side.sign),
  };
  const bits = holdingBits(side, shape) |
    (shape.pyramid ? enterBits({ ...shape, long: side.isLong, short: !side.isLong }) : 0);
  const due = dueBar(shape, at);
  const quiet = program.listed
    ? emitNextSignal(side.isLong ? js`nextLong` : js`nextShort`, bits)
    : js`let quiet = end;`;
  return js`${quiet}
        ${when(shape.time, () => js`if (${due} < quiet) quiet = ${due};`)}
        ${when(hasStops(own), () => declareStop(own, false))}
        ${emitGoal(own)}
        for (; i < quiet; i++) {
          ${emitBar(bits, own)}
        }`;
}

/** Whether anything happens where a gain is reached. */
function waitsForGain(steps: Steps): boolean {
  const { trailAfter, breakEven } = steps.shape;
  return hasGains(steps) || (trailAfter ?? breakEven) !== undefined;
}

/** Declares `goal`, the nearest gain at which anything happens. */
function emitGoal(steps: Steps): Code {
  if (!waitsForGain(steps)) return js``;
  const { shape, at, holder } = steps;
  const { take, scaleOut, trailAfter, breakEven } = shape;
  const nearer = (level: Code): Code => js`if (${holder.above(js`goal`, level)}) goal = ${level};`;
  return lines([
    js`let goal = ${take === undefined ? holder.anywhere : at.target};`,
    when(scaleOut !== undefined, () =>
      js`if (${at.partsOut} < ${partCount(steps)}) {
          ${declarePart(at.partsOut, steps)}
          ${nearer(js`part`)}
        }`),
    ...[
      { form: trailAfter, on: at.trailOn, by: at.trailAfter },
      { form: breakEven, on: at.evenOn, by: at.evenAfter },
    ].map(({ form, on, by }) =>
      when(form !== undefined, () =>
        js`if (${on} === 0) {
          const gain = ${gainLevel(form!, by, steps)};
          ${nearer(js`gain`)}
          // Reached at the entry, and noticed on the next bar
          if (${holder.atOrAbove(at.best, js`gain`)}) quiet = i;
        }`)
    ),
  ]);
}

/** One bar on which only marks and equity change, or the way out of the loop. */
function emitBar(bits: number, steps: Steps): Code {
  const { program, shape, at, holder } = steps;
  const trails = followsMark(shape);
  const on = shape.trailAfter === undefined ? js`` : js`${at.trailOn} !== 0 && `;
  const touched = [
    ...(program.listed ? [] : [js`(signalFlags[i - from] & ${bits}) !== 0`]),
    ...(hasStops(steps) ? [holder.atOrBelow(holder.behind, js`level`)] : []),
    // On the grid it is at most farther from the price.
    ...(trails && shape.ownBarTrails
      ? [js`(${on}${holder.atOrBelow(holder.behind, trailLevel(holder.ahead, steps))})`]
      : []),
    ...(waitsForGain(steps) ? [holder.atOrAbove(holder.ahead, js`goal`)] : []),
  ];
  const trail = js`${shape.tick ? js`let` : js`const`} raised = ${trailLevel(at.best, steps)};
          ${when(shape.tick, () => gridStop(js`raised`, steps))}
          if (raised - raised === 0 && ${holder.above(js`raised`, at.trail)}) {
            ${at.trail} = raised;
            if (${on}${holder.above(js`raised`, js`level`)}) level = raised;
          }`;
  return withPrices(js`${when(touched.length > 0, () => js`if (${join(touched, js` || `)}) break;`)}
          const value = ${at.cash} + ${at.quantity} * cl;
          if (value <= 0) break;
          ${
    when(
      keepsMark(shape),
      () => js`if (${holder.above(holder.ahead, at.best)}) ${at.best} = ${holder.ahead};`,
    )
  }
          ${when(trails, () => trail)}
          equity[i] = value;`);
}
