import type { OrderShape, Shape } from "../../program/shape.ts";
import { type Code, js, when } from "../code.ts";
import { emitEntry } from "../entry.ts";
import { bySide } from "../level.ts";
import { moments } from "../names.ts";
import { countRefused } from "../size.ts";
import { emitAddition } from "./additions.ts";
import { hasVolume, type Steps } from "./context.ts";
import { emitOpenedInside } from "./opened_inside.ts";
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

function hasLimits(shape: Shape): boolean {
  return entries(shape).some(({ type }) => type === "limit" || type === "stopLimit");
}

/** Whether an order in a direction may fill now: from flat, or to add. */
function isFree({ shape, at }: Steps, direction: Code): Code {
  return shape.pyramid
    ? js`(${at.side} === 0 || ${at.side} === ${direction})`
    : js`${at.side} === 0`;
}

/** Entries at the open: a queued one, or a waiting one that the open has reached. */
export function emitArrivalAtOpen(steps: Steps): Code {
  const { shape, at, queues, waits } = steps;
  const volume = shape.slippage.impact ? js` && ${hasVolume}` : js``;
  const queued = when(
    queues,
    () =>
      js`if (${at.queuedEntry} !== 0 && ${isFree(steps, at.queuedEntry)}${volume}) {
        arriving = ${at.queuedEntry};
        ${at.queuedEntry} = 0;
      }`,
  );
  const priced = entries(shape).some(({ type }) => type !== "marketOnClose");
  const reached = when(waits && priced, () => emitWaiting(steps, emitReachedByOpen));
  if (!queues && !priced) return js``;
  const limit = priced && hasLimits(shape);
  return js`// Entries at the open
    {
      let arriving = 0;
      ${when(priced, () => js`let base = op;`)}
      ${when(limit, () => js`let limit = 0;\nlet limited = false;`)}
      ${queued}
      ${reached}
      ${emitArrive({ steps, base: js`op`, limit, moment: "atOpen" })}
    }`;
}

/** Entries that the bar reaches after its open, and rules for who came in so. */
export function emitArrivalInside(steps: Steps): Code {
  const { shape, waits } = steps;
  if (!waits || !entries(shape).some(({ type }) => type !== "marketOnClose")) return js``;
  const limit = hasLimits(shape);
  return js`// Entries inside the bar
    {
      let arriving = 0;
      let base = 0;
      ${when(limit, () => js`let limit = 0;\nlet limited = false;`)}
      let byLimit = false;
      ${emitWaiting(steps, emitReachedInside)}
      const entryBase = base;
      ${emitArrive({ steps, base: js`entryBase`, limit, moment: "inside" })}
      ${emitOpenedInside(steps)}
    }`;
}

/** Looks whether the entry that waits is reached. */
function emitWaiting(
  steps: Steps,
  emitReached: (order: WaitingOrder, fill: (found: Found) => Code) => Code,
): Code {
  const { shape, at } = steps;
  const inside = emitReached === emitReachedInside;
  const body = bySide(shape, js`${at.waiting} > 0`, ({ isLong, sign }) => {
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
          base = ${base};
          ${
        when(limit !== undefined, () =>
          js`limit = ${limit!};
          limited = true;`)
      }
          ${when(inside && byLimit, () => js`byLimit = true;`)}`);
  });
  return js`if (${at.waiting} !== 0 && ${isFree(steps, at.waiting)}${
    shape.slippage.impact ? js` && ${hasVolume}` : js``
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
  readonly moment: keyof typeof moments;
}

/** Opens a position in the direction of `arriving`, or adds to it. */
export function emitArrive({ steps, base, limit, moment }: Arrival): Code {
  const { program, shape, at } = steps;
  const cash = js`(${at.wantedEquity} === ${at.wantedEquity} ? ${at.wantedEquity} : ${at.cash})`;
  const entry = {
    direction: js`arriving`,
    base,
    ...(limit ? { limit: js`(limited ? limit : arriving * Infinity)` } : {}),
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
    js`${at.waiting} > 0`,
    ({ isLong }) =>
      entryOf(shape, isLong)?.type === "marketOnClose"
        ? js`arriving = ${at.waiting};
          ${at.waiting} = 0;`
        : js``,
  );
  const last = shape.closeAtEnd ? js` && i !== lastIndex` : js``;
  const late = when(shape.slippage.impact, () =>
    js`if (arriving !== 0 && !(${hasVolume})) {
        ${at.queuedEntry} = arriving;
        arriving = 0;
      }`);
  return js`if (${at.waiting} !== 0 && ${isFree(steps, at.waiting)}${last}) {
      let arriving = 0;
      ${take}
      ${late}
      ${emitArrive({ steps, base: js`cl`, limit: false, moment: "atClose" })}
    }`;
}

/** Cancels the entry that waits after its last bar. */
export function emitArrivalExpiry({ shape, at }: Steps): Code {
  if (!entries(shape).some(({ expires }) => expires)) return js``;
  return js`if (${at.waiting} !== 0 && i >= ${at.waitingUntil}) {
      ${at.waiting} = 0;
      ${countRefused("expired", js`1`)}
    }`;
}
