import type { OrderShape, Shape } from "../../program/shape.ts";
import { type Code, js, when } from "../code.ts";
import { slips } from "../cost.ts";
import { emitEntry } from "../entry.ts";
import { bySide } from "../side.ts";
import { moments } from "../names.ts";
import { countRefused } from "../size.ts";
import { emitAddition } from "./additions.ts";
import { hasVolume, type Steps } from "./context.ts";
import { emitOpenedInside, hasInsideRules } from "./opened_inside.ts";
import { emitReachedByOpen, emitReachedInside, type Found, type WaitingOrder } from "./reached.ts";
import { viewOf } from "./view.ts";
import { keptSize, keptWants, needsEquity } from "../wants.ts";

/** The entry order of a side that has one. */
export function entryOf(shape: Shape, isLong: boolean): OrderShape | undefined {
  return isLong ? shape.longEntry : shape.shortEntry;
}

function entries({ longEntry, shortEntry }: Shape): OrderShape[] {
  return [longEntry, shortEntry].filter((order) => order !== undefined);
}

/** Whether an entry can have a limit that its fill could be beyond. */
function hasLimits(shape: Shape): boolean {
  return slips(shape) &&
    entries(shape).some(({ type }) => type === "limit" || type === "stopLimit");
}

/** Whether an order in a direction may fill now: from flat, or to add. */
function isFree({ shape, at }: Steps, direction: Code): Code {
  return shape.pyramid
    ? js`(${at.side} === 0 || ${at.side} === ${direction})`
    : js`${at.side} === 0`;
}

/** Whether entries can wait for a price. */
export function waitsForPrice({ shape }: Steps): boolean {
  return entries(shape).some(({ type }) => type !== "marketOnClose");
}

/** Entries at the open, where none can wait for a price. */
export function emitArrivalAtOpen(steps: Steps): Code {
  if (!steps.queuesEntries) return js``;
  return js`// Entries at the open
    {
      let arriving = 0;
      ${emitQueued(steps)}
      ${emitArrive({ steps, base: js`op`, limit: false, moment: js`${moments.atOpen}` })}
    }`;
}

/** What the rules and the exit order that waits do before entries are looked at. */
export interface BeforeEntries {
  readonly atOpen: Code;
  readonly inside: Code;
}

/**
 * The bar twice over, its open and then its range: rules and exits first, then the entry that either reaches. One text
 * fills both entries, for it is long.
 */
export function emitArrivals({ atOpen, inside }: BeforeEntries, steps: Steps): Code {
  const limit = hasLimits(steps.shape);
  const openedInside = emitOpenedInside(steps);
  return js`// At the open, then inside the bar
    for (let inside = 0; inside < 2; inside++) {
      let arriving = 0;
      let entryBase = op;
      ${when(limit, () => js`let entryLimit = NaN;`)}
      ${when(openedInside.text !== "", () => js`let byLimit = false;`)}
      if (inside === ${moments.atOpen}) {
        ${atOpen}
        ${when(steps.queuesEntries, () => emitQueued(steps))}
        ${emitWaiting(steps, emitReachedByOpen)}
      } else {
        ${inside}
        ${emitWaiting(steps, emitReachedInside)}
      }
      ${emitArrive({ steps, base: js`entryBase`, limit, moment: js`inside` })}
      ${openedInside}
    }`;
}

/** Takes up the entry that was queued. */
function emitQueued(steps: Steps): Code {
  const { shape, at } = steps;
  return js`if (${at.queuedEntry} !== 0 && ${isFree(steps, at.queuedEntry)}${
    shape.slippage.impact ? js` && ${hasVolume(shape)}` : js``
  }) {
        arriving = ${at.queuedEntry};
        ${at.queuedEntry} = 0;
      }`;
}

