import { moments } from "../../../codegen/emit/names.ts";
import type { Followed } from "./followed.ts";
import { reachedBottom, reachedTop } from "./reach.ts";
import type { TradeRows } from "./take_trades.ts";

/** The highest and lowest price while held, from the bars and the moments of entry and exit. */
export function heldExtremes(
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
