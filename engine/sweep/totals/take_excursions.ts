import { moments } from "../../../codegen/emit/names.ts";
import type { Followed } from "./followed.ts";
import { reachedBottom, reachedTop } from "./reach.ts";
import { slot } from "./slots.ts";
import type { NotedTrades, TradeRows } from "./take_trades.ts";

const { closed: closedSlot, mfe: mfeSlot, mae: maeSlot } = slot;

/** The largest gain and loss while held, as `excursions` finds them for the rows of a whole run. */
export function takeExcursions(
  followed: Followed,
  s: Float64Array,
  at: number,
  { trades, held }: NotedTrades,
  row: number,
): void {
  const price = trades.entryPrice[row];
  let top = price;
  let bottom = price;
  if (held === undefined) {
    const found = heldExtremes(followed, trades, row);
    top = found.top;
    bottom = found.bottom;
  } else {
    top = held.top[row];
    bottom = held.bottom[row];
    if (followed.closeExits[trades.reason[row]] === 0) {
      const open = followed.bars.open[trades.exitIndex[row]];
      if (open > top) top = open;
      if (open < bottom) bottom = open;
    }
  }
  const exitPrice = trades.exitPrice[row];
  if (exitPrice > top) top = exitPrice;
  if (exitPrice < bottom) bottom = exitPrice;
  const quantity = trades.quantity[row];
  const value = quantity * price;
  const long = trades.side[row] > 0;
  const closed = s[at + closedSlot];
  const gain = (long ? top - price : price - bottom) * quantity / value;
  const loss = (long ? bottom - price : price - top) * quantity / value;
  s[at + mfeSlot] += (gain - s[at + mfeSlot]) / closed;
  s[at + maeSlot] += (loss - s[at + maeSlot]) / closed;
}

/** The highest and lowest price while held, from the bars and the moments of entry and exit. */
function heldExtremes(
  { bars, zones }: Followed,
  trades: TradeRows,
  row: number,
): { readonly top: number; readonly bottom: number } {
  const noted = trades.moments![row];
  const opened = noted & 3;
  const whole = (noted & moments.outAtClose) !== 0;
  const entry = trades.entryIndex[row];
  const exit = trades.exitIndex[row];
  const price = trades.entryPrice[row];
  const first = entry + (opened === moments.atOpen ? 0 : 1);
  const last = exit - (whole ? 0 : 1);
  let top = reachedTop(bars.high, zones.range, { first, last, price });
  let bottom = reachedBottom(bars.low, zones.range, { first, last, price });
  if (opened === moments.inside && entry <= last) {
    const closed = bars.close[entry];
    if (closed > top) top = closed;
    if (closed < bottom) bottom = closed;
  }
  if (!whole && (opened !== moments.inside || exit !== entry)) {
    const open = bars.open[exit];
    if (open > top) top = open;
    if (open < bottom) bottom = open;
  }
  return { top, bottom };
}
