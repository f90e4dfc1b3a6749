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
    .map((reason) => `${reason}: ${refusalSummaries[reason]}`);
}

/** What became of an order that was refused or cancelled, in one line. */
export const refusalSummaries: Readonly<Record<OrderReason, string>> = {
  levelUndefined: "A level or gain of a rule was no number at the signal",
  levelBeyondEntry: "A stop or target was on the wrong side of the fill price, or at it",
  priceNotPositive: "The price of an order or fill was not above 0",
  sizeUndefined: "The size was no number",
  sizeTooSmall: "The size was not above 0, less than one lot, or below minQuantity",
  buyingPower: "The buying power did not suffice",
  endOfData: "Still waiting at the last bar",
  liquidation: "Waiting when the equity was used up",
  orderPriceUndefined: "The price or limit of an order was no number at the signal",
  expired: "The market did not reach its price in time",
  cancelled: "An exit or an enter of the other side came before its fill",
  sessionClosed: "It would have filled at or after the sessionEnd of the day",
  maxTradesPerDay: "The day had seen as many entries as it may",
};
