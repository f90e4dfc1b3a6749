/** How targets become orders. */
export interface TargetOptions {
  /** No order where the weight held is no further than this from the one wanted; share of equity, from 0. */
  readonly band?: number;
  /** No order where the value to trade is less than this; account currency, from 0. */
  readonly minTrade?: number;
  /** Share of equity that is not given out: weights are multiplied by 1 - buffer; from 0 to below 1. */
  readonly buffer?: number;
}

/** An account at the close of a bar, one number an asset, and what it should hold. */
export interface TargetState {
  /** Weights wanted, shares of equity; NaN leaves an asset alone. */
  readonly weights: Float64Array;
  /** Quantities held, below 0 where short. */
  readonly quantities: Float64Array;
  /** Closes of the bar; NaN where an asset has no bar, which leaves it alone. */
  readonly closes: Float64Array;
  /** Account currency a point of price; 1 for all by default. */
  readonly multipliers?: Float64Array;
  /** Equity at these closes. */
  readonly equity: number;
  /** How targets become orders. */
  readonly options?: TargetOptions;
  /** Where the orders are written; new ones by default. */
  readonly out?: TargetOrders;
}

/** Orders for target weights, by ascending index of the asset. */
export interface TargetOrders {
  /** Number of orders. */
  count: number;
  /** The asset of each order. */
  readonly assets: Int32Array;
  /** The share of equity that each order aims at, less the buffer. */
  readonly weights: Float64Array;
}

/**
 * Makes room for orders, to be used bar after bar.
 *
 * @param assets Number of assets.
 * @returns No orders.
 */
export function emptyTargetOrders(assets: number): TargetOrders {
  return { count: 0, assets: new Int32Array(assets), weights: new Float64Array(assets) };
}

/**
 * The orders that bring an account to target weights; section 6 of docs/portfolio.md.
 *
 * An asset gets an order where it has a bar and a finite target, unless 0 is wanted and nothing is held, or the band or
 * the least trade rules it out. Without equity above 0 there are none.
 *
 * @param state Account, targets and options.
 * @returns The orders; `out` where it was given.
 * @throws {RangeError} For an option out of its range, columns that are not equally long, or an infinite weight.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { count, assets, weights } = targetOrders({
 *   weights: Float64Array.of(0.5, 0.5, 0, NaN),
 *   quantities: Float64Array.of(0, 51, 0, 10),
 *   closes: Float64Array.of(20, 10, 30, 40),
 *   equity: 1000,
 *   options: { band: 0.02 },
 * });
 * assertEquals([count, assets[0], weights[0]], [1, 0, 0.5]);
 * ```
 */
export function targetOrders(state: TargetState): TargetOrders {
  const { weights, quantities, closes, multipliers, equity, options = {} } = state;
  const { out = emptyTargetOrders(weights.length) } = state;
  checkTargetOptions(options);
  checkLengths(state, out);
  // Below every distance: without a band even what is on target is traded, as the fill may be at another price.
  const { band = -1, minTrade = 0, buffer = 0 } = options;
  const share = 1 - buffer;
  out.count = 0;
  if (!(equity > 0)) return out;
  for (let asset = 0; asset < weights.length; asset++) {
    const weight = weights[asset] * share;
    const quantity = quantities[asset];
    if (Number.isNaN(weight) || (weight === 0 && quantity === 0)) continue;
    if (Math.abs(weight) === Infinity) throw infinite(asset, weight);
    const value = quantity * closes[asset] * (multipliers === undefined ? 1 : multipliers[asset]);
    // Comparisons are false for an asset without a close.
    if (!(Math.abs(weight - value / equity) > band)) continue;
    if (!(Math.abs(weight * equity - value) >= minTrade)) continue;
    out.assets[out.count] = asset;
    out.weights[out.count++] = weight;
  }
  return out;
}

/**
 * Checks the options of target orders.
 *
 * @throws {RangeError} For one that is out of its range.
 */
export function checkTargetOptions({ band = 0, minTrade = 0, buffer = 0 }: TargetOptions): void {
  const wrong = (name: string, found: number, expected: string): RangeError =>
    new RangeError(`Cannot make target orders: found ${name} ${found}, expected ${expected}`);
  if (!(band >= 0 && band < Infinity)) throw wrong("band", band, "a finite number from 0");
  if (!(minTrade >= 0 && minTrade < Infinity)) {
    throw wrong("minTrade", minTrade, "a finite number from 0");
  }
  if (!(buffer >= 0 && buffer < 1)) throw wrong("buffer", buffer, "a number from 0 to below 1");
}

function infinite(asset: number, weight: number): RangeError {
  return new RangeError(
    `Cannot make target orders: found weight ${weight} for asset ${asset}, ` +
      "expected a finite one, or NaN to leave the asset alone",
  );
}

function checkLengths(state: TargetState, out: TargetOrders): void {
  const { weights, quantities, closes, multipliers = weights } = state;
  const { length } = weights;
  const columns = { quantities, closes, multipliers, "out.assets": out.assets };
  for (const [name, column] of Object.entries(columns)) {
    if (column.length === length) continue;
    throw new RangeError(
      `Cannot make target orders: found ${column.length} ${name}, expected ${length}, one a weight`,
    );
  }
}
