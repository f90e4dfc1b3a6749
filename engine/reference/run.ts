import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { newAccount } from "./account.ts";
import { openTrade } from "./close_position.ts";
import { outputOf } from "./output.ts";
import { planRun } from "./plan.ts";
import { endData, stepBar } from "./step.ts";
import type { Trace } from "./trace.ts";

/** How a strategy is run. */
export interface ReferenceOptions {
  /** Complete run settings. */
  readonly settings: Settings;
  /** Values of parameters; one that is missing has its default. */
  readonly params?: ReadonlyMap<string, number>;
  /** Sides that may be traded; `"BOTH"` by default. */
  readonly direction?: Direction;
  /** Told what happens, bar by bar; it changes nothing. */
  readonly trace?: Trace;
}

/**
 * Runs a strategy bar by bar, as `docs/semantics.md` says it: plain, slow and meant to be read.
 *
 * Strategy, settings and bars are taken as checked. Without bars every column of the result is empty.
 *
 * @throws {RangeError} If a column or function is unknown, or a length is out of range.
 * @throws {TypeError} If a length, lag or number of bars depends on a bar.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const price = Float64Array.of(10, 11, 12);
 * const bars = {
 *   symbol: "X", length: 3, time: Float64Array.of(0, 1, 2),
 *   open: price, high: price, low: price, close: price, volume: price, columns: new Map(),
 * };
 * const output = runReference({
 *   name: "always long", params: {}, let: {}, risk: [], hash: "",
 *   long: { enter: { tag: "boolean", value: true } },
 *   size: { type: "units", value: { tag: "number", value: 1 } },
 * }, bars, {
 *   settings: {
 *     cash: 100, leverage: 1, cashPolicy: "reduce", lot: 0, minQuantity: 0, maxQuantity: 0, tick: 0,
 *     commission: { percent: 0, perUnit: 0, perOrder: 0, minimum: 0, maximum: 0, tiers: [] },
 *     slippage: { percent: 0, fixed: 0, spread: 0, ticks: 0, impact: 0 },
 *     financing: { borrow: 0, interest: 0, marginInterest: 0, funding: "" },
 *     execution: {
 *       preset: "default", fill: "nextOpen", ambiguity: "stop", entryBarStops: true,
 *       trailTiming: "previous", opposite: "reverse", conflict: "none", pyramid: 0, cooldown: 0,
 *       cooldownAfter: "any", maxTradesPerDay: 0, zone: "UTC", atEnd: "open",
 *     },
 *     statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
 *   },
 * });
 * assertEquals(output.equity, Float64Array.of(100, 100, 101));
 * ```
 */
export function runReference(
  strategy: Strategy,
  bars: Bars,
  options: ReferenceOptions,
): RunOutput {
  const { settings, params = new Map(), direction = "BOTH", trace } = options;
  const plan = planRun(strategy, bars, { settings, params, direction });
  const account = newAccount(settings.cash, { bars: bars.length, trace });
  for (let t = 0; t < bars.length; t++) stepBar(account, plan, t);
  endData(account, plan);
  if (account.position !== undefined) {
    account.trades.push(openTrade(account.position, plan, bars.length - 1));
  }
  return outputOf(account);
}
