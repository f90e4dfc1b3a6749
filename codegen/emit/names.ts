import type { OrderReason } from "../define/reasons.ts";
import { capital } from "../program/node_facts.ts";
import type { Shape } from "../program/shape.ts";
import { type Code, name } from "./code.ts";

/** How many of the reasons of refusal stand first in the state array, at their position in the list of reasons. */
export const commonReasons = 8;

/** Word of the counter of a reason. */
export function counterWord(reason: OrderReason): string {
  return `refused${capital(reason)}`;
}

/**
 * The state of an account with one asset: every quantity that filling, rules and marking read or write.
 *
 * Emitters of broker code go through an `Access`, so that the same text serves where these live in local variables (one
 * asset) and, later, in columns per asset.
 */
export const accountState = [
  { word: "cash", whole: false, initial: 0 },
  { word: "quantity", whole: false, initial: 0 },
  { word: "side", whole: true, initial: 0 },
  { word: "entryPrice", whole: false, initial: 0 },
  { word: "entryIndex", whole: true, initial: 0 },
  { word: "entryFee", whole: false, initial: 0 },
  { word: "entrySlippage", whole: false, initial: 0 },
  { word: "best", whole: false, initial: 0 },
  { word: "stop", whole: false, initial: 0 },
  { word: "target", whole: false, initial: 0 },
  { word: "trail", whole: false, initial: 0 },
  { word: "trailBy", whole: false, initial: 0 },
  { word: "queuedExit", whole: true, initial: 0 },
  { word: "queuedEntry", whole: true, initial: 0 },
  { word: "wantedStop", whole: false, initial: 0 },
  { word: "wantedTarget", whole: false, initial: 0 },
  { word: "wantedTrail", whole: false, initial: 0 },
  { word: "wantedSize", whole: false, initial: 0 },
  { word: "readyIndex", whole: true, initial: 0 },
  { word: "ruinIndex", whole: true, initial: -1 },
  { word: "trades", whole: true, initial: 0 },
  { word: "fills", whole: true, initial: 0 },
  { word: "ambiguousBars", whole: true, initial: 0 },
  { word: "ambiguousStake", whole: false, initial: 0 },
  { word: "reducedOrders", whole: true, initial: 0 },
] as const;

/** What only rarer rules, orders and settings need; behind all other state, so that it moves nothing. */
export const rareState = [
  { word: "opened", whole: true, initial: 0 },
  { word: "largest", whole: false, initial: 0 },
  { word: "additions", whole: true, initial: 0 },
  { word: "partsOut", whole: true, initial: 0 },
  { word: "stopBy", whole: false, initial: 0 },
  { word: "targetBy", whole: false, initial: 0 },
  { word: "risk", whole: false, initial: 0 },
  { word: "even", whole: false, initial: 0 },
  { word: "evenOn", whole: true, initial: 0 },
  { word: "evenAfter", whole: false, initial: 0 },
  { word: "evenOffset", whole: false, initial: 0 },
  { word: "trailOn", whole: true, initial: 0 },
  { word: "trailAfter", whole: false, initial: 0 },
  { word: "heldFinancing", whole: false, initial: 0 },
  { word: "interest", whole: false, initial: 0 },
  { word: "positionPnl", whole: false, initial: 0 },
  { word: "waiting", whole: true, initial: 0 },
  { word: "waitingPrice", whole: false, initial: 0 },
  { word: "waitingLimit", whole: false, initial: 0 },
  { word: "waitingUntil", whole: true, initial: 0 },
  { word: "waitingReached", whole: true, initial: 0 },
  { word: "leaving", whole: true, initial: 0 },
  { word: "leavingPrice", whole: false, initial: 0 },
  { word: "leavingLimit", whole: false, initial: 0 },
  { word: "leavingUntil", whole: true, initial: 0 },
  { word: "leavingReached", whole: true, initial: 0 },
  { word: "wantedEquity", whole: false, initial: 0 },
  { word: "wantedTrailAfter", whole: false, initial: 0 },
  { word: "wantedEvenAfter", whole: false, initial: 0 },
  { word: "wantedEvenOffset", whole: false, initial: 0 },
  { word: "openedDay", whole: false, initial: NaN },
  { word: "openedCount", whole: true, initial: 0 },
  { word: "wins", whole: true, initial: 0 },
  { word: "won", whole: false, initial: 0 },
  { word: "lost", whole: false, initial: 0 },
] as const;

