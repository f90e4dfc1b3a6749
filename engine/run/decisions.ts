import { exitReasons } from "../../codegen/define/reasons.ts";
import { formatPrice } from "../stats/format.ts";
import type { RunOutput } from "./output.ts";

/** Where two runs first did something else. */
export interface FirstDecision {
  /** Bar of the fill; a signal was true at the close before where fills are at the open. */
  readonly bar: number;
  /** What the first run did on that bar, in order; empty: nothing. */
  readonly left: readonly string[];
  /** What the second did. */
  readonly right: readonly string[];
}

interface Decision {
  readonly bar: number;
  /** What is compared: side, and the reason of an exit. */
  readonly what: string;
  readonly quantity: number;
  readonly text: string;
}

/**
 * The first bar on which one run entered, added to or left a position, whole or in part, and the other did not, or on
 * another side or for another reason; undefined where there is none.
 *
 * @param options `quantities`: also where they did the same with other quantities. Prices are not compared.
 */
export function firstDecision(
  left: RunOutput,
  right: RunOutput,
  { quantities = false }: { readonly quantities?: boolean } = {},
): FirstDecision | undefined {
  const [ours, theirs] = [decisionsOf(left), decisionsOf(right)];
  const count = Math.max(ours.length, theirs.length);
  for (let at = 0; at < count; at++) {
    const [one, other] = [ours[at], theirs[at]];
    const alike = one?.bar === other?.bar && one?.what === other?.what;
    if (alike && !(quantities && one?.quantity !== other?.quantity)) continue;
    const bar = Math.min(one?.bar ?? Infinity, other?.bar ?? Infinity);
    const on = (decisions: readonly Decision[]): string[] =>
      decisions.filter((decision) => decision.bar === bar).map(({ text }) => text);
    return { bar, left: on(ours), right: on(theirs) };
  }
  return undefined;
}

/**
 * Every fill in order. The ledger has them all; each that makes the position smaller is the next row of the trades, whose
 * entries alone would show a position that went out in parts several times, and nothing that was added.
 */
function decisionsOf({ trades, ledger }: RunOutput): Decision[] {
  const decisions: Decision[] = [];
  let held = 0;
  let row = 0;
  for (let fill = 0; fill < ledger.count; fill++) {
    const now = ledger.quantity[fill];
    const exits = held !== 0 && Math.abs(now) < Math.abs(held);
    const side = (held === 0 ? now : held) > 0 ? "long" : "short";
    const quantity = exits ? trades.quantity[row] : Math.abs(now) - Math.abs(held);
    const what = exits
      ? `exit ${now === 0 ? "" : "part of "}${side}, ${exitReasons[trades.reason[row]]}`
      : `${held === 0 ? "enter" : "add to"} ${side}`;
    // What the trades say of an entry is an average where something was added.
    const alone = held === 0 && !addsAfter(ledger, fill);
    const at = exits ? trades.exitPrice[row] : alone ? trades.entryPrice[row] : undefined;
    const price = at === undefined ? "" : ` at ${formatPrice(at)}`;
    const text = `${what}, ${formatPrice(quantity)}${price}`;
    decisions.push({ bar: ledger.index[fill], what, quantity, text });
    if (exits) row++;
    held = now;
  }
  return decisions;
}

/** Whether the fill after this one adds to the position that it opened. */
function addsAfter({ count, quantity }: RunOutput["ledger"], fill: number): boolean {
  return fill + 1 < count && Math.abs(quantity[fill + 1]) > Math.abs(quantity[fill]);
}
