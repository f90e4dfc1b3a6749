import type { RunOutput, TradeColumns } from "./output.ts";

/** A number of trades, and what they brought in each of two runs; 0 where the run does not have them. */
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
  /** Same side, entry bar and exit bar, or both still open. */
  readonly same: TradeShare;
  /** Same side and entry bar, other exit bar. */
  readonly sameEntry: TradeShare;
  /** Of the first run only. */
  readonly onlyLeft: TradeShare;
  /** Of the second run only. */
  readonly onlyRight: TradeShare;
}

/** Finds the trades that two runs have in common. */
export function commonTrades(
  { trades: left }: RunOutput,
  { trades: right }: RunOutput,
): CommonTrades {
  const all = { left: rowsOf(left), right: rowsOf(right) };
  const keys = {
    entry: (trades: TradeColumns, row: number) => `${trades.side[row]} ${trades.entryIndex[row]}`,
    whole: (trades: TradeColumns, row: number) =>
      `${trades.side[row]} ${trades.entryIndex[row]} ${trades.exitIndex[row]}`,
  };
  const share = (rows: Rows): TradeShare => ({
    trades: Math.max(rows.left.length, rows.right.length),
    left: rows.left.reduce((sum, row) => sum + left.pnl[row], 0),
    right: rows.right.reduce((sum, row) => sum + right.pnl[row], 0),
  });
  const match = (rows: Rows, key: Key): { readonly found: Rows; readonly rest: Rows } => {
    const waiting = new Map<string, number[]>();
    for (const row of rows.right) {
      const name = key(right, row);
      waiting.set(name, [...(waiting.get(name) ?? []), row]);
    }
    const found: Rows = { left: [], right: [] };
    const rest: Rows = { left: [], right: [] };
    for (const row of rows.left) {
      const partner = waiting.get(key(left, row))?.shift();
      if (partner === undefined) rest.left.push(row);
      else {
        found.left.push(row);
        found.right.push(partner);
      }
    }
    for (const rows of waiting.values()) rest.right.push(...rows);
    return { found, rest };
  };
  const whole = match(all, keys.whole);
  const entry = match(whole.rest, keys.entry);
  return {
    same: share(whole.found),
    sameEntry: share(entry.found),
    onlyLeft: share({ left: entry.rest.left, right: [] }),
    onlyRight: share({ left: [], right: entry.rest.right }),
  };
}

type Key = (trades: TradeColumns, row: number) => string;

/** Rows of the two trade logs. */
interface Rows {
  readonly left: number[];
  readonly right: number[];
}

function rowsOf({ count }: TradeColumns): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
