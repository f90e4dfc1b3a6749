import { type OrderReason, orderReasons } from "../../codegen/define/reasons.ts";
import type { RunOutput } from "./output.ts";

/** Orders refused or cancelled, by reason. */
export function refusedByReason(output: Pick<RunOutput, "refused">): Record<OrderReason, number> {
  const entries = orderReasons.map((reason, at) => [reason, output.refused[at] ?? 0]);
  return Object.fromEntries(entries) as Record<OrderReason, number>;
}

/**
 * The reasons that occurred, as `buyingPower 2, endOfData 1`; undefined if no order was refused or cancelled.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(refusedText({ refused: [0, 0, 0, 0, 0, 2, 1, 0] }), "buyingPower 2, endOfData 1");
 * ```
 */
export function refusedText(output: Pick<RunOutput, "refused">): string | undefined {
  const some = Object.entries(refusedByReason(output)).filter(([, count]) => count > 0);
  return some.length ? some.map(([reason, count]) => `${reason} ${count}`).join(", ") : undefined;
}

/** What each reason means, for those that occurred. */
export function refusalMeanings(output: Pick<RunOutput, "refused">): string[] {
  const counts = refusedByReason(output);
  return orderReasons.filter((reason) => counts[reason] > 0)
    .map((reason) => `${reason}: ${meanings[reason]}`);
}

const meanings: Readonly<Record<OrderReason, string>> = {
  levelUndefined: "a level or gain of a rule was no number at the signal",
  levelBeyondEntry: "a stop or target was on the wrong side of the fill price, or at it",
  priceNotPositive: "the price of an order or fill was not above 0",
  sizeUndefined: "the size was no number",
  sizeTooSmall: "the size was not above 0, less than one lot, or below minQuantity",
  buyingPower: "the cash did not suffice",
  endOfData: "it was still waiting at the last bar",
  liquidation: "it was waiting when equity was used up",
  orderPriceUndefined: "the price or limit of an order was no number at the signal",
  expired: "the market did not reach its price in time",
  cancelled: "an exit or an enter of the other side came before its fill",
  sessionClosed: "it would have filled after the sessionEnd of the day",
  maxTradesPerDay: "the day had seen as many entries as it may",
};
