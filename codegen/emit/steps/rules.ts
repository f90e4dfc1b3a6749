import { type Code, js, lines, when } from "../code.ts";
import { reasonCode } from "../fill.ts";
import { asMoney, slips } from "../cost.ts";
import { hasVolume, type Steps } from "./context.ts";
import { declarePart, declarePartUnits, emitParts, isLeft, partCount } from "./parts.ts";
import {
  beforeStop,
  emitStopOrGains,
  nearestGain,
  outAtStop,
  unlessPart,
} from "./stop_or_gains.ts";
import { declareStop, emitOwnTrail, hasStops } from "./stops.ts";
import { emitWayOut, type WayOut } from "./way_out.ts";

/** Whether any rule of a shape can be a gain. */
export function hasGains({ shape }: Steps): boolean {
  return (shape.take ?? shape.scaleOut) !== undefined;
}

/** Whether a gain can go out at another price than its level. */
function hasLimits(steps: Steps): boolean {
  return hasGains(steps) && slips(steps.shape);
}

/** Whether a shape has rules whose level is a price. */
export function hasPriceRules(steps: Steps): boolean {
  return hasStops(steps) || hasGains(steps);
}

/** Rules that the open has jumped, for a position that was held before it. */
export function emitJumps(steps: Steps): Code {
  if (!hasPriceRules(steps)) return js``;
  return js`// Rules that the open has jumped
    if (${steps.at.side} !== 0) {
      ${declareExit(steps, false)}
      ${jumped(steps)}
      ${takeOut(steps, false)}
    }`;
}

/** Rules inside the bar, and those that the open has jumped for who came in at this open. */
export function emitInside(steps: Steps): Code {
  if (!hasPriceRules(steps)) return js``;
  const { shape, at } = steps;
  const exposed = shape.entryBarStops ? js`` : js` && ${at.entryIndex} !== i`;
  const inside = js`${emitOwnTrail(steps)}
        ${touched(steps)}`;
  // No level of an entry is beyond its fill, so an open without slippage has jumped none; but an addition moves parts.
  const clear = !shape.pyramid && (!slips(shape) || !shape.entryBarStops);
  const jumps = shape.pyramid ? jumped(steps) : js`if (${at.entryIndex} === i) {
        ${jumped(steps)}
      }`;
  return js`// Rules inside the bar
    if (${at.side} !== 0${exposed}) {
      ${declareExit(steps)}
      ${
    clear ? inside : js`${jumps}
      if (reason < 0) {
        ${inside}
      }`
  }
      ${takeOut(steps)}
    }`;
}

/**
 * Declares what the whole exit will be: `reason`, `base`, `limit`, and the stop in force; `ambiguous` too where the bar
 * may be.
 */
export function declareExit(steps: Steps, unsure = isUnsure(steps)): Code {
  return js`let reason = -1;
      let base = 0;
      ${when(hasLimits(steps), () => js`let limit = NaN;`)}
      ${when(unsure, () => js`let ambiguous = 0;`)}
      ${when(hasStops(steps), () => declareStop(steps))}`;
}

/** Whether a bar can touch both a stop and a gain. */
function isUnsure(steps: Steps): boolean {
  return hasStops(steps) && hasGains(steps);
}

/** The whole exit that the words of `declareExit()` tell. */
export function declaredExit(steps: Steps, unsure = isUnsure(steps)): WayOut {
  return {
    base: js`base`,
    reason: js`reason`,
    ...(hasLimits(steps) ? { limit: js`limit` } : {}),
    ...(unsure ? { ambiguous: js`ambiguous` } : {}),
  };
}

/** Takes the position out if there is a reason. */
function takeOut(steps: Steps, unsure = isUnsure(steps)): Code {
  return js`if (reason >= 0) {
        ${emitWayOut(declaredExit(steps, unsure), steps)}
      }`;
}

