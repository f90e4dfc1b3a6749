import type { OrderShape } from "../../program/shape.ts";
import type { ValueKey } from "../../program/program.ts";
import { type Code, js, lines, name, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import { bySide } from "../side.ts";
import { countRefused } from "../size.ts";
import { emitKeep, needsEquity, signalValue } from "../wants.ts";
import { entryOf } from "./arrivals.ts";
import type { Steps } from "./context.ts";
import { exitOf } from "./leaving.ts";

const forever = 2 ** 31 - 1;

/** Submits the entry order of the side `direction`: queued, at once (`arriving`), or waiting. */
export function emitSubmitEntry(steps: Steps): Code {
  const { program, shape, at } = steps;
  const market = shape.atClose ? js`arriving = direction;` : js`${at.queuedEntry} = direction;`;
  const bySides = (): Code =>
    bySide(shape, js`direction`, ({ isLong }) => {
      const order = entryOf(shape, isLong);
      return order === undefined ? market : emitWait({
        order,
        side: isLong ? "long" : "short",
        kind: "Entry",
        buys: isLong,
      }, steps);
    });
  return js`${emitKeep(program, at)}
      ${
    when(needsEquity(shape), () =>
      js`// Who turns around has the cash that is there when the entry fills
      ${at.wantedEquity} = out === 0 ? ${at.cash} + ${at.quantity} * cl : NaN;`)
  }
      ${steps.waits ? bySides() : market}`;
}

/** Submits the exit order of the side held. */
export function emitSubmitExit(steps: Steps): Code {
  const { shape, at } = steps;
  return bySide(shape, at.side, ({ isLong }) => {
    const order = exitOf(shape, isLong);
    return order === undefined ? js`` : emitWait({
      order,
      side: isLong ? "long" : "short",
      kind: "Exit",
      buys: !isLong,
    }, steps);
  });
}

interface Waiting {
  readonly order: OrderShape;
  readonly side: "long" | "short";
  readonly kind: "Entry" | "Exit";
  readonly buys: boolean;
}

/** Lets an order wait from the next bar on; without a price it is refused. */
function emitWait({ order, side, kind, buys }: Waiting, steps: Steps): Code {
  const { program, shape, at } = steps;
  const key = (what: "Price" | "Limit"): ValueKey => `${side}${kind}${what}`;
  const [waiting, price, limit, until, reached] = kind === "Entry"
    ? [at.waiting, at.waitingPrice, at.waitingLimit, at.waitingUntil, at.waitingReached]
    : [at.leaving, at.leavingPrice, at.leavingLimit, at.leavingUntil, at.leavingReached];
  const expires = order.expires ? js`i + ${name(`${side}${kind}Bars`)}` : js`${forever}`;
  const anyExpires = kind === "Entry"
    ? (shape.longEntry?.expires || shape.shortEntry?.expires)
    : (shape.longExit?.expires || shape.shortExit?.expires);
  const set = js`${waiting} = ${kind === "Entry" ? js`direction` : js`1`};
          ${when(anyExpires === true, () => js`${until} = ${expires};`)}
          ${kind === "Exit" ? emitCancelAdditions(steps) : js``}`;
  if (order.type === "marketOnClose") return set;
  const both = order.type === "stopLimit";
  const grid = (word: Code, isLimit: boolean): Code =>
    when(shape.tick, () => toGrid(word, buys === isLimit ? js`-1` : js`1`));
  const undefinedPrice = both
    ? js`price - price !== 0 || limit - limit !== 0`
    : js`price - price !== 0`;
  return js`${shape.tick ? js`let` : js`const`} price = ${signalValue(program, key("Price"))};
        ${grid(js`price`, order.type === "limit")}
        ${
    when(both, () =>
      js`${shape.tick ? js`let` : js`const`} limit = ${signalValue(program, key("Limit"))};
        ${grid(js`limit`, true)}`)
  }
        if (${undefinedPrice}) {
          ${countRefused("orderPriceUndefined", js`1`)}
        } else if (price <= 0${both ? js` || limit <= 0` : js``}) {
          ${countRefused("priceNotPositive", js`1`)}
        } else {
          ${set}
          ${price} = price;
          ${
    when(both, () =>
      js`${limit} = limit;
          ${reached} = 0;`)
  }
        }`;
}

/** An exit order that takes effect cancels additions that wait. */
function emitCancelAdditions({ shape, at, waits, queuesEntries }: Steps): Code {
  if (!shape.pyramid) return js``;
  const cancel = (word: Code): Code =>
    js`if (${word} === ${at.side}) {
            ${word} = 0;
            ${countRefused("cancelled", js`1`)}
          }`;
  return lines([
    when(waits, () => cancel(at.waiting)),
    when(queuesEntries, () => cancel(at.queuedEntry)),
  ]);
}
