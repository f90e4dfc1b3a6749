import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** How far a pivot must stand out: {@linkcode pivotHigh}. */
export interface PivotLengths {
  /** Values before it that it is compared with. */
  readonly left: NumberInput;
  /** Values after it; the pivot is confirmed that many bars later. */
  readonly right: NumberInput;
}

/**
 * Value of x `right` bars ago where it is above the `left` values before and all since, NaN on all other bars.
 *
 * A pivot is known only when it is confirmed, so that nothing looks ahead.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom, evaluateColumns, high } from "../../mod.ts";
 * const time = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"];
 * const bars = barsFrom({ time, close: [10, 12, 11, 13] }, { priceOnly: true });
 * const [peaks] = evaluateColumns([pivotHigh(high, { left: 1, right: 1 })], bars);
 * assertEquals([...peaks], [NaN, NaN, 12, NaN]);
 * ```
 */
export function pivotHigh(x: NumberInput, { left, right }: PivotLengths): Expression {
  return call("pivotHigh", [x, left, right]);
}

/** Value of x `right` bars ago where it is below the `left` values before and all since, NaN on all other bars. */
export function pivotLow(x: NumberInput, { left, right }: PivotLengths): Expression {
  return call("pivotLow", [x, left, right]);
}

/** Whether the bar closed up and its body covers that of the bar before, which closed down; they may share one end. */
export function bullishEngulfing(): Expression {
  return call("bullishEngulfing", []);
}

/** Whether the bar closed down and its body covers that of the bar before, which closed up; they may share one end. */
export function bearishEngulfing(): Expression {
  return call("bearishEngulfing", []);
}

/** Whether the high is below and the low above that of the bar before. */
export function insideBar(): Expression {
  return call("insideBar", []);
}

/** What {@linkcode doji} compares the body with. */
export interface DojiOptions {
  /** Most that the body may take of the range. */
  readonly share?: NumberInput;
  /** Bars before this one whose mean range is meant; 0 for the range of the bar itself. */
  readonly n?: NumberInput;
}

/**
 * Whether the bar has hardly a body: a tenth of its range at most, where nothing else is said.
 *
 * TA-Lib's CDLDOJI is `doji({ n: 10 })`.
 */
export function doji({ share = 0.1, n = 0 }: DojiOptions = {}): Expression {
  return call("doji", [share, n]);
}

/** Ratios of {@linkcode hammer} and {@linkcode shootingStar}. */
export interface ShadowOptions {
  /** Least length of the long shadow in bodies. */
  readonly times?: NumberInput;
  /** Most that the other shadow may take of the range. */
  readonly share?: NumberInput;
}

/**
 * Whether the lower shadow is at least twice the body and the upper at most a tenth of the range, or as told.
 *
 * TA-Lib's CDLHAMMER compares with means of the bars before instead, and asks for a body near the last low.
 */
export function hammer({ times = 2, share = 0.1 }: ShadowOptions = {}): Expression {
  return call("hammer", [times, share]);
}

/**
 * Whether the upper shadow is at least twice the body and the lower at most a tenth of the range, or as told.
 *
 * TA-Lib's CDLSHOOTINGSTAR compares with means of the bars before instead, and asks for a gap above the last body.
 */
export function shootingStar({ times = 2, share = 0.1 }: ShadowOptions = {}): Expression {
  return call("shootingStar", [times, share]);
}
