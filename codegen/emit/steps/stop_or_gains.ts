import { type Code, join, js, lines } from "../code.ts";
import type { Steps } from "./context.ts";

/** What sets the whole exit at the stop. */
export const outAtStop = js`reason = stopReason;
          base = level;`;

/** What the order of a bar's stop and gains is decided from. */
interface StopOrGains {
  readonly stopped: Code;
  readonly gained: Code;
  /** What lets the gains go out. */
  readonly gains: Code;
}

/** The stop if it goes first, else the gains, and with what they leave the stop. */
export function emitStopOrGains({ stopped, gained, gains }: StopOrGains, steps: Steps): Code {
  const { scaleOut, ambiguity } = steps.shape;
  const out = (condition: Code): Code =>
    js`if (${condition}) {
          ${outAtStop}
        }`;
  const first = out(stopGoes(stopped, gained, steps));
  const last = ambiguity === "stop" ? [] : [out(unlessPart(stopped, steps))];
  return scaleOut === undefined ? join([first, gains, ...last], js` else `) : js`${first} else {
          ${lines([gains, ...last])}
        }`;
}

/** Whether the stop takes all at once, though a gain may be met on the bar too. */
function stopGoes(stopped: Code, gained: Code, steps: Steps): Code {
  const { shape } = steps;
  if (shape.ambiguity === "stop") return stopped;
  if (shape.ambiguity === "target") return js`${stopped} && !${gained}`;
  return js`${stopped} && (!${gained} || Math.abs(op - level) <= Math.abs(op - ${
    nearestGain(steps)
  }))`;
}

/** Whether a gain that is met goes out although the bar meets the stop too: the one nearer to the open does. */
export function beforeStop(
  met: Code,
  { level, stopped }: { readonly level: Code; readonly stopped: Code },
  { shape }: Steps,
): Code {
  if (shape.ambiguity !== "nearestOpen") return met;
  return js`${met} && !(${stopped} && Math.abs(op - level) <= Math.abs(op - ${level}))`;
}

/** The nearest gain: the target, or `nearest` where there are parts before it. */
export function nearestGain({ shape, at }: Steps): Code {
  return shape.scaleOut === undefined ? at.target : js`nearest`;
}

/** A condition for what comes after the parts, of which one may have taken the rest. */
export function unlessPart(condition: Code, { shape }: Steps): Code {
  return shape.scaleOut === undefined ? condition : js`reason < 0 && ${condition}`;
}
