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
 * The first bar on which one run entered or left a position and the other did not, or on another side or for another reason;
 * undefined where there is none.
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

/** Entries and exits in the order in which they were filled; what was closed comes before what was opened then. */
function decisionsOf({ trades }: RunOutput): Decision[] {
  const decisions: Decision[] = [];
  for (let row = 0; row < trades.count; row++) {
    const side = trades.side[row] > 0 ? "long" : "short";
    const quantity = trades.quantity[row];
    const units = formatPrice(quantity);
    const entry = `enter ${side}`;
    decisions.push({
      bar: trades.entryIndex[row],
      what: entry,
      quantity,
      text: `${entry}, ${units} at ${formatPrice(trades.entryPrice[row])}`,
    });
    if (trades.exitIndex[row] < 0) continue;
    const exit = `exit ${side}, ${exitReasons[trades.reason[row]]}`;
    decisions.push({
      bar: trades.exitIndex[row],
      what: exit,
      quantity,
      text: `${exit}, ${units} at ${formatPrice(trades.exitPrice[row])}`,
    });
  }
  return decisions.sort((one, other) => one.bar - other.bar);
}
