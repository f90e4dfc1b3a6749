import type { Shape } from "../program/shape.ts";
import { type Code, js, lines, when } from "./code.ts";
import {
  asMoney,
  correctFill,
  declareFill,
  declareShare,
  emitFee,
  ofVolume,
  slipped,
  slips,
} from "./cost.ts";
import { emitFilled, emitLedger } from "./fill.ts";
import { emitLevels, firstStop, followsMark, keepsRisk, type WantedLevels } from "./level.ts";
import { bySide, sidesOf } from "./side.ts";
import { type Access, moments } from "./names.ts";
import { emitBuyingPower, emitQuantity, emitReduced, refuse } from "./size.ts";
import { isStepwise } from "./stepwise.ts";

/** What an entry needs besides the account. */
export interface Entry {
  /** Code for +1 or -1. */
  readonly direction: Code;
  /** Price before slippage. */
  readonly base: Code;
  /** The price that a limit order never fills beyond. */
  readonly limit?: Code;
  readonly levels: WantedLevels;
  readonly size: Code;
  /** Equity that the size is a part of; the cash where left out. */
  readonly equity?: Code;
  /** Code for the buying power; that of an account with nothing else where left out. */
  readonly power?: Code;
  /** Code for when in its bar it fills; its open where left out. */
  readonly moment?: Code;
  /** Levels in forms of the position's own, in place of `levels`. */
  readonly own?: OwnLevels;
  /** Code for whether the session is over, where positions have sessions of their own. */
  readonly sessionOver?: Code;
}

/** What sets levels whose forms are known at run time only. */
export interface OwnLevels {
  /** Code for the first levels of a new position filled at `fill`, or what refuses it; `again`: they are declared already. */
  readonly first: (again: boolean) => Code;
  /** What keeps them. */
  readonly keep: Code;
  /** What an addition at `fill` to the average price `average` makes of the levels, or what refuses it. */
  readonly rebase: Code;
}

/** Opens a position from flat, or counts why not. */
export function emitEntry(entry: Entry, shape: Shape, at: Access): Code {
  const { base, levels, size, limit, own } = entry;
  const direction = shape.long && shape.short ? entry.direction : shape.long ? js`1` : js`-1`;
  const fees = shape.commission.any;
  const fill = { base: js`base`, direction, ...(limit === undefined ? {} : { limit }) };
  const power = entry.power ?? (shape.leverage ? js`leverage * ${at.cash}` : at.cash);
  const stops = sidesOf(shape).map((side) => firstStop(side, shape));
  const first = own?.first ?? ((again) => emitLevels(levels, direction, shape, again));
  const mirrored = shape.size === "riskOfEquity" && new Set(stops.map(String)).size > 1;
  const { impact } = shape.slippage;
  const sizing = {
    size,
    equity: entry.equity ?? at.cash,
    stop: mirrored ? js`firstStop` : stops[0],
  };
  return js`entry: {
      ${emitTimeLimits(shape, at, entry.sessionOver)}
      const base = ${base};
      ${
    impact
      ? js`let fill = ${slipped(js`base`, direction, shape)};
      ${correctFill(fill, shape)}`
      : declareFill(fill, shape)
  }
      if (!(fill > 0)) ${refuse("priceNotPositive")}
      ${first(false)}
      ${
    when(mirrored, () =>
      js`let firstStop = 0;
      ${bySide(shape, direction, (side) => js`firstStop = ${firstStop(side, shape)};`)}`)
  }
      ${emitQuantity(sizing, shape, at)}
      ${when(impact, () => emitMovedPrice(fill, shape))}
      ${emitBuyingPower({ power, refusable: impact }, shape, at)}
      ${
    when(impact, () =>
      js`${emitMovedPrice(fill, shape)}
      if (!(fill > 0)) ${refuse("priceNotPositive")}
      ${first(true)}
      ${emitFee(js`units`, js`fill`, shape)}`)
  }
      // Fill
      ${when(impact, () => emitReduced(shape, at))}
      ${at.side} = ${direction};
      ${at.quantity} = ${
    direction.text === "1"
      ? js`units`
      : direction.text === "-1"
      ? js`-units`
      : js`${direction} * units`
  };
      ${at.cash} = ${at.cash} - ${at.quantity} * fill${asMoney(shape)}${fees ? js` - fee` : js``};
      ${at.entryPrice} = fill;
      ${at.entryIndex} = i;
      ${when(fees, () => js`${at.entryFee} = fee;`)}
      ${
    when(
      slips(shape),
      () => js`${at.entrySlippage} = Math.abs(fill - base) * units${asMoney(shape)};`,
    )
  }
      ${own?.keep ?? emitKeepLevels(levels, direction, shape, at)}
      ${emitRareStart(entry, shape, at)}
      ${emitFilled({ signed: at.quantity, price: js`fill`, does: "open" }, shape, at)}
      ${emitLedger(at)}
    }`;
}

