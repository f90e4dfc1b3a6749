import { type Code, js, when } from "../code.ts";
import { moments } from "../names.ts";
import type { Steps } from "./context.ts";
import { declarePart, emitParts, isLeft } from "./parts.ts";
import {
  beforeStop,
  declareExit,
  emitStake,
  hasPriceRules,
  outAtTarget,
  stopGoes,
  takeOut,
} from "./rules.ts";
import { hasStops } from "./stops.ts";

/**
 * Rules for a position opened inside this bar at `entryBase`: what lies where the price came from is certain, other levels
 * that the bar touches are not, for that may have been before the entry.
 */
export function emitOpenedInside(steps: Steps): Code {
  const { shape, at } = steps;
  if (!shape.entryBarStops || !hasPriceRules(steps)) return js``;
  const stops = hasStops(steps);
  const gains = (shape.take ?? shape.scaleOut) !== undefined;
  return js`if (${at.side} !== 0 && ${at.entryIndex} === i && ${at.opened} === ${moments.inside}) {
        ${declareExit(steps, true)}
        ${stops ? emitStopTouch(steps) : js``}
        ${gains ? emitGainTouches(steps) : js``}
        ${emitAmbiguity(steps, { stops, gains })}
        ${emitOutcome(steps, { stops, gains })}
        ${takeOut(steps, true)}
      }`;
}

/** Whether the bar surely met a level after the entry. */
function certain(level: Code, { holder }: Steps, gain: boolean): Code {
  const came = js`(byLimit ? ${holder.above(js`entryBase`, level)} : ${
    holder.above(level, js`entryBase`)
  })`;
  const closed = gain ? holder.atOrAbove(js`cl`, level) : holder.atOrBelow(js`cl`, level);
  return js`(${came} || ${closed})`;
}

/** Whether a touched level counts as met although that is uncertain. */
function assumed(level: Code, { shape }: Steps, gain: boolean): Code {
  if (shape.ambiguity !== "nearestOpen") {
    return (shape.ambiguity === "target") === gain ? js`true` : js`false`;
  }
  return js`!(Math.abs(op - ${level}) < Math.abs(op - entryBase))`;
}

function touchesGain(level: Code, { holder }: Steps): Code {
  return holder.atOrAbove(holder.ahead, level);
}

function meetsGain(level: Code, steps: Steps): Code {
  return js`${touchesGain(level, steps)} && (${certain(level, steps, true)} || ${
    assumed(level, steps, true)
  })`;
}

function emitStopTouch(steps: Steps): Code {
  const { holder } = steps;
  return js`const stopTouched = ${holder.atOrBelow(holder.behind, js`level`)};
        const stopCertain = ${certain(js`level`, steps, false)};
        const stopMet = stopTouched && (stopCertain || ${assumed(js`level`, steps, false)});`;
}

/** Declares whether gains are touched, surely, and met, and `nearest`, the nearest that is met. */
function emitGainTouches(steps: Steps): Code {
  const { shape, at } = steps;
  const target = shape.take !== undefined;
  const parts = when(
    shape.scaleOut !== undefined,
    () =>
      js`for (let k = ${at.partsOut}; k < ${shape.scaleOut!.parts}; k++) {
          ${declarePart(js`k`, steps)}
          if (${isLeft(touchesGain(js`part`, steps), steps)}) break;
          gainTouched = true;
          if (!${certain(js`part`, steps, true)}) gainCertain = false;
          if (k === ${at.partsOut} && (${meetsGain(js`part`, steps)})) {
            gainMet = true;
            nearest = part;
          }
        }`,
  );
  return js`let gainTouched = false;
        let gainCertain = true;
        let gainMet = false;
        let nearest = 0;
        ${
    when(target, () =>
      js`if (${touchesGain(at.target, steps)}) {
          gainTouched = true;
          if (!${certain(at.target, steps, true)}) gainCertain = false;
          if (${meetsGain(at.target, steps)}) {
            gainMet = true;
            nearest = ${at.target};
          }
        }`)
  }
        ${parts}`;
}

interface Kinds {
  readonly stops: boolean;
  readonly gains: boolean;
}

/** Counts the bar where the order of events is not certain. */
function emitAmbiguity(steps: Steps, { stops, gains }: Kinds): Code {
  const { at } = steps;
  const unsure = [
    ...(stops ? [js`(stopTouched && !stopCertain)`] : []),
    ...(gains ? [js`(gainTouched && !gainCertain)`] : []),
    ...(stops && gains ? [js`(stopMet && gainMet)`] : []),
  ];
  const condition = unsure.slice(1).reduce((all, one) => js`${all} || ${one}`, unsure[0]);
  const atStop = js`${at.ambiguousStake} += Math.abs(level - cl) * Math.abs(${at.quantity});`;
  const atGains = gains
    ? emitStake({
      other: stops ? js`other` : js`cl`,
      reached: touchesGain(js`part`, steps),
      target: touchesGain(at.target, steps),
    }, steps)
    : js``;
  const stake = !gains ? atStop : !stops ? atGains : js`if (gainTouched) {
            const other = stopTouched ? level : cl;
            ${atGains}
          } else {
            ${atStop}
          }`;
  return js`if (${condition}) {
          ambiguous = 1;
          ${at.ambiguousBars}++;
          ${stake}
        }`;
}

/** Sets what goes out. */
function emitOutcome(steps: Steps, { stops, gains }: Kinds): Code {
  const { shape, at } = steps;
  const stop = js`reason = stopReason;
          base = level;`;
  if (!gains) {
    return js`if (stopMet) {
          ${stop}
        }`;
  }
  const goes = (level: Code): Code => {
    const met = meetsGain(level, steps);
    return stops ? beforeStop(met, { level, stopped: js`stopMet` }, steps) : met;
  };
  const out = js`${emitParts({ reached: goes(js`part`), ambiguous: js`ambiguous` }, steps)}
          ${
    when(shape.take !== undefined, () =>
      js`if (reason < 0 && ${goes(at.target)}) {
            ${outAtTarget(at)}
          }`)
  }`;
  if (!stops) return out;
  return js`if (${stopGoes(js`stopMet`, js`gainMet`, steps)}) {
          ${stop}
        } else {
          ${out}
          if (reason < 0 && stopMet) {
            ${stop}
          }
        }`;
}
