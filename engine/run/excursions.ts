import { moments } from "../../codegen/emit/names.ts";
import type { Bars } from "../data/bars.ts";
import type { TradeColumns } from "./output.ts";

/** The largest gain and loss of each trade against its entry price while it was held, in money. */
export interface Excursions {
  /** Largest gain, >= 0. */
  readonly mfe: Float64Array;
  /** Largest loss, <= 0. */
  readonly mae: Float64Array;
}

/**
 * Maximum favourable and adverse excursion of each trade, from the bars it was held.
 *
 * They follow from the trade log and the bars, so that a run need not look at every high and low for them: they are
 * computed when first asked for. What counts is in section 9 of `docs/semantics.md`.
 */
export function excursions(
  trades: Omit<TradeColumns, "mfe" | "mae" | "financing">,
  rowMoments: Int32Array,
  bars: Bars,
): Excursions {
  const { count, side, quantity, entryIndex, entryPrice, exitIndex, exitPrice } = trades;
  const mfe = new Float64Array(count);
  const mae = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const open = exitIndex[row] < 0;
    const opened = rowMoments[row] & 3;
    const whole = open || (rowMoments[row] & moments.outAtClose) !== 0;
    const first = entryIndex[row] + (opened === moments.atOpen ? 0 : 1);
    const last = open ? bars.length - 1 : exitIndex[row] - (whole ? 0 : 1);
    const price = entryPrice[row];
    const reach = reachOf(bars, { first, last, price });
    let { top, bottom } = reach;
    if (opened === moments.inside && entryIndex[row] <= last) {
      const closed = bars.close[entryIndex[row]];
      top = Math.max(top, closed);
      bottom = Math.min(bottom, closed);
    }
    if (!whole && (opened !== moments.inside || exitIndex[row] !== entryIndex[row])) {
      const opened = bars.open[exitIndex[row]];
      top = Math.max(top, opened);
      bottom = Math.min(bottom, opened);
    }
    if (!open) {
      top = Math.max(top, exitPrice[row]);
      bottom = Math.min(bottom, exitPrice[row]);
    }
    const long = side[row] > 0;
    mfe[row] = (long ? top - price : price - bottom) * quantity[row];
    mae[row] = (long ? bottom - price : price - top) * quantity[row];
  }
  return { mfe, mae };
}

interface Held {
  readonly first: number;
  readonly last: number;
  /** Entry price, where the extremes start. */
  readonly price: number;
}

/**
 * The highest high and lowest low of the bars held.
 *
 * The maximum is `a + (d + |d|) / 2` with `d = b - a`, because V8 has none without a jump that nothing can predict. It is
 * exact where all prices are within a factor of two; where they are not, the bars are looked at again the plain way.
 */
function reachOf(
  { high, low }: Bars,
  { first, last, price }: Held,
): { top: number; bottom: number } {
  let top = price;
  let bottom = price;
  // Even and odd bars apart, so that one step need not wait for the one before.
  let [otherTop, otherBottom] = [price, price];
  for (let t = first; t < last; t += 2) {
    const more = high[t] - top;
    const less = bottom - low[t];
    const otherMore = high[t + 1] - otherTop;
    const otherLess = otherBottom - low[t + 1];
    top += 0.5 * (more + Math.abs(more));
    bottom -= 0.5 * (less + Math.abs(less));
    otherTop += 0.5 * (otherMore + Math.abs(otherMore));
    otherBottom -= 0.5 * (otherLess + Math.abs(otherLess));
  }
  if (last >= first && (last - first) % 2 === 0) {
    top = Math.max(top, high[last]);
    bottom = Math.min(bottom, low[last]);
  }
  top = Math.max(top, otherTop);
  bottom = Math.min(bottom, otherBottom);
  if (price < 1e300 && top < price * 1.39 && bottom > price * 0.7) return { top, bottom };
  top = bottom = price;
  for (let t = first; t <= last; t++) {
    if (high[t] > top) top = high[t];
    if (low[t] < bottom) bottom = low[t];
  }
  return { top, bottom };
}