function jumped(steps: Steps): Code {
  const { shape, at, holder } = steps;
  const gains = lines([
    emitParts({ reached: holder.atOrAbove(js`op`, js`part`), base: js`op` }, steps),
    when(
      shape.take !== undefined,
      () =>
        js`if (${unlessPart(holder.atOrAbove(js`op`, at.target), steps)}) {
          ${outAtTarget(js`op`, steps)}
        }`,
    ),
  ]);
  if (!hasStops(steps)) return gains;
  const stop = js`if (${holder.atOrBelow(js`op`, js`level`)}) {
        reason = stopReason;
        base = op;
      }`;
  if (!hasGains(steps)) return stop;
  return shape.scaleOut === undefined ? js`${stop} else ${gains}` : js`${stop} else {
        ${gains}
      }`;
}

/** What sets the whole exit at the target. */
export function outAtTarget(base: Code, steps: Steps): Code {
  const { target } = steps.at;
  return js`reason = ${reasonCode("takeProfit")};
          base = ${base};
          ${when(hasLimits(steps), () => js`limit = ${target};`)}`;
}

function touched(steps: Steps): Code {
  const { shape, at, holder } = steps;
  const stopped = holder.atOrBelow(holder.behind, js`level`);
  const reaches = (level: Code): Code => holder.atOrAbove(holder.ahead, level);
  if (!hasGains(steps)) {
    return js`if (${stopped}) {
          ${outAtStop}
        }`;
  }
  const both = hasStops(steps);
  const goes = (level: Code, met = reaches(level)): Code =>
    both ? beforeStop(met, { level, stopped: js`stopped` }, steps) : met;
  const target = both && shape.scaleOut === undefined ? js`gained` : reaches(at.target);
  const gains = lines([
    emitParts(
      { reached: goes(js`part`), ...(both ? { ambiguous: js`ambiguous` } : {}) },
      steps,
    ),
    when(shape.take !== undefined, () =>
      js`if (${unlessPart(goes(at.target, target), steps)}) {
          ${outAtTarget(at.target, steps)}
        }`),
  ]);
  if (!both) return gains;
  return js`const stopped = ${stopped};
        ${declareNearest(steps)}
        const gained = ${reaches(nearestGain(steps))};
        if (stopped && gained${shape.slippage.impact ? js` && ${hasVolume(shape)}` : js``}) {
          ambiguous = 1;
          ${at.ambiguousBars}++;
          ${
    emitStake({ other: js`level`, reached: reaches(js`part`), target: reaches(at.target) }, steps)
  }
        }
        ${emitStopOrGains({ stopped: js`stopped`, gained: js`gained`, gains }, steps)}`;
}

/** Declares `nearest`, the nearest part or target that is left, where there are parts. */
function declareNearest(steps: Steps): Code {
  const { shape, at, holder } = steps;
  if (shape.scaleOut === undefined) return js``;
  const none = shape.take === undefined ? holder.anywhere : at.target;
  return js`let nearest = ${none};
        if (${at.partsOut} < ${partCount(steps)}) {
          ${declarePart(at.partsOut, steps)}
          if (${holder.above(js`nearest`, js`part`)}) nearest = part;
        }`;
}

/** What is at stake between a price and the gains that are reached. */
interface Stake {
  /** Price that would be had instead. */
  readonly other: Code;
  /** Code for whether `part` is reached. */
  readonly reached: Code;
  /** Code for whether the target is. */
  readonly target: Code;
}

/** Adds the profit at stake to the run's total: all touched parts, then the target with the rest. */
export function emitStake({ other, reached, target }: Stake, steps: Steps): Code {
  const { shape, at } = steps;
  const held = js`Math.abs(${at.quantity})`;
  const money = asMoney(shape);
  if (shape.scaleOut === undefined) {
    return js`${at.ambiguousStake} += Math.abs(${at.target} - ${other}) * ${held}${money};`;
  }
  const rest = when(
    shape.take !== undefined,
    () => js`if (${target}) stake += Math.abs(${at.target} - ${other}) * held${money};`,
  );
  return js`let held = ${held};
          let stake = 0;
          for (let k = ${at.partsOut}; k < ${partCount(steps)}; k++) {
            ${declarePart(js`k`, steps)}
            if (${isLeft(reached, steps)}) break;
            ${declarePartUnits(js`k`, steps)}
            stake += Math.abs(part - ${other}) * units${money};
            held -= units;
          }
          ${rest}
          ${at.ambiguousStake} += stake;`;
}
