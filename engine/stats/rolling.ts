import type { Bars, Column } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import { foldWindows } from "./fold_windows.ts";
import type { StatisticsOptions } from "./input.ts";
import { joinMoments, type Moments, sampleDeviation } from "./moments.ts";
import { noise } from "./returns.ts";
import { resolveSampling } from "./sampling.ts";

/** Statistics of the last `window` sampled returns, a value for each sample. */
export interface Rolling {
  /** Number of returns. */
  readonly window: number;
  /** Bar of each sample. */
  readonly index: Int32Array;
  /** Time of that bar, milliseconds since the epoch. */
  readonly time: Float64Array;
  /** Sample standard deviation of the returns, per year; a fraction. */
  readonly volatility: Float64Array;
  /** Their mean over their standard deviation, per year; also NaN where they do not vary. */
  readonly sharpe: Float64Array;
  /**
   * Deepest fall between two samples inside the window, as a fraction of the earlier one, 0 or negative. The equity from
   * which the first of the returns starts belongs to the window.
   */
  readonly drawdown: Float64Array;
}

/**
 * Volatility, Sharpe ratio and drawdown over a window of sampled returns, at every sample: sampled and annualised as the
 * statistics of the run are, to which they are equal, rounding aside, where the window holds all samples.
 *
 * NaN before `window` returns are complete, which the sample `window - 1` is the first to have, and while the window holds
 * a return against equity <= 0.
 *
 * @param output Equity of a run.
 * @param bars The bars it ran on.
 * @param options The settings it ran with; `window`, a whole number of samples >= 2.
 * @throws {RangeError} If the window is none.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { settings } from "../../codegen/define/settings.ts";
 * const time = Float64Array.of(0, 1, 2, 3).map((day) => day * 86_400_000);
 * const equity = Float64Array.of(100, 120, 90, 95);
 * const options = { ...settings({ cash: 100 }), window: 2 };
 * const { drawdown } = rollingStatistics({ equity }, { time }, options);
 * assertEquals([...drawdown], [NaN, 0, 90 / 120 - 1, 90 / 120 - 1]);
 * ```
 */
export function rollingStatistics(
  output: Pick<RunOutput, "equity">,
  bars: Pick<Bars, "time">,
  options: Pick<StatisticsOptions, "cash" | "statistics"> & { readonly window: number },
): Rolling {
  const { cash, window } = options;
  if (!(Number.isSafeInteger(window) && window >= 2)) {
    throw new RangeError(
      `Cannot compute rolling statistics: expected a window of a whole number >= 2 but found ${window}`,
    );
  }
  const { count, ends, perYear } = resolveSampling(bars.time, options.statistics);
  const index = ends ?? Int32Array.from({ length: count }, (_, t) => t);
  const values = new Float64Array(count + 1);
  values[0] = cash;
  for (let k = 0; k < count; k++) values[k + 1] = output.equity[index[k]];
  const ratios = rollingRatios(values, { window, scale: Math.sqrt(perYear) });
  return {
    window,
    index,
    time: Float64Array.from(index, (t) => bars.time[t]),
    ...ratios,
    drawdown: rollingDrawdown(values, window, ratios.volatility),
  };
}

/** Of the returns between `values`, one fewer. */
function rollingRatios(
  values: Column,
  { window, scale }: { readonly window: number; readonly scale: number },
): Pick<Rolling, "volatility" | "sharpe"> {
  const count = values.length - 1;
  const volatility = new Float64Array(count).fill(NaN);
  const sharpe = new Float64Array(count).fill(NaN);
  foldWindows<Moments>({ count, length: window }, {
    item: (k) => ({
      count: 1,
      mean: values[k] > 0 ? values[k + 1] / values[k] - 1 : NaN,
      squares: 0,
    }),
    join: joinMoments,
    take(k, moments): void {
      const found = sampleDeviation(moments);
      const deviation = found <= noise ? 0 : found;
      volatility[k] = deviation * scale;
      if (deviation > 0) sharpe[k] = moments.mean / deviation * scale;
    },
  });
  return { volatility, sharpe };
}

interface Fall {
  readonly high: number;
  readonly low: number;
  readonly depth: number;
}

/** `known` is NaN where the window holds equity against which there is no return. */
function rollingDrawdown(values: Column, window: number, known: Column): Float64Array {
  const drawdown = new Float64Array(values.length - 1).fill(NaN);
  foldWindows<Fall>({ count: values.length, length: window + 1 }, {
    item: (at) => ({ high: values[at], low: values[at], depth: 0 }),
    join: (earlier, later) => ({
      high: Math.max(earlier.high, later.high),
      low: Math.min(earlier.low, later.low),
      depth: Math.min(earlier.depth, later.depth, later.low / earlier.high - 1),
    }),
    take(at, { high, depth }): void {
      if (Number.isNaN(known[at - 1])) return;
      // Below 0, which only the last can be, a fall is the deeper the lower its peak: the highest one counts.
      drawdown[at - 1] = values[at] < 0 ? values[at] / high - 1 : depth;
    },
  });
  return drawdown;
}
