import { moments as momentCodes } from "../../codegen/emit/names.ts";
import type { Excursions } from "../run/excursions.ts";
import type { PortfolioTrades } from "./output.ts";

/** The prices that excursions look at: time-major, NaN where an asset has no bar. */
export interface PanelReach {
  readonly symbols: readonly string[];
  readonly length: number;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Money of a unit at a price of 1, of each asset. */
  readonly multipliers: Float64Array;
}

/** Maximum favourable and adverse excursion of each trade of many assets; what counts is in section 9 of the semantics. */
export function panelExcursions(
  trades: Omit<PortfolioTrades, "mfe" | "mae">,
  rowMoments: Int32Array,
  panel: PanelReach,
): Excursions {
  const assets = panel.symbols.length;
  const mfe = new Float64Array(trades.count);
  const mae = new Float64Array(trades.count);
  for (let row = 0; row < trades.count; row++) {
    const exit = trades.exitIndex[row];
    const open = exit < 0;
    const whole = open || (rowMoments[row] & momentCodes.outAtClose) !== 0;
    const asset = trades.asset[row];
    const price = trades.entryPrice[row];
    let [top, bottom] = [price, price];
    const take = (value: number): void => {
      if (value > top) top = value;
      if (value < bottom) bottom = value;
    };
    const opened = rowMoments[row] & 3;
    const first = trades.entryIndex[row] + (opened === momentCodes.atOpen ? 0 : 1);
    const last = open ? panel.length - 1 : exit - (whole ? 0 : 1);
    for (let t = first; t <= last; t++) {
      take(panel.high[t * assets + asset]);
      take(panel.low[t * assets + asset]);
    }
    const entry = trades.entryIndex[row];
    const isInside = opened === momentCodes.inside;
    if (isInside && entry <= last) take(panel.close[entry * assets + asset]);
    if (!whole && !(isInside && exit === entry)) take(panel.open[exit * assets + asset]);
    if (!open) take(trades.exitPrice[row]);
    const long = trades.side[row] > 0;
    const units = trades.quantity[row];
    const money = panel.multipliers[asset];
    mfe[row] = (long ? top - price : price - bottom) * units * money;
    mae[row] = (long ? bottom - price : price - top) * units * money;
  }
  return { mfe, mae };
}
