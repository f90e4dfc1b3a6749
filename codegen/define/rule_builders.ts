import type { BreakEvenInput, GainInput } from "./gains.ts";
import type { LevelInput, TargetInput, TrailInput } from "./levels.ts";
import type { RuleInput } from "./rules.ts";
import type { PartInput } from "./scale_out.ts";
import type { ExpressionInput } from "./scope.ts";
import type { SessionInput } from "./session.ts";

/**
 * Out at a loss: a fraction of the entry price, `{ distance }` in price, or `{ price }` itself.
 *
 * Read at the close of the signal bar; for shorts the level lies above the entry.
 */
export function stopLoss(level: LevelInput): RuleInput {
  return { stopLoss: level };
}

/**
 * Out at a gain: a fraction of the entry price, `{ distance }` in price, `{ price }` itself, or `{ riskMultiple }`, a
 * multiple of the distance from entry to stop.
 */
export function takeProfit(level: TargetInput): RuleInput {
  return { takeProfit: level };
}

/**
 * Out when the price falls back from its best since the entry: by a fraction, by a `{ distance }`, or below a `{ price }`
 * that is read at every close and never loosens; with `after` beside it, in force from that gain on.
 */
export function trailingStop(level: TrailInput): RuleInput {
  return { trailingStop: level };
}

/** Out after this many bars, a whole number >= 1 or a parameter. */
export function timeStop(bars: ExpressionInput): RuleInput {
  return { timeStop: { bars } };
}

/**
 * Out at the entry price once the position has gained a fraction or a `{ riskMultiple }`; or `{ after, offset }`, the
 * offset a fraction of the entry price by which the stop lies on the side of profit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const risk = [breakEven({ after: 0.02, offset: 0.001 })];
 * assertEquals(strategy({ name: "up", long: { enter: true }, risk }).risk[0].type, "breakEven");
 * ```
 */
export function breakEven(gain: GainInput | BreakEvenInput): RuleInput {
  return { breakEven: gain };
}

/**
 * Parts out at gains, nearest first, each a fraction of the largest quantity that the position has had.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const risk = [scaleOut([{ at: 0.05, fraction: 0.5 }, { at: 0.1, fraction: 0.25 }])];
 * assertEquals(strategy({ name: "up", long: { enter: true }, risk }).risk[0].type, "scaleOut");
 * ```
 */
export function scaleOut(parts: readonly PartInput[]): RuleInput {
  return { scaleOut: parts };
}

/**
 * Out at the close of the first bar at or after a local time of day, and no entry from then on until the next date.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const risk = [sessionEnd({ time: "15:55", zone: "America/New_York" })];
 * assertEquals(strategy({ name: "day", long: { enter: true }, risk }).risk[0].type, "sessionEnd");
 * ```
 */
export function sessionEnd(time: SessionInput): RuleInput {
  return { sessionEnd: time };
}
