import { DataError, type DataProblem } from "../data/data_error.ts";
import { formatTime } from "../data/time.ts";
import { rebalanceBars, type RebalanceCalendar } from "./rebalance_bars.ts";

/** The assets and the time axis that target weights are for, as a panel has them. */
export interface PlanAxes {
  /** Names of the assets, by index. */
  readonly symbols: readonly string[];
  /** Milliseconds since the epoch, one value a bar, strictly increasing. */
  readonly time: Float64Array;
  /** Number of bars. */
  readonly length: number;
}

/** Which weights an account is brought to, and when. Made by `targetPlan` and `readWeights`, which check it. */
export interface TargetPlan {
  /** Bars at whose close targets are traded, ascending. */
  readonly bars: Int32Array;
  /**
   * The weights wanted at the close of one of these bars, one an asset: shares of equity, below 0 for shorts; NaN leaves
   * an asset alone. They are to be read before the next call and not to be written.
   */
  readonly weightsAt: (bar: number) => Float64Array;
}

/** Weights of all bars and assets, time-major (that of asset a at bar t at index `t * assets + a`), or a function of the bar. */
export type TargetWeights = Float64Array | ((bar: number) => Float64Array);

/** Options of target plans. */
export interface TargetPlanOptions {
  /** When targets are traded; by default at every bar with a weight that is not NaN, of a function at every bar. */
  readonly calendar?: RebalanceCalendar;
}

/**
 * A plan of target weights.
 *
 * A function is called at each bar of the plan when the run has come to its close; what it gives is checked then.
 *
 * @param weights Weights of all bars, or a function that gives those of one.
 * @param panel The assets and their time axis.
 * @param options When targets are traded.
 * @returns The plan; it reads the given weights, which are not copied.
 * @throws {DataError} Where a matrix has another size than the panel, or a weight is infinite, with bars and symbols.
 * @throws {RangeError} For a calendar that is none, or whose bars have no weights.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.from([1, 2, 3], (day) => Date.UTC(2024, 0, day));
 * const panel = { symbols: ["AAPL", "MSFT"], time, length: 3 };
 * const plan = targetPlan(Float64Array.of(0.5, 0.5, NaN, NaN, 0, 1), panel);
 * assertEquals([...plan.bars], [0, 2]);
 * assertEquals([...plan.weightsAt(2)], [0, 1]);
 * ```
 */
export function targetPlan(
  weights: TargetWeights,
  panel: PlanAxes,
  options: TargetPlanOptions = {},
): TargetPlan {
  if (typeof weights === "function") {
    const bars = rebalanceBars(panel.time, options.calendar ?? { every: 1 });
    return { bars, weightsAt: (bar) => checked(weights(bar), { bar, panel }) };
  }
  checkMatrix(weights, panel);
  const { length: assets } = panel.symbols;
  const weightsAt = (bar: number): Float64Array =>
    weights.subarray(bar * assets, (bar + 1) * assets);
  const bars = rebalanceBars(panel.time, { every: 1 }).filter((bar) => hasWeight(weightsAt(bar)));
  return { bars: barsOf(bars, panel, options), weightsAt };
}

/** Whether any asset of a bar has a target. */
export function hasWeight(weights: Float64Array): boolean {
  return weights.some((weight) => !Number.isNaN(weight));
}

/**
 * The bars with weights on which the calendar has them traded.
 *
 * @throws {RangeError} For a calendar that is none, or that has bars but none of these.
 */
export function barsOf(
  bars: Int32Array,
  panel: PlanAxes,
  { calendar }: TargetPlanOptions,
): Int32Array {
  if (calendar === undefined) return bars;
  const wanted = rebalanceBars(panel.time, calendar);
  const listed = new Set(wanted);
  const both = bars.filter((bar) => listed.has(bar));
  if (both.length > 0 || bars.length === 0 || wanted.length === 0) return both;
  const some = formatTime(panel.time[wanted[0]]);
  throw new RangeError(
    `Cannot plan targets: found weights on none of the ${wanted.length} bars of the calendar, ` +
      `expected some there, such as on ${some}`,
  );
}

function checkMatrix(weights: Float64Array, panel: PlanAxes): void {
  const attempted = "plan targets";
  const { symbols, time, length } = panel;
  const size = length * symbols.length;
  if (weights.length !== size) {
    const expected = `${size}, one for each of ${length} bars and ${symbols.length} assets`;
    throw new DataError([{ value: `${weights.length} weights`, expected }], { attempted });
  }
  const problems: DataProblem[] = [];
  for (let index = firstInfinite(weights, 0); index >= 0;) {
    const weight = weights[index];
    const row = Math.floor(index / symbols.length);
    const column = symbols[index % symbols.length];
    const expected = "a finite weight, or NaN to leave the asset alone";
    problems.push({ row, time: time[row], column, value: weight, expected });
    index = firstInfinite(weights, index + 1);
  }
  if (problems.length > 0) throw new DataError(problems, { attempted });
}

/** Index of the first infinite weight from one on; -1: there is none. */
function firstInfinite(weights: Float64Array, from: number): number {
  for (let index = from; index < weights.length; index++) {
    if (Math.abs(weights[index]) === Infinity) return index;
  }
  return -1;
}

function checked(
  weights: Float64Array,
  { bar, panel }: { readonly bar: number; readonly panel: PlanAxes },
): Float64Array {
  const { symbols, time } = panel;
  const wrong = (column: string | undefined, value: string | number, expected: string): DataError =>
    new DataError(
      [{ row: bar, time: time[bar], ...(column === undefined ? {} : { column }), value, expected }],
      { attempted: "use what the function of target weights gave" },
    );
  if (!(weights instanceof Float64Array)) {
    throw wrong(undefined, typeof weights, "a Float64Array, one weight an asset");
  }
  if (weights.length !== symbols.length) {
    throw wrong(undefined, `${weights.length} weights`, `${symbols.length}, one an asset`);
  }
  const asset = firstInfinite(weights, 0);
  if (asset < 0) return weights;
  const expected = "a finite weight, or NaN to leave the asset alone";
  throw wrong(symbols[asset], weights[asset], expected);
}
