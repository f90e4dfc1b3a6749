import { type Code, join, js, lines, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { moments } from "../names.ts";
import type { Steps } from "./context.ts";
import { declarePart, emitParts, isLeft, partCount } from "./parts.ts";
import {
  declaredExit,
  declareExit,
  emitStake,
  hasGains,
  hasPriceRules,
  outAtTarget,
} from "./rules.ts";
import { beforeStop, emitStopOrGains, outAtStop, unlessPart } from "./stop_or_gains.ts";
import { hasStops } from "./stops.ts";
import { emitWholeExit } from "./way_out.ts";

/** Whether rules look at a position that is opened inside a bar on that bar. */
export function hasInsideRules(steps: Steps): boolean {
  return steps.shape.entryBarStops && hasPriceRules(steps);
}

/**
 * Rules for a position opened inside this bar at `entryBase`: what lies where the price came from is certain, other levels
 * that the bar touches are not, for that may have been before the entry.
 *
 * No order waits for such a position yet, and the bar has a volume, for the entry has filled.
 */
export function emitOpenedInside(steps: Steps): Code {
  const { at } = steps;
  if (!hasInsideRules(steps)) return js``;
  const stops = hasStops(steps);
  const gains = hasGains(steps);
  return js`// Rules of a position opened inside this bar
      if (${at.side} !== 0 && ${at.entryIndex} === i && ${at.opened} === ${moments.inside}) {
        ${declareExit(steps, true)}
        ${stops ? emitStopTouch(steps) : js``}
        ${gains ? emitGainTouches(steps) : js``}
        ${emitAmbiguity(steps, { stops, gains })}
        ${emitOutcome(steps, { stops, gains })}
        if (reason >= 0) {
          ${emitWholeExit(declaredExit(steps, true), steps)}
        }
      }`;
}

/** Whether the bar surely met a level after the entry. */
function certain(level: Code, { holder }: Steps, gain: boolean): Code {
  const came = js`(byLimit ? ${holder.above(js`entryBase`, level)} : ${
    holder.above(level, js`entryBase`)
  })`;
  const closed = gain ? holder.atOrAbove(js`cl`, level) : holder.atOrBelow(js`cl`, level);
  return js`${came} || ${closed}`;
}

/** What is known of a level. */
interface Touch {
  readonly level: Code;
  readonly touched: Code;
  readonly certain: Code;
  readonly gain: boolean;
}

/** Whether a level counts as met: it is surely, or that is assumed of one that is touched. */
function met({ level, touched, certain, gain }: Touch, { shape }: Steps): Code {
  if (shape.ambiguity === "nearestOpen") {
    const nearer = js`!(Math.abs(op - ${level}) < Math.abs(op - entryBase))`;
    return js`${touched} && (${certain} || ${nearer})`;
  }
  const assumed = (shape.ambiguity === "target") === gain;
  return assumed ? touched : js`${touched} && ${certain}`;
}

function touchesGain(level: Code, { holder }: Steps): Code {
  return holder.atOrAbove(holder.ahead, level);
}

/** Whether `part` is met. */
function meetsPart(steps: Steps): Code {
  const part = js`part`;
  const touched = touchesGain(part, steps);
  const surely = js`(${certain(part, steps, true)})`;
  return met({ level: part, touched, certain: surely, gain: true }, steps);
}

function emitStopTouch(steps: Steps): Code {
  const { holder } = steps;
  const touch = {
    level: js`level`,
    touched: js`stopTouched`,
    certain: js`stopCertain`,
    gain: false,
  };
  return js`const stopTouched = ${holder.atOrBelow(holder.behind, js`level`)};
        const stopCertain = ${certain(js`level`, steps, false)};
        const stopMet = ${met(touch, steps)};`;
}

/** Declares whether gains are touched, surely, and met, and `nearest`, the nearest part or target that is met. */
function emitGainTouches(steps: Steps): Code {
  const { shape, at } = steps;
  const touch = {
    level: at.target,
    touched: js`targetTouched`,
    certain: js`targetCertain`,
    gain: true,
  };
  const target = when(
    shape.take !== undefined,
    () =>
      js`const targetTouched = ${touchesGain(at.target, steps)};
        const targetCertain = ${certain(at.target, steps, true)};
        const targetMet = ${met(touch, steps)};`,
  );
  if (shape.scaleOut === undefined) return target;
  const nearest = shape.ambiguity === "nearestOpen" && hasStops(steps);
  const first = shape.take === undefined
    ? { touched: js`false`, certain: js`true`, met: js`false`, nearest: js`0` }
    : {
      touched: js`targetTouched`,
      certain: js`!targetTouched || targetCertain`,
      met: js`targetMet`,
      nearest: at.target,
    };
  return js`${target}
        let gainTouched = ${first.touched};
        let gainCertain = ${first.certain};
        let gainMet = ${first.met};
        ${when(nearest, () => js`let nearest = ${first.nearest};`)}
        for (let k = ${at.partsOut}; k < ${partCount(steps)}; k++) {
          ${declarePart(js`k`, steps)}
          if (${isLeft(touchesGain(js`part`, steps), steps)}) break;
          gainTouched = true;
          if (!(${certain(js`part`, steps, true)})) gainCertain = false;
          if (k === ${at.partsOut} && ${meetsPart(steps)}) {
            gainMet = true;
            ${when(nearest, () => js`nearest = part;`)}
          }
        }`;
}

/** Words of what is known of the gains as a whole. */
function gainWords({ shape }: Steps): Readonly<Record<"touched" | "certain" | "met", Code>> {
  return shape.scaleOut === undefined
    ? { touched: js`targetTouched`, certain: js`targetCertain`, met: js`targetMet` }
    : { touched: js`gainTouched`, certain: js`gainCertain`, met: js`gainMet` };
}

interface Kinds {
  readonly stops: boolean;
  readonly gains: boolean;
}

/** Counts the bar where the order of events is not certain. */
function emitAmbiguity(steps: Steps, { stops, gains }: Kinds): Code {
  const { at } = steps;
  const { touched, certain, met } = gainWords(steps);
  const unsure = [
    ...(stops ? [js`(stopTouched && !stopCertain)`] : []),
    ...(gains ? [js`(${touched} && !${certain})`] : []),
    ...(stops && gains ? [js`(stopMet && ${met})`] : []),
  ];
  const held = js`Math.abs(${at.quantity})${asMoney(steps.shape)}`;
  const atStop = js`${at.ambiguousStake} += Math.abs(level - cl) * ${held};`;
  const atGains = gains
    ? emitStake({
      other: stops ? js`other` : js`cl`,
      reached: touchesGain(js`part`, steps),
      target: touchesGain(at.target, steps),
    }, steps)
    : js``;
  const stake = !gains ? atStop : !stops ? atGains : js`if (${touched}) {
            const other = stopTouched ? level : cl;
            ${atGains}
          } else {
            ${atStop}
          }`;
  return js`if (${join(unsure, js` || `)}) {
          ambiguous = 1;
          ${at.ambiguousBars}++;
          ${stake}
        }`;
}

/** Sets what goes out. */
function emitOutcome(steps: Steps, { stops, gains }: Kinds): Code {
  const { shape, at } = steps;
  if (!gains) {
    return js`if (stopMet) {
          ${outAtStop}
        }`;
  }
  const goes = (met: Code, level: Code): Code =>
    stops ? beforeStop(met, { level, stopped: js`stopMet` }, steps) : met;
  const out = lines([
    emitParts({ reached: goes(meetsPart(steps), js`part`), ambiguous: js`ambiguous` }, steps),
    when(
      shape.take !== undefined,
      () =>
        js`if (${unlessPart(goes(js`targetMet`, at.target), steps)}) {
            ${outAtTarget(at.target, steps)}
          }`,
    ),
  ]);
  if (!stops) return out;
  return emitStopOrGains({ stopped: js`stopMet`, gained: gainWords(steps).met, gains: out }, steps);
}
