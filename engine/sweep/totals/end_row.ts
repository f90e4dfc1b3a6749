import type { Column } from "../../data/bars.ts";
import { shapeOf } from "../../stats/shape.ts";
import { sumBlocks } from "./block_sums.ts";
import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";
import { noteFall } from "./pass_bars.ts";
import type { SetPlace } from "./take_samples.ts";

/**
 * Ends the row of a set after the last bar: its equity there, a fall that goes on, and what looks at all sampled returns at
 * once, their shape and the sums of each block.
 *
 * @param to The blocks of all sets, and where those of this one start.
 * @param equity Equity at each bar where cash changes between fills.
 */
export function endRow(
  followed: Followed,
  { rows: s, at, returns, returnsAt }: SetPlace,
  { blocks, blocksAt, equity }: {
    readonly blocks: Float64Array;
    readonly blocksAt: number;
    readonly equity: Column | undefined;
  },
): void {
  const last = followed.bars.length - 1;
  const [cash, quantity] = [s[at + slot.cash], s[at + slot.quantity]];
  if (last < 0 || (equity === undefined && quantity === 0)) s[at + slot.end] = cash;
  else s[at + slot.end] = equity?.[last] ?? cash + quantity * followed.bars.close[last];
  noteFall(followed, s, at, last, -1);
  const own = returns.subarray(returnsAt, returnsAt + followed.ends.length);
  const { skew, kurtosis } = shapeOf(own, s[at + slot.mean]);
  s[at + slot.skew] = skew;
  s[at + slot.kurtosis] = kurtosis;
  sumBlocks(own, followed.blocks, { blocks, at: blocksAt });
}
