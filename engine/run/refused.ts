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
