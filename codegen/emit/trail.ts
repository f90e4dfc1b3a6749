import type { Shape } from "../program/shape.ts";
import { type Code, js } from "./code.ts";
import { trailFrom } from "./level.ts";
import type { SideWords } from "./side.ts";
import type { Access } from "./names.ts";

/** A side that is held, and the signals that end its quiet bars where these are not listed. */
export interface QuietHolding {
  readonly side: SideWords;
  /** Bits to look for on each bar; 0: none. */
  readonly flags: number;
}

/** Lets the trail follow the bar's best price, or its level in price form. */
export function emitTrailing(side: SideWords, shape: Shape, at: Access): Code {
  if (shape.trail === undefined) return js``;
  if (shape.trail === "price") {
    return js`const raised = trailLevels[i - from];
        if (raised - raised === 0 && raised ${side.above} ${at.trail}) {
          ${emitRaise(side, shape, at)}
        }`;
  }
  return js`if (${side.best} ${side.above} ${at.best}) {
          ${at.best} = ${side.best};
          const raised = ${trailFrom(at.best, side, shape, at)};
          if (raised ${side.above} ${at.trail}) {
            ${emitRaise(side, shape, at)}
          }
        }`;
}

/** Moves the trail to `raised`, and the level in force with it. */
export function emitRaise(side: SideWords, shape: Shape, at: Access): Code {
  const level = shape.stop === undefined
    ? js`level = raised;`
    : js`if (raised ${side.above} level) level = raised;`;
  return js`${at.trail} = raised;
            ${level}`;
}
