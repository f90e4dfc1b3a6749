import type { Trade } from "./account.ts";

/** The fraction of equity by Kelly's formula from the rows so far, at least `least`. */
export function kellyFraction(
  { fraction, trades: needed, least }: {
    readonly fraction: number;
    readonly trades: number;
    readonly least: number;
  },
  trades: readonly Trade[],
): number {
  const n = trades.length;
  const returnOf = ({ pnl, quantity, entryPrice }: Trade): number => pnl / (quantity * entryPrice);
  const won = trades.filter(({ pnl }) => pnl > 0);
  const w = won.length;
  if (n < needed || w === 0) return least;
  if (w === n) return Math.max(least, fraction);
  const wins = sum(won.map(returnOf));
  const losses = sum(trades.filter(({ pnl }) => !(pnl > 0)).map(returnOf));
  const kelly = w / n - (1 - w / n) * -(losses / (n - w)) / (wins / w);
  return Math.max(least, fraction * kelly);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
