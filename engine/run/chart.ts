import type { Column } from "../data/bars.ts";
import { formatValue } from "../stats/format.ts";
import type { Unit } from "../stats/statistic.ts";

/** What a chart looks like. */
export interface ChartOptions {
  /** Characters of the plot, without the axis. */
  readonly width: number;
  /** Lines of the plot. */
  readonly height: number;
  /** First line. */
  readonly label: string;
  /** How the axis prints its numbers; default `"ratio"`. */
  readonly unit?: Unit;
}

/**
 * A curve as lines of block characters, two steps a line, the largest and smallest value at the axis.
 *
 * Each character column stands for a stretch of the values and covers everything between the smallest and the largest of
 * them and the value before, so that no extreme is lost. NaN and infinities are passed over.
 *
 * @param values The curve.
 * @throws {RangeError} If width or height is not an integer greater than 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = chart(Float64Array.of(1, 2, 3, 4), { width: 4, height: 2, label: "equity" });
 * assertEquals(text, "equity\n4.00 ┤  ▄█\n1.00 ┤▄█▀");
 * ```
 */
export function chart(values: Column, options: ChartOptions): string {
  const { width, height, label, unit = "ratio" } = options;
  requireSize("width", width);
  requireSize("height", height);
  const stretches = stretchExtremes(values, Math.min(width, values.length));
  const bottom = Math.min(...stretches.map(([low]) => low));
  const top = Math.max(...stretches.map(([, high]) => high));
  if (!(bottom <= top)) return `${label}\n(no values)`;

  const steps = top > bottom ? 2 * height - 1 : 0;
  const lines = steps === 0 ? 1 : height;
  const stepOf = (value: number): number =>
    steps === 0 ? 0 : Math.round((value - bottom) / (top - bottom) * steps);
  const spans = stretches.map(([low, high]) => [stepOf(low), stepOf(high)]);
  const axis = Array.from({ length: lines }, () => "");
  axis[0] = formatValue(top, unit);
  axis[lines - 1] = formatValue(lines === 1 ? top : bottom, unit);
  const margin = Math.max(...axis.map((text) => text.length));
  const plot = axis.map((text, line) => {
    const step = 2 * (lines - 1 - line);
    const cells = spans.map(([low, high]) =>
      block(low <= step && step <= high, low <= step + 1 && step < high)
    );
    return `${text.padStart(margin)} ┤${cells.join("")}`.trimEnd();
  });
  return [label, ...plot].join("\n");
}

function block(lower: boolean, upper: boolean): string {
  return lower ? upper ? "█" : "▄" : upper ? "▀" : " ";
}

/** Smallest and largest finite value of each of `count` stretches, the last value before it included. */
function stretchExtremes(values: Column, count: number): [low: number, high: number][] {
  let before = NaN;
  return Array.from({ length: count }, (_, at) => {
    let low = Number.isNaN(before) ? Infinity : before;
    let high = Number.isNaN(before) ? -Infinity : before;
    const end = Math.floor((at + 1) * values.length / count);
    for (let t = Math.floor(at * values.length / count); t < end; t++) {
      const value = values[t];
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
      before = value;
    }
    return [low, high];
  });
}

function requireSize(name: string, size: number): void {
  if (!(Number.isInteger(size) && size > 0)) {
    throw new RangeError(
      `Expected the ${name} of a chart to be an integer greater than 0 but found ${size}`,
    );
  }
}
