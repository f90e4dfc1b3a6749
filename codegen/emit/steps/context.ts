import type { Program } from "../../program/program.ts";
import type { Shape } from "../../program/shape.ts";
import { type Code, js } from "../code.ts";
import { volumeOf } from "../cost.ts";
import type { Access } from "../names.ts";
import { holderOf, type View } from "./view.ts";

/** What the emitters of one step share. */
export interface Steps {
  readonly program: Program;
  readonly shape: Shape;
  readonly at: Access;
  /** The market as the holder sees it. */
  readonly holder: View;
  /** Whether market exits can wait for the next open. */
  readonly queuesExits: boolean;
  /** Whether market entries can. */
  readonly queuesEntries: boolean;
  /** Whether entries can wait for a price or a close. */
  readonly waits: boolean;
  /** Whether exits can. */
  readonly leaves: boolean;
}

/** The context of a program's steps. */
export function stepsOf(program: Program, at: Access): Steps {
  const { shape } = program;
  const { longEntry, shortEntry, longExit, shortExit } = shape;
  return {
    program,
    shape,
    at,
    holder: holderOf(shape, at),
    queuesExits: !shape.atClose || shape.slippage.impact,
    queuesEntries: queuesEntries(shape),
    waits: (longEntry ?? shortEntry) !== undefined,
    leaves: (longExit ?? shortExit) !== undefined,
  };
}

function queuesEntries({ long, short, longEntry, shortEntry, atClose, slippage }: Shape): boolean {
  const types = [...(long ? [longEntry?.type] : []), ...(short ? [shortEntry?.type] : [])];
  const market = types.includes(undefined);
  // Without a volume an entry on the close is queued too.
  const late = slippage.impact && (market || types.includes("marketOnClose"));
  return late || (market && !atClose);
}

/** A number of a list that stands in the parameter array without gaps. */
export function listed({ program }: Steps, first: string, index: Code): Code {
  const position = program.numbers.findIndex(({ word }) => word === first);
  return js`p[${position} + ${index}]`;
}

/** Code for whether a fill at market has a volume to fill against. */
export function hasVolume(shape: Shape): Code {
  const found = js`${volumeOf(shape)} > 0`;
  return shape.mixedImpact === true ? js`(slipImpact === 0 || ${found})` : found;
}