/** Whether a run follows the best price of a position. */
export function keepsMark(shape: Shape): boolean {
  return followsMark(shape) || shape.trailAfter !== undefined || shape.breakEven !== undefined;
}

/** Code for whether the bar's local time of day is at or after the end of the session. */
export const isSessionOver: Code =
  js`sessionTime[i] - Math.floor(sessionTime[i] / 86400000) * 86400000 >= sessionClose`;

/** Refuses entries after the end of the session, and those beyond the day's number. */
export function emitTimeLimits(shape: Shape, at: Access, sessionOver = isSessionOver): Code {
  return lines([
    when(
      shape.session !== undefined,
      () => js`if (${sessionOver}) ${refuse("sessionClosed")}`,
    ),
    when(shape.dailyLimit !== undefined, () =>
      js`const today = Math.floor(dayTime[i] / 86400000);
      if (${at.openedDay} === today && ${at.openedCount} >= maxPositions) ${
        refuse("maxTradesPerDay")
      }`),
  ]);
}

/** Sets `fill` to the price that the wanted quantity moves the market to. */
export function emitMovedPrice(
  fill: { readonly base: Code; readonly direction: Code; readonly limit?: Code },
  shape: Shape,
): Code {
  return js`{
        ${declareShare(js`units`, shape)}
        fill = ${slipped(fill.base, fill.direction, shape, ofVolume)};
      }
      ${correctFill(fill, shape)}`;
}

/** Keeps the levels of a new position. */
function emitKeepLevels(
  levels: WantedLevels,
  direction: Code,
  shape: Shape,
  at: Access,
): Code {
  return lines([
    when(keepsMark(shape), () => js`${at.best} = fill;`),
    when(shape.stop !== undefined, () => js`${at.stop} = newStop;`),
    when(shape.take !== undefined, () => js`${at.target} = newTarget;`),
    when(shape.trail !== undefined, () => js`${at.trail} = newTrail;`),
    emitTrailBy(levels.trail, direction, shape, at),
  ]);
}

/** Keeps what rules that begin with a gain, or follow the average price, need later. */
function keepGains(levels: WantedLevels, shape: Shape, at: Access): Code {
  const { trailAfter = js`0`, evenAfter = js`0`, evenOffset = js`0` } = levels.gains;
  return lines([
    when(shape.pyramid && rebased(shape.stop), () => js`${at.stopBy} = ${levels.stop};`),
    when(shape.pyramid && rebased(shape.take), () => js`${at.targetBy} = ${levels.target};`),
    when(keepsRisk(shape), () => js`${at.risk} = newRisk;`),
    when(shape.trailAfter !== undefined, () =>
      js`${at.trailOn} = 0;
      ${at.trailAfter} = ${trailAfter};`),
    when(shape.breakEven !== undefined, () =>
      js`${at.evenOn} = 0;
      ${at.evenAfter} = ${evenAfter};
      ${at.evenOffset} = ${evenOffset};`),
  ]);
}

/** Keeps how far the trail follows: the factor `1 - f` (for shorts `1 + f`) or the distance. */
function emitTrailBy(by: Code, direction: Code, shape: Shape, at: Access): Code {
  if (shape.trail === "distance") return js`${at.trailBy} = ${by};`;
  if (shape.trail !== "fraction") return js``;
  return bySide(shape, direction, ({ minus }) => js`${at.trailBy} = 1 ${minus} ${by};`);
}

/** What rarer rules and settings keep of a new position. */
function emitRareStart(
  { levels, moment = js`${moments.atOpen}`, own }: Entry,
  shape: Shape,
  at: Access,
): Code {
  return lines([
    when(isStepwise(shape), () => js`${at.opened} = ${moment};`),
    when(shape.scaleOut !== undefined, () =>
      js`${at.largest} = units;
      ${at.partsOut} = 0;`),
    when(shape.pyramid, () => js`${at.additions} = 0;`),
    when(own === undefined, () => keepGains(levels, shape, at)),
    when(shape.financing.any, () => js`${at.heldFinancing} = 0;`),
    when(shape.afterLoss, () => js`${at.positionPnl} = 0;`),
    when(
      shape.dailyLimit !== undefined,
      () =>
        js`${at.openedCount} = ${at.openedDay} === today ? ${at.openedCount} + 1 : 1;
      ${at.openedDay} = today;`,
    ),
  ]);
}

/** Whether a level moves with the average entry price. */
export function rebased(form: Shape["stop"]): boolean {
  return form !== undefined && form !== "price";
}
