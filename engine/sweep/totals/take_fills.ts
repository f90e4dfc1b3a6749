import type { Column } from "../../data/bars.ts";
import type { Followed } from "./followed.ts";
import { passBars, passHeld, passLevel } from "./pass_bars.ts";
import { slot } from "./slots.ts";
import { type SetPlace, takeSamples } from "./take_samples.ts";

/** The fills of a chunk: what the account held from each on. */
export interface FillRows {
  readonly index: Int32Array;
  readonly cash: Float64Array;
  readonly quantity: Float64Array;
}

/**
 * Takes in the bars up to `to` from the fills among them. Between fills the equity is `cash + quantity * close`, so that it
 * need not be known bar by bar: zones of bars whose equity can be no new high and no new low are passed whole.
 *
 * @param equity Equity at each bar, where cash changes between fills.
 * @param count Number of fills.
 */
export function takeFills(
  followed: Followed,
  place: SetPlace,
  { fills, equity }: { readonly fills: FillRows; readonly equity: Column | undefined },
  count: number,
  to: number,
): void {
  const { rows: s, at } = place;
  const { ends } = followed;
  let from = s[at + slot.bar];
  let cash = s[at + slot.cash];
  let quantity = s[at + slot.quantity];
  for (let row = 0; row <= count; row++) {
    const stop = row < count ? fills.index[row] : to;
    if (stop > from) {
      if (equity !== undefined) passBars(followed, s, at, from, stop, equity);
      else if (quantity === 0) passLevel(followed, s, at, from, stop, cash);
      else passHeld(followed, s, at, from, stop, cash, quantity);
      if (quantity !== 0) s[at + slot.heldBars] += stop - from;
      if (ends[s[at + slot.sample]] < stop) {
        takeSamples(followed, place, stop, cash, quantity, equity);
      }
      from = stop;
    }
    if (row === count) break;
    cash = fills.cash[row];
    quantity = fills.quantity[row];
  }
  s[at + slot.bar] = to;
  s[at + slot.cash] = cash;
  s[at + slot.quantity] = quantity;
}