/** Looks whether the entry that waits is reached. */
function emitWaiting(
  steps: Steps,
  emitReached: (order: WaitingOrder, fill: (found: Found) => Code) => Code,
): Code {
  const { shape, at } = steps;
  const noted = emitReached === emitReachedInside && hasInsideRules(steps);
  const limited = hasLimits(shape);
  const body = bySide(shape, at.waiting, ({ isLong, sign }) => {
    const order = entryOf(shape, isLong);
    if (order === undefined) return js``;
    const waiting = {
      order,
      view: viewOf({ ...shape, long: isLong, short: !isLong }, sign),
      exit: false,
      price: at.waitingPrice,
      limit: at.waitingLimit,
      reached: at.waitingReached,
    };
    return emitReached(waiting, ({ base, limit, byLimit = false }) =>
      js`arriving = ${at.waiting};
          entryBase = ${base};
          ${when(limited && limit !== undefined, () => js`entryLimit = ${limit!};`)}
          ${when(noted && byLimit, () => js`byLimit = true;`)}`);
  });
  return js`if (${at.waiting} !== 0 && ${isFree(steps, at.waiting)}${
    shape.slippage.impact ? js` && ${hasVolume(shape)}` : js``
  }) {
        ${body}
        if (arriving !== 0) ${at.waiting} = 0;
      }`;
}

interface Arrival {
  readonly steps: Steps;
  readonly base: Code;
  /** Whether orders may have limits. */
  readonly limit: boolean;
  /** Code for when in the bar it is. */
  readonly moment: Code;
}

/** Opens a position in the direction of `arriving`, or adds to it. */
export function emitArrive({ steps, base, limit, moment }: Arrival): Code {
  const { program, shape, at } = steps;
  const cash = js`(${at.wantedEquity} === ${at.wantedEquity} ? ${at.wantedEquity} : ${at.cash})`;
  const entry = {
    direction: js`arriving`,
    base,
    ...(limit ? { limit: js`entryLimit` } : {}),
    levels: keptWants(program, at),
    size: keptSize(program, at),
    ...(needsEquity(shape) ? { equity: cash } : {}),
    moment,
  };
  const open = emitEntry(entry, shape, at);
  if (!shape.pyramid) {
    return js`if (arriving !== 0) {
        ${open}
      }`;
  }
  return js`if (arriving !== 0) {
        if (${at.side} === 0) {
          ${open}
        } else {
          ${emitAddition(entry, steps)}
        }
      }`;
}

/** The entry that waits for this close. */
export function emitArrivalOnClose(steps: Steps): Code {
  const { shape, at, waits } = steps;
  if (!waits || !entries(shape).some(({ type }) => type === "marketOnClose")) return js``;
  const take = bySide(
    shape,
    at.waiting,
    ({ isLong }) =>
      entryOf(shape, isLong)?.type === "marketOnClose"
        ? js`arriving = ${at.waiting};
          ${at.waiting} = 0;`
        : js``,
  );
  const last = shape.closeAtEnd ? js` && i !== lastIndex` : js``;
  const late = when(shape.slippage.impact, () =>
    js`if (arriving !== 0 && !(${hasVolume(shape)})) {
        ${at.queuedEntry} = arriving;
        arriving = 0;
      }`);
  // Without a volume it is queued even where the exit that goes before it still waits for one.
  const free = when(!shape.slippage.impact, () => js` && ${isFree(steps, at.waiting)}`);
  return js`// Entry on the close
    if (${at.waiting} !== 0${free}${last}) {
      let arriving = 0;
      ${take}
      ${late}
      ${emitArrive({ steps, base: js`cl`, limit: false, moment: js`${moments.atClose}` })}
    }`;
}

/** Cancels the entry that waits after its last bar. */
export function emitArrivalExpiry({ shape, at }: Steps): Code {
  if (!entries(shape).some(({ expires }) => expires)) return js``;
  return js`// Last bar of the waiting entry
    if (${at.waiting} !== 0 && i >= ${at.waitingUntil}) {
      ${at.waiting} = 0;
      ${countRefused("expired", js`1`)}
    }`;
}