/** Name of a quantity of the account. */
export type AccountField =
  | typeof accountState[number]["word"]
  | typeof rareState[number]["word"];

/** A fill as the emitters know it: code for its signed quantity, price and commission. */
export interface FilledCode {
  readonly signed: Code;
  readonly price: Code;
  readonly fee: Code;
  /** What it does to the position: an entry is in it already, an exit not yet. */
  readonly does: "open" | "add" | "reduce" | "close";
  /** Why it closes. */
  readonly reason?: Code;
}

/** Quantities of a position that has forms of levels of its own; 0: none. */
export type OwnField =
  | "stopForm"
  | "stopBy"
  | "takeForm"
  | "takeBy"
  | "trailForm"
  | "trailBy"
  | "trailAfterForm"
  | "trailAfterBy"
  | "evenForm"
  | "evenBy"
  | "partStart"
  | "partCount"
  | "partForm"
  | "partsClose"
  | "sessionAt"
  | "sessionZone";

/** Where each quantity of the account lives in the generated code. */
export type Access = Readonly<Record<AccountField, Code>> & {
  /** What else each fill does, in the scope in which it was made. */
  readonly onFill?: (fill: FilledCode) => Code;
  /** Where positions have forms of levels of their own. */
  readonly own?: Readonly<Record<OwnField, Code>>;
  /** The number of trades so far, where the trade log is emptied now and then. */
  readonly tradesSoFar?: Code;
  /** What else is written into each row of the trade log. */
  readonly onRow?: Code;
  /** Whether there is no ledger of fills. */
  readonly noLedger?: boolean;
};

/** Every quantity in a local variable of its own name. */
export const local: Access = Object.fromEntries(
  [...accountState, ...rareState].map(({ word }) => [word, name(word)]),
) as Record<AccountField, Code>;

/** Columns of the trade log, in the order of the `out` array, after the equity. */
export const tradeColumns = [
  "tradeSide",
  "tradeQuantity",
  "tradeEntryIndex",
  "tradeEntryPrice",
  "tradeExitIndex",
  "tradeExitPrice",
  "tradeReason",
  "tradePnl",
  "tradeFees",
  "tradeSlippage",
  "tradeAmbiguous",
] as const;

/** Columns of the ledger, after those of the trade log. */
export const ledgerColumns = ["fillIndex", "fillCash", "fillQuantity"] as const;

/** Columns of the trade log that only rarer settings write, after the ledger. */
export const rareTradeColumns = ["tradeFinancing", "tradeMoments"] as const;

/** Lengths of spans of which sweeps of many sets have the extremes of prices: so many powers of two from 1 on. */
export const spanLevels = 8;

/**
 * Columns of the trade log that sweeps write, after all others: the highest and the lowest price while held, and cash while
 * held and after the exit.
 */
export const zonedTradeColumns = ["tradeTop", "tradeBottom", "tradeCash", "tradeLeft"] as const;

/** State that sweeps keep, after all other: trades before the chunk, the highest and the lowest price since the last fill, cash since the entry. */
export const sweepState = [
  { word: "tradesBefore", whole: true, initial: 0 },
  { word: "heldTop", whole: false, initial: 0 },
  { word: "heldBottom", whole: false, initial: 0 },
  { word: "heldCash", whole: false, initial: 0 },
] as const;

/** The typed arrays of `out`, in order. */
export const outWords = [
  "equity",
  ...tradeColumns,
  ...ledgerColumns,
  ...rareTradeColumns,
] as const;

/** Bits of `tradeMoments`: when in its bar a position was opened, and that it was closed at the close. */
export const moments = { atOpen: 0, inside: 1, atClose: 2, outAtClose: 4 } as const;

/** Bits of the signals in an event. */
export const signalBits = { longEnter: 1, longExit: 2, shortEnter: 4, shortExit: 8 } as const;

/** Code for the bits of the enters there are. */
export function enterBits({ long, short }: Shape): number {
  return (long ? signalBits.longEnter : 0) | (short ? signalBits.shortEnter : 0);
}
