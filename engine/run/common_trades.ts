import type { RunOutput, TradeColumns } from "./output.ts";

/**
 * A number of trades, and what they brought in each of two runs; 0 where the run does not have them. What went out of one
 * position in parts is one trade here.
 */
export interface TradeShare {
  /** Number of trades, or of pairs of them. */
  readonly trades: number;
  /** Sum of the first run's profits, account currency. */
  readonly left: number;
  /** Sum of the second run's. */
  readonly right: number;
}

/** The trades of two runs, each in one place. Open trades take part. */
export interface CommonTrades {
  /** Same side, entry bar and exit bars, or both still open. */
  readonly same: TradeShare;
  /** Same side and entry bar, other exit bars. */
  readonly sameEntry: TradeShare;
  /** Of the first run only. */
  readonly onlyLeft: TradeShare;
  /** Of the second run only. */
  readonly onlyRight: TradeShare;
}

/** Finds the trades that two runs have in common. */
export function commonTrades(left: RunOutput, right: RunOutput): CommonTrades {
  const shares = { same: share(), sameEntry: share(), onlyLeft: share(), onlyRight: share() };
  const rest = positionsOf(right.trades);
  for (const [key, { exits, pnl }] of positionsOf(left.trades)) {
    const other = rest.get(key);
    rest.delete(key);
    const place = other === undefined ? "onlyLeft" : other.exits === exits ? "same" : "sameEntry";
    shares[place].trades++;
    shares[place].left += pnl;
    shares[place].right += other?.pnl ?? 0;
  }
  for (const { pnl } of rest.values()) {
    shares.onlyRight.trades++;
    shares.onlyRight.right += pnl;
  }
  return shares;
}

interface Position {
  /** The exit bars of its rows. */
  readonly exits: string;
  /** Sum over its rows. */
  readonly pnl: number;
}

/** By side and entry bar; an entry that had waited for volume and a further one at the close of its bar are one. */
function positionsOf(
  { count, side, entryIndex, exitIndex, pnl }: TradeColumns,
): Map<string, Position> {
  const positions = new Map<string, Position>();
  for (let row = 0; row < count; row++) {
    const key = `${side[row]} ${entryIndex[row]}`;
    const before = positions.get(key) ?? { exits: "", pnl: 0 };
    const exits = `${before.exits} ${exitIndex[row]}`;
    positions.set(key, { exits, pnl: before.pnl + pnl[row] });
  }
  return positions;
}

function share(): { trades: number; left: number; right: number } {
  return { trades: 0, left: 0, right: 0 };
}
