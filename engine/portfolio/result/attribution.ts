import type { PortfolioOutput } from "../output.ts";

/** From what prices brought to what is left of it, in account currency; `gross` less the costs and plus interest is `net`. */
export interface Attribution {
  /** Profit of all trades before costs, as traded: costs also decide what could be bought. */
  readonly gross: number;
  /** Commissions. */
  readonly fees: number;
  /** Money lost to slippage. */
  readonly slippage: number;
  /** Paid for holding: borrowing and funding; negative: received. */
  readonly financing: number;
  /** Earned on cash, less what was paid on cash below zero. */
  readonly interest: number;
  /** What is left: the change of the equity, up to rounding. */
  readonly net: number;
}

/** Adds up what all trades brought and cost, in row order, open ones at their last close. */
export function attribution(
  { trades, interest }: Pick<PortfolioOutput, "trades" | "interest">,
): Attribution {
  const sum = (values: Float64Array): number => {
    let total = 0;
    for (let row = 0; row < trades.count; row++) total += values[row];
    return total;
  };
  const [pnl, fees] = [sum(trades.pnl), sum(trades.fees)];
  const [slippage, financing] = [sum(trades.slippage), sum(trades.financing)];
  const gross = pnl + fees + slippage + financing;
  return { gross, fees, slippage, financing, interest, net: pnl + interest };
}
